// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/sendchecks.h"

#include "async/worker.h"
#include "base/dates.h"
#include "flows/handoffflow.h"
#include "flows/mailboxsteps.h"
#include "flows/replyflow.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

constexpr int daySeconds = 24 * 60 * 60;

QString tr(const char *text)
{
    return QCoreApplication::translate("flows", text);
}

/// When the account sent in the last 24 hours, the oldest first; what is being sent counts.
Result<QVector<QDateTime>> sentLately(const Services &services, const QString &account)
{
    const auto marks = allSendMarks(services.reader);
    if (!marks) {
        return std::unexpected(marks.error());
    }
    const QDateTime since = services.clock.now().addSecs(-daySeconds);
    QVector<QDateTime> times;
    for (const SendMark &mark : *marks) {
        const QDateTime at = fromStoredTime(mark.at);
        if (mark.account == account && mark.state != SendState::none && at > since) {
            times << at;
        }
    }
    std::ranges::sort(times);
    return times;
}

Result<QString> fullReason(const Services &services, const QString &account)
{
    const auto left = sendsLeft(services, account);
    if (!left) {
        return std::unexpected(left.error());
    }
    if (*left > 0) {
        return QString();
    }
    const auto next = nextFreeSend(services, account);
    if (!next) {
        return std::unexpected(next.error());
    }
    return tr("%1 emails were sent from %2 in the last 24 hours, as many as Crema sends in a day so that the "
              "mailbox keeps its good name. The next one can go on %3.")
            .arg(services.deployment.sending.perDay)
            .arg(account, localTimeWords(toStoredTime(*next)));
}

/// Why it cannot be sent, by what it is itself.
QString notReady(const Services &services, const Draft &draft)
{
    const auto contact = services.reader.contact(draft.contactId);
    if (!contact) {
        return contact.error().text;
    }
    if (contact->email().isEmpty()) {
        return tr("%1 has no email address.").arg(contact->name());
    }
    return {};
}

/// An answer that the sender must see before this email goes; empty when there is none.
QString answeredFirst(const MailThread &thread, const Draft &draft)
{
    const JudgedMessage *answer = thread.newest(mail::AnswerKind::human);
    if (answer == nullptr) {
        return {};
    }
    if (textAt(draft.extra, answersMember) == answer->message.id) {
        return {};
    }
    // A first email and a follow-up wait for an answer; what thanks or answers knows of those before it.
    const bool expects = draft.kind == "reply"_L1 || draft.kind == "thank_you"_L1;
    if (expects && answer->message.at <= fromStoredTime(draft.createdAt)) {
        return {};
    }
    return tr("There is an answer of %1 that came first, so nothing was sent. Read it, then send this email "
              "if it still fits.")
            .arg(localTimeWords(toStoredTime(answer->message.at)));
}

QString bouncedFirst(const MailThread &thread, const QString &address)
{
    const JudgedMessage *bounce = thread.newest(mail::AnswerKind::bounce);
    const bool isOfNow = bounce != nullptr
            && (thread.newest(mail::AnswerKind::human) == nullptr
                || thread.newest(mail::AnswerKind::human)->message.at < bounce->message.at);
    if (!isOfNow) {
        return {};
    }
    const QString failed = bounce->message.header(u"X-Failed-Recipients");
    if (!failed.isEmpty() && !failed.contains(address, Qt::CaseInsensitive)) {
        return {}; // the address has been corrected since
    }
    return tr("The last email to %1 came back: the address does not work. Correct it, or send all the same.")
            .arg(address);
}

} // namespace

QString localTimeWords(const QString &storedTime)
{
    const QDateTime at = fromStoredTime(storedTime).toLocalTime();
    return QLocale().toString(at, u"d MMM yyyy, HH:mm"_s);
}

Result<int> sendsLeft(const Services &services, const QString &account)
{
    const auto times = sentLately(services, account);
    return times
            ? Result<int>(std::max(0, services.deployment.sending.perDay - static_cast<int>(times->size())))
            : std::unexpected(times.error());
}

Result<QDateTime> nextFreeSend(const Services &services, const QString &account)
{
    const auto times = sentLately(services, account);
    if (!times) {
        return std::unexpected(times.error());
    }
    const auto over = times->size() - services.deployment.sending.perDay;
    if (over < 0) {
        return services.clock.now();
    }
    return over < times->size() ? times->at(over).addSecs(daySeconds)
                                : services.clock.now().addSecs(daySeconds);
}

Task<Result<SendResult>> mayLeave(Services *services, Draft draft, GmailAccount account)
{
    SendResult result {draft.id, SendEnd::notSent, notReady(*services, draft), {}};
    if (!result.reason.isEmpty()) {
        co_return result;
    }
    // All drafts there are: for a worker.
    auto reading = runOnWorker(DraftsBeside::readAt, services->workspace.databasePath());
    const auto beside = co_await reading;
    if (!beside) {
        co_return std::unexpected(beside.error());
    }
    const auto held = heldBecause(*services, *beside, draft);
    if (!held) {
        co_return std::unexpected(held.error());
    }
    if (!held->isEmpty()) {
        result.end = SendEnd::held;
        result.reason = *held;
        co_return result;
    }
    const auto full = fullReason(*services, account.email);
    if (!full) {
        co_return std::unexpected(full.error());
    }
    result.end = SendEnd::full;
    result.reason = *full;
    co_return result;
}

Task<Result<ConversationCheck>> checkConversation(Services *services, Draft draft, GmailAccount account,
                                                  bool evenIfAnswered, std::stop_token stop)
{
    ConversationCheck check;
    const auto threads = threadsByContact(services->reader);
    const auto contact = services->reader.contact(draft.contactId);
    if (!threads || !contact) {
        co_return std::unexpected(threads ? contact.error() : threads.error());
    }
    if (!account.canRead()) {
        co_return check;
    }
    const QVector<ThreadPlace> places = threads->value(draft.contactId);
    for (const ThreadPlace &place : places) {
        if (place.account != account.email || place.draftId == draft.id) {
            continue;
        }
        auto reading = readThread(services, account, place.threadId, stop);
        const auto thread = co_await reading;
        if (!thread && thread.error().kind != ErrorKind::notFound) {
            co_return std::unexpected(thread.error());
        }
        if (!thread || thread->messages.isEmpty()) {
            continue;
        }
        if (!evenIfAnswered && check.stopsIt.isEmpty()) {
            const QString bounced = bouncedFirst(*thread, contact->email());
            check.stopsIt = bounced.isEmpty() ? answeredFirst(*thread, draft) : bounced;
        }
        if (draft.kind != "first"_L1 && !draft.kind.isEmpty()) {
            check.thread = *thread; // the newest comes last
        }
    }
    co_return check;
}

} // namespace crema::flows
