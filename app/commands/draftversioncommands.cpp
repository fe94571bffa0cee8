// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/commandparts.h"
#include "flows/draftreview.h"
#include "flows/draftsbeside.h"
#include "flows/draftversions.h"
#include "flows/rewriteflow.h"
#include "flows/writeflow.h"

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

Json versionJson(const flows::DraftVersion &version)
{
    Json json {{"number", version.number},
               {"subject", version.draft.subject},
               {"body", version.draft.body},
               {"writer", version.draft.writer}};
    putText(json, "at", version.at);
    putText(json, "label", version.label);
    putText(json, "origin", version.origin);
    putText(json, "operationId", version.operationId);
    return json;
}

Task<Result<Reply>> listVersions(CommandContext *context, Arguments arguments)
{
    const auto id = idOf(*context, Kind::draft, arguments.word(0));
    if (!id) {
        co_return std::unexpected(id.error());
    }
    const auto versions = flows::draftVersions(context->reader, *id);
    if (!versions) {
        co_return std::unexpected(versions.error());
    }
    Reply reply;
    reply.json = {{"id", *id}, {"versions", Json::array()}};
    QVector<QStringList> table;
    for (const flows::DraftVersion &version : *versions) {
        reply.json["versions"].push_back(versionJson(version));
        table << QStringList {QString::number(version.number), version.at, version.draft.writer,
                              version.draft.subject};
    }
    reply.text = tableText({u"VERSION"_s, u"AT"_s, u"WRITER"_s, u"SUBJECT"_s}, table);
    co_return reply;
}

Reply textReply(const Draft &draft)
{
    Reply reply;
    reply.json = {
            {"id", draft.id}, {"subject", draft.subject}, {"body", draft.body}, {"writer", draft.writer}};
    reply.text = u"Subject: %1\n\n%2\n"_s.arg(draft.subject, draft.body);
    return reply;
}

Task<Result<Reply>> restoreVersion(CommandContext *context, Arguments arguments)
{
    const auto id = idOf(*context, Kind::draft, arguments.word(0));
    bool isNumber = false;
    const int number = arguments.value(u"--version"_s).toInt(&isNumber);
    if (!id) {
        co_return std::unexpected(id.error());
    }
    if (!isNumber) {
        co_return failure(ErrorKind::rejectedInput,
                          u"Say which version: --version N; \"drafts versions\" lists them."_s);
    }
    const auto draft = co_await flows::restoreDraftVersion(context->services, *id, number);
    if (!draft) {
        co_return std::unexpected(draft.error());
    }
    co_return textReply(*draft);
}

Task<Result<Reply>> rewriteByModel(CommandContext *context, QString id, Arguments arguments)
{
    const auto number = arguments.number(u"--sentence"_s, 0, 1, 1000);
    if (!number) {
        co_return std::unexpected(number.error());
    }
    Result<flows::Rewritten> rewritten;
    if (*number > 0) {
        const auto sentence = flows::sentenceNumbered(context->reader, id, *number);
        if (!sentence) {
            co_return std::unexpected(sentence.error());
        }
        auto writing = flows::rewriteSentence(context->services, id, *sentence, context->stop);
        rewritten = co_await writing;
    } else {
        auto writing = flows::rewriteDraft(context->services, id, {}, context->stop);
        rewritten = co_await writing;
    }
    if (!rewritten) {
        co_return std::unexpected(rewritten.error());
    }
    Reply reply = textReply(rewritten->draft);
    if (!rewritten->note.isEmpty()) {
        reply.notes << rewritten->note;
    }
    co_return reply;
}

Task<Result<Reply>> rewrite(CommandContext *context, Arguments arguments)
{
    const auto id = idOf(*context, Kind::draft, arguments.word(0));
    const auto before = id ? context->reader.draft(*id) : Result<Draft>(std::unexpected(id.error()));
    if (!before) {
        co_return std::unexpected(before.error());
    }
    if (arguments.value(u"--writer"_s) == flows::modelWriter) {
        auto rewriting = rewriteByModel(context, *id, arguments);
        auto rewritten = co_await rewriting;
        co_return rewritten;
    }
    if (arguments.has(u"--sentence"_s)) {
        co_return failure(ErrorKind::rejectedInput,
                          u"One sentence is written anew by a language model only: add --writer llm."_s);
    }
    flows::WriteOrder order;
    order.contactIds = {before->contactId};
    order.kind = before->kind;
    order.draftId = *id;
    order.another = true;
    const auto outcome = co_await flows::writeDrafts(context->services, order, context->stop);
    if (!outcome) {
        co_return std::unexpected(outcome.error());
    }
    if (!outcome->unwritten.isEmpty()) {
        co_return failure(ErrorKind::notFound, outcome->unwritten.constFirst().reason);
    }
    const auto draft = context->reader.draft(*id);
    if (!draft) {
        co_return std::unexpected(draft.error());
    }
    co_return textReply(*draft);
}

/// The drafts that the gate lets pass; the reply names the others.
Result<QStringList> withoutHeld(const CommandContext &context, const QStringList &ids, Reply &reply)
{
    const auto beside = flows::DraftsBeside::read(context.reader);
    if (!beside) {
        return std::unexpected(beside.error());
    }
    QStringList right;
    for (const QString &id : ids) {
        const auto draft = context.reader.draft(id);
        const auto problems = draft ? beside->problemsOf(context.reader, context.knowledge, *draft)
                                    : Result<QVector<GateProblem>>(std::unexpected(draft.error()));
        if (!problems) {
            return std::unexpected(problems.error());
        }
        if (problems->isEmpty() || !draft->overrideReason.isEmpty()) {
            right << id;
            continue;
        }
        const QString reason = problems->constFirst().text;
        reply.json["held"].push_back({{"id", id}, {"reason", reason}});
        reply.notes << u"not accepted: %1 %2"_s.arg(shortId(id), reason);
        reply.exitCode = exitcode::someFailed;
    }
    return right;
}

Task<Result<Reply>> acceptDrafts(CommandContext *context, Arguments arguments)
{
    const auto ids = idsOf(*context, Kind::draft, arguments.words());
    if (!ids) {
        co_return std::unexpected(ids.error());
    }
    const bool accepted = !arguments.has(u"--undo"_s);
    Reply reply;
    reply.json = {{"accepted", accepted}, {"held", Json::array()}};
    const auto right = accepted ? withoutHeld(*context, *ids, reply) : ids;
    if (!right) {
        co_return std::unexpected(right.error());
    }
    const auto change = co_await flows::reviewDrafts(context->services, *right, accepted);
    if (!change) {
        co_return std::unexpected(change.error());
    }
    reply.json["ids"] = jsonTexts(*right);
    reply.json["operationId"] = change->operationId;
    reply.text = (accepted ? u"accepted "_s : u"no longer accepted "_s) + right->join(u' ');
    co_return reply;
}

} // namespace

QVector<Command> draftVersionCommands()
{
    return {
            {u"drafts versions"_s, u"ID"_s, u"every text an email has had, oldest first"_s, Needs::reading, 2,
             listVersions},
            {u"drafts restore"_s, u"ID --version N"_s, u"gives an email the text of a version again"_s,
             Needs::writing, 2, restoreVersion},
            {u"drafts rewrite"_s, u"ID [--writer template|llm] [--sentence N]"_s,
             u"another wording of an email; its text stays among the versions"_s, Needs::writing, 2, rewrite},
            {u"drafts accept"_s, u"[--undo] ID..."_s,
             u"marks emails as read and right, until their text changes"_s, Needs::writing, 2, acceptDrafts},
    };
}

} // namespace crema::app
