// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/commandparts.h"
#include "flows/contactflow.h"
#include "flows/handoffflow.h"
#include "flows/templateflow.h"
#include "flows/writeflow.h"

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

Json claimJson(const Claim &claim)
{
    Json sources = Json::array();
    QStringList quotes;
    for (const Source &source : claim.sources) {
        sources.push_back(toJson(source));
        quotes << (source.label.isEmpty() ? sourceKindName(source.kind) + u' ' + source.field : source.label)
                        + u": "_s + source.quote;
    }
    return {{"text", claim.text}, {"source", quotes.join(u"; "_s)}, {"sources", std::move(sources)}};
}

Json problemJson(const GateProblem &problem)
{
    return {{"rule", problem.rule},
            {"text", problem.text},
            {"inSubject", problem.inSubject},
            {"start", problem.start},
            {"length", problem.length}};
}

Result<Json> draftJson(const CommandContext &context, const Draft &draft)
{
    const auto problems = flows::gateOf(context.reader, context.knowledge, draft);
    if (!problems) {
        return std::unexpected(problems.error());
    }
    Json json {{"id", draft.id},        {"contactId", draft.contactId}, {"kind", draft.kind},
               {"state", draft.state},  {"subject", draft.subject},     {"body", draft.body},
               {"writer", draft.writer}};
    putText(json, "runId", draft.runId);
    putText(json, "resumeId", draft.resumeId);
    putText(json, "createdAt", draft.createdAt);
    putText(json, "handedOffAt", draft.handedOffAt);
    putText(json, "overrideReason", draft.overrideReason);
    Json list = Json::array();
    for (const GateProblem &problem : *problems) {
        list.push_back(problemJson(problem));
    }
    json["gate"] = {{"ok", problems->isEmpty()}, {"problems", std::move(list)}};
    json["claims"] = Json::array();
    for (const Claim &claim : draft.claims) {
        json["claims"].push_back(claimJson(claim));
    }
    return json;
}

QString recipientOf(const CommandContext &context, const Draft &draft)
{
    const auto contact = context.reader.contact(draft.contactId);
    return contact ? contact->name() : draft.contactId;
}

Task<Result<Reply>> write(CommandContext *context, Arguments arguments)
{
    if (arguments.has(u"--push"_s)) {
        co_return notSetUp(gmailNotSetUp());
    }
    if (arguments.value(u"--writer"_s) == "llm"_L1) {
        co_return notSetUp(
                u"No language model is set up in this version of Crema; nothing was written. The writer \"template\" needs no account."_s);
    }
    flows::WriteOrder order;
    if (arguments.has(u"--run"_s)) {
        const auto id = idOf(*context, Kind::run, arguments.value(u"--run"_s));
        if (!id) {
            co_return std::unexpected(id.error());
        }
        order.runId = *id;
    }
    const auto ids = idsOf(*context, Kind::contact, arguments.values(u"--contact"_s) + arguments.words());
    if (!ids) {
        co_return std::unexpected(ids.error());
    }
    if (order.runId.isEmpty() == ids->isEmpty()) {
        co_return failure(ErrorKind::rejectedInput,
                          u"Write to the people of a run (--run ID) or to contacts (--contact ID...)."_s);
    }
    order.contactIds = *ids;
    order.writer = arguments.has(u"--writer"_s) ? arguments.value(u"--writer"_s) : order.writer;
    order.kind = arguments.has(u"--kind"_s) ? arguments.value(u"--kind"_s) : order.kind;
    order.attachResume = arguments.has(u"--resume"_s);
    order.templateName = arguments.value(u"--template"_s);
    if (!order.templateName.isEmpty() && !arguments.has(u"--kind"_s)) {
        const auto own = flows::templateFor(context->reader, order.templateName);
        order.kind = own ? own->kind : order.kind;
    }
    const auto outcome = co_await flows::writeDrafts(context->services, order, context->stop);
    if (!outcome) {
        co_return std::unexpected(outcome.error());
    }
    Reply reply;
    reply.json = {{"jobId", outcome->jobId},
                  {"drafts", Json::array()},
                  {"unwritten", Json::array()},
                  {"cost", outcome->cost}};
    for (const QString &id : outcome->draftIds) {
        const auto draft = context->reader.draft(id);
        const auto json = draft ? draftJson(*context, *draft) : Result<Json>(std::unexpected(draft.error()));
        if (!json) {
            co_return std::unexpected(json.error());
        }
        reply.json["drafts"].push_back(*json);
        reply.text += u"To %1 (%2)\nSubject: %3\n\n%4\n\n%5\n"_s.arg(
                recipientOf(*context, *draft), shortId(id), draft->subject, draft->body, QString(72, u'-'));
    }
    for (const flows::Unwritten &one : outcome->unwritten) {
        reply.json["unwritten"].push_back({{"contactId", one.contactId}, {"reason", one.reason}});
        reply.notes << u"not written: %1 %2"_s.arg(shortId(one.contactId), one.reason);
        reply.exitCode = exitcode::someFailed;
    }
    if (const auto added = addBalance(*context, reply.json); !added) {
        co_return std::unexpected(added.error());
    }
    co_return reply;
}

Task<Result<Reply>> listDrafts(CommandContext *context, Arguments arguments)
{
    store::RecordFilter filter;
    filter.state = arguments.value(u"--state"_s);
    const auto drafts = context->reader.drafts(filter);
    if (!drafts) {
        co_return std::unexpected(drafts.error());
    }
    Reply reply;
    reply.json = {{"drafts", Json::array()}};
    QVector<QStringList> table;
    for (const Draft &draft : *drafts) {
        reply.json["drafts"].push_back({{"id", draft.id},
                                        {"contactId", draft.contactId},
                                        {"kind", draft.kind},
                                        {"state", draft.state},
                                        {"subject", draft.subject},
                                        {"createdAt", draft.createdAt}});
        table << QStringList {shortId(draft.id), recipientOf(*context, draft), draft.subject, draft.state,
                              draft.createdAt};
    }
    reply.text = tableText({u"ID"_s, u"TO"_s, u"SUBJECT"_s, u"STATE"_s, u"WRITTEN"_s}, table);
    co_return reply;
}

Result<Reply> draftReply(const CommandContext &context, const Draft &draft)
{
    const auto json = draftJson(context, draft);
    if (!json) {
        return std::unexpected(json.error());
    }
    Reply reply;
    reply.json = *json;
    reply.text = u"To: %1\nSubject: %2\n\n%3\n"_s.arg(recipientOf(context, draft), draft.subject, draft.body);
    for (const Json &problem : arrayAt(member(*json, "gate"), "problems")) {
        reply.notes << u"held: "_s + textAt(problem, "text");
    }
    return reply;
}

Task<Result<Reply>> showDraft(CommandContext *context, Arguments arguments)
{
    const auto id = idOf(*context, Kind::draft, arguments.word(0));
    if (!id) {
        co_return std::unexpected(id.error());
    }
    const auto draft = context->reader.draft(*id);
    if (!draft) {
        co_return std::unexpected(draft.error());
    }
    co_return draftReply(*context, *draft);
}

Result<> setDraftField(const CommandContext &context, Draft &draft, const QString &field,
                       const QString &value)
{
    if (field == "subject"_L1) {
        draft.subject = value;
    } else if (field == "body"_L1) {
        draft.body = value;
    } else if (field == "overrideReason"_L1) {
        draft.overrideReason = value;
    } else if (field == "resumeId"_L1 && value.isEmpty()) {
        draft.resumeId.clear();
    } else if (field == "resumeId"_L1) {
        const auto id = idOf(context, Kind::resume, value);
        if (!id) {
            return std::unexpected(id.error());
        }
        draft.resumeId = *id;
    } else {
        return failure(
                ErrorKind::rejectedInput,
                u"A draft has no field \"%1\" to set; there are subject, body, resumeId and overrideReason."_s
                        .arg(field));
    }
    return {};
}

Task<Result<Reply>> setDraft(CommandContext *context, Arguments arguments)
{
    const auto id = idOf(*context, Kind::draft, arguments.word(0));
    const auto values = arguments.assignments(1);
    if (!id || !values) {
        co_return std::unexpected(id ? values.error() : id.error());
    }
    const auto before = context->reader.draft(*id);
    if (!before) {
        co_return std::unexpected(before.error());
    }
    Draft after = *before;
    for (const auto &[field, value] : *values) {
        if (const auto set = setDraftField(*context, after, field, value); !set) {
            co_return std::unexpected(set.error());
        }
    }
    const auto draft = co_await flows::editDraft(context->services, *before, after);
    if (!draft) {
        co_return std::unexpected(draft.error());
    }
    co_return draftReply(*context, *draft);
}

Task<Result<Reply>> deleteDrafts(CommandContext *context, Arguments arguments)
{
    const auto ids = idsOf(*context, Kind::draft, arguments.words());
    if (!ids) {
        co_return std::unexpected(ids.error());
    }
    const auto change = co_await flows::trashRecords(context->services, Kind::draft, *ids);
    if (!change) {
        co_return std::unexpected(change.error());
    }
    Reply reply;
    reply.json = {{"deleted", jsonTexts(*ids)}, {"operationId", change->operationId}};
    reply.text = u"deleted "_s + ids->join(u' ');
    co_return reply;
}

Task<Result<Reply>> exportDraftFiles(CommandContext *context, Arguments arguments)
{
    auto ids = idsOf(*context, Kind::draft, arguments.words().sliced(1));
    if (!ids) {
        co_return std::unexpected(ids.error());
    }
    if (ids->isEmpty()) {
        const auto drafts = context->reader.drafts({{}, {}, u"draft"_s});
        if (!drafts) {
            co_return std::unexpected(drafts.error());
        }
        for (const Draft &draft : *drafts) {
            *ids << draft.id;
        }
    }
    const auto outcome = co_await flows::exportDrafts(context->services, *ids,
                                                      context->path(arguments.word(0)));
    if (!outcome) {
        co_return std::unexpected(outcome.error());
    }
    Reply reply;
    reply.json = {{"files", jsonTexts(outcome->paths)}, {"held", Json::array()}};
    reply.text = outcome->paths.join(u'\n');
    for (const flows::HeldDraft &held : outcome->held) {
        reply.json["held"].push_back({{"id", held.draftId}, {"reason", held.reason}});
        reply.notes << u"not written: %1 %2"_s.arg(shortId(held.draftId), held.reason);
        reply.exitCode = exitcode::someFailed;
    }
    co_return reply;
}

} // namespace

QVector<Command> draftCommands()
{
    return {
            {u"write"_s,
             u"[--run ID] [--contact ID...] [--writer template|llm] [--kind first|follow_up|thank_you] [--template NAME] [--resume] [--push] [ID...]"_s,
             u"writes an email to everyone of a run, or to contacts; --template uses one of yours; --resume attaches the resume"_s,
             Needs::writing, 2, write},
            {u"drafts list"_s, u"[--state S]"_s, u"emails written"_s, Needs::reading, 2, listDrafts},
            {u"drafts show"_s, u"ID"_s, u"one email with its claims and the gate's findings"_s,
             Needs::reading, 2, showDraft},
            {u"drafts set"_s, u"ID KEY=VALUE..."_s, u"subject, body, resumeId, overrideReason"_s,
             Needs::writing, 2, setDraft},
            {u"drafts delete"_s, u"ID..."_s, u"moves emails to the trash"_s, Needs::writing, 2, deleteDrafts},
            {u"drafts export"_s, u"DIR [ID...]"_s,
             u"writes .eml files for a mail program; all open drafts without ids"_s, Needs::writing, 2,
             exportDraftFiles},
    };
}

} // namespace crema::app
