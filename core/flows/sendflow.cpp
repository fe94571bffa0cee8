// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/sendflow.h"

#include "async/delay.h"
#include "async/worker.h"
#include "base/dates.h"
#include "flows/mailboxsteps.h"
#include "flows/sendchecks.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

constexpr std::array words {"sent", "held", "answered", "full", "not_sent", "unknown", "not_tried"};
constexpr auto secondLook = std::chrono::seconds(3); ///< a server may still be at work when it is asked

QString tr(const char *text)
{
    return QCoreApplication::translate("flows", text);
}

SendResult resultOf(const QString &draftId, SendEnd end, const QString &reason)
{
    return {draftId, end, reason, {}};
}

SendResult resultOf(const QString &draftId, const SendMark &mark)
{
    if (mark.state == SendState::sent) {
        return {draftId, SendEnd::sent, {}, mail::gmailThreadUrl(mark.account, mark.threadId)};
    }
    return mark.state == SendState::none
            ? resultOf(draftId, SendEnd::notSent, tr("It was not sent: the draft is still in Gmail."))
            : resultOf(draftId, SendEnd::unknown, mark.reason);
}

Task<Result<>> applied(Services *services, store::Operation operation)
{
    auto applying = services->store.apply(std::move(operation));
    const auto change = co_await applying;
    if (!change) {
        co_return std::unexpected(change.error());
    }
    co_return Result<> {};
}

/// Writes down that it is being sent, and where.
Task<Result<>> markSending(Services *services, Draft draft, SendMark mark, MailboxPlace place)
{
    store::Operation operation = mailboxOperation(
            tr("Sending the email to %1").arg(recipientName(*services, draft)));
    note(operation, draft.id, place);
    note(operation, draft.id, mark);
    addState(operation, draft, u"sending"_s);
    co_return co_await applied(services, std::move(operation));
}

Task<Result<SendMark>> markSent(Services *services, QString draftId, SendMark mark)
{
    const auto draft = services->reader.draft(draftId);
    if (!draft) {
        co_return std::unexpected(draft.error());
    }
    mark.state = SendState::sent;
    mark.reason.clear();
    store::Operation operation = mailboxOperation(
            tr("Sent the email to %1").arg(recipientName(*services, *draft)));
    if (const auto added = addSent(*services, *draft, mark, operation); !added) {
        co_return std::unexpected(added.error());
    }
    auto applying = applied(services, std::move(operation));
    const auto done = co_await applying;
    if (!done) {
        co_return std::unexpected(done.error());
    }
    co_return mark;
}

/// It was certainly not sent: the draft is what it was before.
Task<Result<SendMark>> markNotSent(Services *services, QString draftId, MailboxPlace place)
{
    const auto draft = services->reader.draft(draftId);
    if (!draft) {
        co_return std::unexpected(draft.error());
    }
    const SendMark none;
    store::Operation operation = mailboxOperation(
            tr("The email to %1 was not sent").arg(recipientName(*services, *draft)));
    note(operation, draftId, none);
    note(operation, draftId, place);
    addState(operation, *draft, place.exists() ? u"pushed"_s : u"draft"_s);
    auto applying = applied(services, std::move(operation));
    const auto done = co_await applying;
    if (!done) {
        co_return std::unexpected(done.error());
    }
    co_return none;
}

Task<Result<SendMark>> markUnknown(Services *services, QString draftId, SendMark mark, QString reason)
{
    mark.state = SendState::unknown;
    mark.reason = reason;
    store::Operation operation;
    operation.origin = store::Origin::mailbox;
    note(operation, draftId, mark);
    auto applying = applied(services, std::move(operation));
    const auto done = co_await applying;
    if (!done) {
        co_return std::unexpected(done.error());
    }
    co_return mark;
}

/// Whether the draft is still among those of the mailbox.
Task<Result<bool>> isStillDraft(Services *services, SendMark mark, std::stop_token stop)
{
    const mail::GmailAccess access = accessTo(*services, mark.account);
    auto asking = services->gmail.draft(access, mark.draft.id, std::move(stop));
    const auto there = co_await asking;
    if (there) {
        co_return true;
    }
    if (there.error().kind == ErrorKind::notFound) {
        co_return false;
    }
    co_return std::unexpected(there.error());
}

/// Looks into the mailbox what became of it. `wait`: the request was a moment ago.
Task<Result<SendMark>> settle(Services *services, QString draftId, SendMark mark, bool wait,
                              std::stop_token stop)
{
    auto looking = isStillDraft(services, mark, stop);
    auto isThere = co_await looking;
    if (isThere && *isThere && wait) {
        auto waiting = delay(secondLook, stop);
        const auto waited = co_await waiting;
        if (!waited) {
            co_return std::unexpected(waited.error());
        }
        auto again = isStillDraft(services, mark, stop);
        isThere = co_await again;
    }
    if (!isThere) {
        co_return std::unexpected(isThere.error());
    }
    const auto place = placeOf(services->reader, draftId);
    const auto account = gmailAccount(services->reader, mark.account);
    if (!place || !account) {
        co_return std::unexpected(place ? account.error() : place.error());
    }
    if (*isThere) {
        co_return co_await markNotSent(services, draftId, *place);
    }
    auto finding = whatBecameOf(services, *account, mark.draft, mark.sentBefore, stop);
    const auto vanished = co_await finding;
    if (!vanished) {
        co_return std::unexpected(vanished.error());
    }
    switch (vanished->how) {
    case Vanished::sent:
        mark.messageId = vanished->messageId;
        mark.threadId = vanished->threadId;
        co_return co_await markSent(services, draftId, mark);
    case Vanished::deleted:
        co_return co_await markUnknown(
                services, draftId, mark,
                tr("Gmail has neither the draft nor the sent email. Look into the mailbox, "
                   "then say here whether it was sent."));
    case Vanished::cannotTell:
        break;
    }
    co_return co_await markUnknown(services, draftId, mark, vanished->reason);
}

/// The mailbox did not say that it was sent.
Task<Result<SendResult>> afterFailure(Services *services, QString draftId, SendMark mark, Error error,
                                      std::stop_token stop)
{
    Q_UNUSED(stop)
    const std::stop_token never; // what may have been sent is looked into, whoever has lost patience
    if (!mail::mayHaveArrived(error) && error.kind != ErrorKind::notFound) {
        const auto place = placeOf(services->reader, draftId);
        if (!place) {
            co_return std::unexpected(place.error());
        }
        auto marking = markNotSent(services, draftId, *place);
        const auto marked = co_await marking;
        if (!marked) {
            co_return std::unexpected(marked.error());
        }
        co_return std::unexpected(error);
    }
    auto settling = settle(services, draftId, mark, true, never);
    const auto settled = co_await settling;
    if (!settled) {
        co_return resultOf(
                draftId, SendEnd::unknown,
                tr("Gmail gave no answer and could not be asked what became of it (%1). Crema looks "
                   "again before anything else is done with this email.")
                        .arg(settled.error().text));
    }
    co_return resultOf(draftId, *settled);
}

/// All is looked at and written down: sends.
Task<Result<SendResult>> sendMarked(Services *services, QString draftId, SendMark mark, std::stop_token stop)
{
    const mail::GmailAccess access = accessTo(*services, mark.account);
    auto sending = services->gmail.sendDraft(access, mark.draft.id, stop);
    const auto message = co_await sending;
    if (!message) {
        co_return co_await afterFailure(services, draftId, mark, message.error(), std::move(stop));
    }
    mark.messageId = message->id;
    mark.threadId = message->threadId.isEmpty() ? mark.draft.threadId : message->threadId;
    mark.at = toStoredTime(services->clock.now());
    auto marking = markSent(services, draftId, mark);
    const auto marked = co_await marking;
    if (!marked) { // it was sent; the mark says so at the latest when the mailbox is looked into
        co_return std::unexpected(marked.error());
    }
    co_return resultOf(draftId, *marked);
}

/// Its draft was put there before and is no longer among the drafts.
Result<SendResult> vanishedResult(const Services &services, const QString &draftId,
                                  const VanishedDraft &vanished)
{
    if (vanished.how == Vanished::deleted) {
        return resultOf(draftId, SendEnd::notSent,
                        tr("Its draft was deleted in Gmail. Send it again if you want it to go."));
    }
    const auto mark = sendMarkOf(services.reader, draftId);
    return mark ? Result<SendResult>(resultOf(draftId, *mark)) : std::unexpected(mark.error());
}

Task<Result<SendResult>> sendChecked(Services *services, Draft draft, GmailAccount account,
                                     ConversationCheck checked, std::stop_token stop)
{
    const auto message = mailboxMessage(*services, draft, account, checked.thread);
    if (!message) {
        co_return resultOf(draft.id, SendEnd::notSent, message.error().text);
    }
    auto putting = putIntoMailbox(services, draft, *message, account, PutFor::sending, stop);
    const auto put = co_await putting;
    if (!put && put.error().kind == ErrorKind::notFound) {
        auto settling = settleVanished(services, draft.id, account, stop);
        const auto vanished = co_await settling;
        if (!vanished) {
            co_return std::unexpected(vanished.error());
        }
        co_return vanishedResult(*services, draft.id, *vanished);
    }
    if (!put) {
        co_return std::unexpected(put.error());
    }
    SendMark mark;
    mark.state = SendState::sending;
    mark.account = account.email;
    mark.draft = put->place.draft;
    mark.sentBefore = put->place.sentBefore;
    mark.at = toStoredTime(services->clock.now());
    auto marking = markSending(services, draft, mark, put->place);
    const auto marked = co_await marking;
    if (!marked) {
        co_return std::unexpected(marked.error());
    }
    co_return co_await sendMarked(services, draft.id, mark, std::move(stop));
}

} // namespace

QString sendWord(SendEnd end)
{
    return QString::fromLatin1(words[static_cast<size_t>(end)]);
}

Task<Result<SendResult>> sendDraft(Services *services, SendOrder order, std::stop_token stop)
{
    auto waiting = services->jobs.turns().take(mailboxTurn(order.draftId), stop);
    const auto turn = co_await waiting;
    if (!turn) {
        co_return std::unexpected(turn.error());
    }
    const auto mark = sendMarkOf(services->reader, order.draftId);
    const auto entry = queueEntryOf(services->reader, order.draftId);
    if (!mark || !entry) {
        co_return std::unexpected(mark ? entry.error() : mark.error());
    }
    if (order.fromQueue && !entry->isQueued()) {
        co_return failure(ErrorKind::cancelled, tr("It was taken back."));
    }
    if (mark->state == SendState::sent) {
        co_return resultOf(order.draftId, SendEnd::notSent,
                           tr("It was sent already, on %1.").arg(localTimeWords(mark->at)));
    }
    if (mark->state != SendState::none) { // what became of the last time comes first
        auto settling = settle(services, order.draftId, *mark, false, stop);
        const auto settled = co_await settling;
        if (!settled) {
            co_return std::unexpected(settled.error());
        }
        if (settled->state != SendState::none) {
            co_return resultOf(order.draftId, *settled);
        }
    }
    const auto account = gmailAccount(services->reader, order.account);
    if (!account) {
        co_return std::unexpected(account.error());
    }
    const auto draft = services->reader.draft(order.draftId);
    if (!draft) {
        co_return std::unexpected(draft.error());
    }
    auto checking = mayLeave(services, *draft, *account);
    const auto refused = co_await checking;
    if (!refused) {
        co_return std::unexpected(refused.error());
    }
    if (!refused->reason.isEmpty()) {
        co_return *refused;
    }
    auto looking = checkConversation(services, *draft, *account, order.evenIfAnswered, stop);
    const auto checked = co_await looking;
    if (!checked) {
        co_return std::unexpected(checked.error());
    }
    if (!checked->stopsIt.isEmpty()) {
        co_return resultOf(order.draftId, SendEnd::answered, checked->stopsIt);
    }
    co_return co_await sendChecked(services, *draft, *account, *checked, std::move(stop));
}

Task<Result<SendMark>> settleSend(Services *services, QString draftId, std::stop_token stop)
{
    auto waiting = services->jobs.turns().take(mailboxTurn(draftId), stop);
    const auto turn = co_await waiting;
    const auto mark = sendMarkOf(services->reader, draftId);
    if (!turn || !mark) {
        co_return std::unexpected(turn ? mark.error() : turn.error());
    }
    if (mark->state == SendState::none || mark->state == SendState::sent) {
        co_return *mark;
    }
    co_return co_await settle(services, draftId, *mark, false, std::move(stop));
}

Task<Result<int>> settleSends(Services *services, std::stop_token stop)
{
    const auto marks = allSendMarks(services->reader);
    if (!marks) {
        co_return std::unexpected(marks.error());
    }
    int open = 0;
    QStringList ids;
    for (const auto &[id, mark] : marks->asKeyValueRange()) {
        if (mark.state == SendState::sending) {
            ids << id;
        }
    }
    for (const QString &id : std::as_const(ids)) {
        auto settling = settleSend(services, id, stop);
        const auto settled = co_await settling;
        open += !settled || settled->state == SendState::unknown;
    }
    co_return open;
}

Task<Result<SendMark>> settleByHand(Services *services, QString draftId, bool wasSent)
{
    const std::stop_token never;
    auto waiting = services->jobs.turns().take(mailboxTurn(draftId), never);
    const auto turn = co_await waiting;
    auto mark = sendMarkOf(services->reader, draftId);
    if (!turn || !mark) {
        co_return std::unexpected(turn ? mark.error() : turn.error());
    }
    if (mark->state != SendState::unknown && mark->state != SendState::sending) {
        co_return failure(ErrorKind::conflict,
                          mark->state == SendState::sent
                                  ? tr("It is known that this email was sent.")
                                  : tr("This email was not being sent; there is nothing to settle."));
    }
    if (wasSent) {
        mark->byUser = true;
        mark->threadId = mark->draft.threadId;
        co_return co_await markSent(services, draftId, *mark);
    }
    const MailboxPlace nowhere;
    co_return co_await markNotSent(services, draftId, nowhere);
}

} // namespace crema::flows
