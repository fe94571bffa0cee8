// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/commandparts.h"
#include "commands/draftwords.h"
#include "flows/contactflow.h"
#include "flows/draftreview.h"
#include "flows/draftsbeside.h"
#include "flows/handoffflow.h"
#include "flows/writeflow.h"
#include "model/status.h"

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

Task<Result<Reply>> listDrafts(CommandContext *context, Arguments arguments)
{
    store::RecordFilter filter;
    filter.state = arguments.value(u"--state"_s);
    const auto drafts = context->reader.drafts(filter);
    if (!drafts) {
        co_return std::unexpected(drafts.error());
    }
    const bool isAny = !arguments.has(u"--state"_s) || !drafts->isEmpty();
    if (const auto checked = checkChoice(filter.state, draftStates(), isAny); !checked) {
        co_return std::unexpected(checked.error());
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
                                        {"reviewed", flows::isReviewed(draft)},
                                        {"createdAt", draft.createdAt}});
        table << QStringList {shortId(draft.id), recipientOf(*context, draft), draft.subject, draft.state,
                              draft.createdAt};
    }
    reply.text = tableText({u"ID"_s, u"TO"_s, u"SUBJECT"_s, u"STATE"_s, u"WRITTEN"_s}, table);
    co_return reply;
}

Result<Reply> draftReply(const CommandContext &context, const Draft &draft)
{
    const auto beside = flows::DraftsBeside::read(context.reader);
    const auto json = beside ? draftJson(context, *beside, draft)
                             : Result<Json>(std::unexpected(beside.error()));
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
    auto reply = draftReply(*context, *draft);
    if (!reply) { // it is changed all the same: its recipient may be in the trash
        Reply bare;
        bare.json = {{"id", draft->id}, {"subject", draft->subject}, {"body", draft->body}};
        bare.text = u"Subject: %1\n\n%2\n"_s.arg(draft->subject, draft->body);
        bare.notes << u"The email was changed, but not examined: "_s + reply.error().text;
        co_return bare;
    }
    co_return reply;
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
            {u"drafts list"_s, u"[--state %1]"_s.arg(draftStates().join(u'|')), u"emails written"_s,
             Needs::reading, 2, listDrafts},
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
