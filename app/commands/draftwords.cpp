// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/draftwords.h"

#include "commands/commandparts.h"
#include "flows/draftreview.h"
#include "flows/mailfacts.h"

using namespace Qt::StringLiterals;

namespace crema::app {

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

Json gateJson(const QVector<GateProblem> &problems)
{
    Json list = Json::array();
    for (const GateProblem &problem : problems) {
        list.push_back({{"rule", problem.rule},
                        {"text", problem.text},
                        {"inSubject", problem.inSubject},
                        {"start", problem.start},
                        {"length", problem.length}});
    }
    return {{"ok", problems.isEmpty()}, {"problems", std::move(list)}};
}

namespace {

/// How the email stands with the mailbox; null when it has nothing to do with one.
Result<Json> mailboxJson(const store::Reader &reader, const QString &draftId)
{
    const auto place = flows::placeOf(reader, draftId);
    const auto mark = flows::sendMarkOf(reader, draftId);
    const auto entry = flows::queueEntryOf(reader, draftId);
    if (!place || !mark || !entry) {
        return std::unexpected(!place ? place.error() : !mark ? mark.error() : entry.error());
    }
    Json json;
    const bool hasMark = mark->state != flows::SendState::none;
    const mail::GmailDraft &draft = hasMark ? mark->draft : place->draft;
    putText(json, "account", hasMark ? mark->account : place->account);
    putText(json, "draftId", draft.id);
    putText(json, "messageId", mark->messageId.isEmpty() ? draft.messageId : mark->messageId);
    putText(json, "threadId", mark->threadId.isEmpty() ? draft.threadId : mark->threadId);
    putText(json, "sending", hasMark ? flows::sendStateWord(mark->state) : QString());
    putText(json, "at", mark->at);
    putText(json, "reason", mark->reason);
    putText(json, "due", entry->due);
    putText(json, "held", entry->held);
    return json;
}

} // namespace

Result<Json> draftJson(const CommandContext &context, const flows::DraftsBeside &beside, const Draft &draft)
{
    const auto problems = beside.problemsOf(context.reader, context.knowledge, draft);
    const auto mailbox = mailboxJson(context.reader, draft.id);
    if (!problems || !mailbox) {
        return std::unexpected(problems ? mailbox.error() : problems.error());
    }
    Json json {{"id", draft.id},        {"contactId", draft.contactId}, {"kind", draft.kind},
               {"state", draft.state},  {"subject", draft.subject},     {"body", draft.body},
               {"writer", draft.writer}};
    json["reviewed"] = flows::isReviewed(draft);
    putText(json, "runId", draft.runId);
    putText(json, "resumeId", draft.resumeId);
    putText(json, "createdAt", draft.createdAt);
    putText(json, "handedOffAt", draft.handedOffAt);
    putText(json, "overrideReason", draft.overrideReason);
    if (!mailbox->is_null()) {
        json["gmail"] = *mailbox;
    }
    json["gate"] = gateJson(*problems);
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

} // namespace crema::app
