// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/dates.h"
#include "commands/commandparts.h"
#include "flows/contactflow.h"
#include "flows/templateflow.h"
#include "flows/writeflow.h"
#include "store/templatereader.h"
#include "write/owntemplate.h"
#include "write/variablelist.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

constexpr qint64 longestBody = 64 * 1024; // bytes; an email of 140 words has a thousand

Json templateJson(const OwnTemplate &own)
{
    Json problems = Json::array();
    for (const write::OwnProblem &problem : write::problemsOf(own)) {
        problems.push_back({{"text", problem.text},
                            {"inSubject", problem.inSubject},
                            {"line", problem.line},
                            {"column", problem.column}});
    }
    return {{"id", own.id},           {"name", own.name}, {"kind", own.kind},
            {"subject", own.subject}, {"body", own.body}, {"problems", std::move(problems)}};
}

Reply templateReply(const OwnTemplate &own)
{
    Reply reply;
    reply.json = templateJson(own);
    reply.text = u"%1 (%2)\nSubject: %3\n\n%4"_s.arg(own.name, own.kind, own.subject, own.body);
    for (const Json &problem : arrayAt(reply.json, "problems")) {
        reply.notes << textAt(problem, "text");
    }
    return reply;
}

Task<Result<Reply>> listTemplates(CommandContext *context, Arguments)
{
    const auto all = store::ownTemplates(context->reader);
    if (!all) {
        co_return std::unexpected(all.error());
    }
    Reply reply;
    reply.json = {{"templates", Json::array()}};
    QVector<QStringList> table;
    for (const OwnTemplate &own : *all) {
        reply.json["templates"].push_back(templateJson(own));
        table << QStringList {shortId(own.id), own.name, own.kind, own.subject};
    }
    reply.text = tableText({u"ID"_s, u"NAME"_s, u"KIND"_s, u"SUBJECT"_s}, table);
    co_return reply;
}

Task<Result<Reply>> showTemplate(CommandContext *context, Arguments arguments)
{
    const auto own = flows::templateFor(context->reader, arguments.word(0));
    if (!own) {
        co_return std::unexpected(own.error());
    }
    co_return templateReply(*own);
}

// A body is long: it can come from a file or on standard input.
Result<QString> bodyFrom(const CommandContext &context, const Arguments &arguments)
{
    QByteArray bytes = context.standardInput;
    if (const QString place = arguments.value(u"--body-from"_s); !place.isEmpty()) {
        QFile file(context.path(place));
        if (!file.open(QIODevice::ReadOnly)) {
            return failure(ErrorKind::rejectedInput, u"The file \"%1\" cannot be read."_s.arg(place));
        }
        bytes = file.read(longestBody + 1);
    }
    if (bytes.size() > longestBody) {
        return failure(ErrorKind::rejectedInput, u"A template has at most 64 kB."_s);
    }
    return QString::fromUtf8(bytes);
}

Result<> setField(OwnTemplate &own, const QString &field, const QString &value)
{
    if (field == "name"_L1) {
        own.name = value;
    } else if (field == "subject"_L1) {
        own.subject = value;
    } else if (field == "body"_L1) {
        own.body = QString(value).replace("\\n"_L1, "\n"_L1);
    } else {
        return failure(
                ErrorKind::rejectedInput,
                u"A template has no field \"%1\" to set; there are name, subject and body."_s.arg(field));
    }
    return {};
}

Task<Result<Reply>> setTemplate(CommandContext *context, Arguments arguments)
{
    OwnTemplate own;
    own.name = arguments.word(0);
    const auto known = flows::templateNamed(context->reader, own.name);
    if (!known) {
        co_return std::unexpected(known.error());
    }
    const OwnTemplate opened = known->value_or(own);
    own = opened;
    own.kind = arguments.has(u"--kind"_s) ? arguments.value(u"--kind"_s) : own.kind;
    if (arguments.has(u"--body-from"_s) || arguments.has(u"--body-stdin"_s)) {
        const auto body = bodyFrom(*context, arguments);
        if (!body) {
            co_return std::unexpected(body.error());
        }
        own.body = *body;
    }
    const auto values = arguments.assignments(1);
    if (!values) {
        co_return std::unexpected(values.error());
    }
    for (const auto &[field, value] : *values) {
        if (const auto set = setField(own, field, value); !set) {
            co_return std::unexpected(set.error());
        }
    }
    const auto saved = co_await flows::saveTemplate(context->services, opened, own);
    if (!saved) {
        co_return std::unexpected(saved.error());
    }
    co_return templateReply(*saved);
}

Task<Result<Reply>> deleteTemplate(CommandContext *context, Arguments arguments)
{
    const auto own = flows::templateFor(context->reader, arguments.word(0));
    if (!own) {
        co_return std::unexpected(own.error());
    }
    const QStringList ids {own->id};
    const auto change = co_await flows::trashRecords(context->services, Kind::mailTemplate, ids);
    if (!change) {
        co_return std::unexpected(change.error());
    }
    Reply reply;
    reply.json = {{"deleted", jsonTexts(ids)}, {"operationId", change->operationId}};
    reply.text = u"deleted "_s + own->name;
    co_return reply;
}

Task<Result<Reply>> previewTemplate(CommandContext *context, Arguments arguments)
{
    const auto own = flows::templateFor(context->reader, arguments.word(0));
    const auto id = idOf(*context, Kind::contact, arguments.value(u"--contact"_s));
    if (!own || !id) {
        co_return std::unexpected(own ? id.error() : own.error());
    }
    const auto writer = write::TemplateWriter::create();
    if (!writer) {
        co_return std::unexpected(writer.error());
    }
    const QString now = toStoredTime(QDateTime::currentDateTimeUtc());
    const auto draft = flows::previewOf(context->reader, *writer, *own, *id, now);
    if (!draft) {
        co_return std::unexpected(draft.error());
    }
    const auto problems = flows::gateOf(context->reader, context->knowledge, *draft);
    if (!problems) {
        co_return std::unexpected(problems.error());
    }
    Reply reply;
    Json list = Json::array();
    for (const GateProblem &problem : *problems) {
        list.push_back({{"rule", problem.rule}, {"text", problem.text}});
        reply.notes << u"would be held: "_s + problem.text;
    }
    reply.json = {{"contactId", *id},
                  {"subject", draft->subject},
                  {"body", draft->body},
                  {"gate", {{"ok", problems->isEmpty()}, {"problems", std::move(list)}}}};
    reply.text = u"Subject: %1\n\n%2"_s.arg(draft->subject, draft->body);
    co_return reply;
}

Task<Result<Reply>> listVariables(CommandContext *, Arguments)
{
    Reply reply;
    reply.json = {{"variables", Json::array()}};
    QVector<QStringList> table;
    for (const write::VariableInfo &variable : write::variableList()) {
        reply.json["variables"].push_back({{"name", variable.name}, {"meaning", variable.meaning}});
        table << QStringList {u"{{%1}}"_s.arg(variable.name), variable.meaning};
    }
    reply.text = tableText({u"VARIABLE"_s, u"MEANING"_s}, table);
    co_return reply;
}

} // namespace

QVector<Command> templateCommands()
{
    return {
            {u"templates list"_s, u""_s, u"the templates you wrote"_s, Needs::reading, 2, listTemplates},
            {u"templates show"_s, u"NAME"_s, u"one template, and what is wrong with it"_s, Needs::reading, 2,
             showTemplate},
            {u"templates set"_s,
             u"NAME [--kind first|follow_up|thank_you] [--body-from FILE] [--body-stdin] [KEY=VALUE...]"_s,
             u"writes or changes a template: name, subject, body; the body also from a file or standard input"_s,
             Needs::writing, 2, setTemplate},
            {u"templates delete"_s, u"NAME"_s, u"moves a template to the trash"_s, Needs::writing, 2,
             deleteTemplate},
            {u"templates preview"_s, u"NAME --contact ID"_s,
             u"the email it would give, and what the gate says"_s, Needs::reading, 2, previewTemplate},
            {u"templates variables"_s, u""_s, u"what can stand between {{ and }}"_s, Needs::reading, 2,
             listVariables},
    };
}

} // namespace crema::app
