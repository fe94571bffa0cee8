// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/answersflow.h"

#include "async/delay.h"
#include "base/dates.h"
#include "flows/mailboxsteps.h"
#include "flows/replied.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

/// Gmail lets 2.5 threads be read in a second (6,000 units a minute, 40 a thread).
constexpr auto betweenThreads = std::chrono::milliseconds(400);
constexpr int freshSeconds = 60 * 60;
constexpr int threadsAtOnce = 20; ///< read without a pause: a few contacts are answered at once

QString tr(const char *text)
{
    return QCoreApplication::translate("flows", text);
}

/// What the conversations with one contact say.
struct Found
{
    ContactAnswer answer;
    QVector<std::pair<QString, JudgedMessage>> sentThere; ///< by draft
    bool hasThread = false;
};

bool isNewer(const JudgedMessage &judged, const QString &than)
{
    return than.isEmpty() || toStoredTime(judged.message.at) > than;
}

void takeHuman(ContactAnswer &answer, const MailThread &thread, const JudgedMessage &judged)
{
    answer.state = AnswerState::replied;
    answer.unread = answer.unread || judged.isUnread();
    if (isNewer(judged, answer.at)) {
        answer.at = toStoredTime(judged.message.at);
        answer.messageId = judged.message.id;
        answer.threadId = thread.id;
        answer.automatic = false;
        answer.reason.clear();
    }
}

/// A human answer says more than a bounce, a bounce more than an automatic answer.
void takeOther(ContactAnswer &answer, const MailThread &thread, const JudgedMessage &judged)
{
    if (answer.state == AnswerState::replied) {
        return;
    }
    if (judged.verdict.kind == mail::AnswerKind::bounce) {
        answer.state = AnswerState::bounced;
        answer.at = toStoredTime(judged.message.at);
        answer.messageId = judged.message.id;
        answer.threadId = thread.id;
        answer.reason = tr("The email came back: it could not be delivered.");
        return;
    }
    if (answer.state != AnswerState::bounced) {
        answer.automatic = true;
        answer.reason = judged.verdict.kind == mail::AnswerKind::delayed
                ? tr("The email is not delivered yet; the mail server goes on trying.")
                : tr("Only an automatic answer came.");
    }
}

void take(ContactAnswer &answer, const MailThread &thread)
{
    answer.account = thread.account;
    if (answer.threadId.isEmpty()) {
        answer.threadId = thread.id;
    }
    for (const JudgedMessage &judged : thread.messages) {
        if (judged.verdict.kind == mail::AnswerKind::human) {
            takeHuman(answer, thread, judged);
        } else if (judged.verdict.kind != mail::AnswerKind::own) {
            takeOther(answer, thread, judged);
        }
    }
}

/// A sent message of the conversation that came after the draft was put there and is no other email of ours.
Result<const JudgedMessage *> unknownSent(const store::Reader &reader, const MailThread &thread,
                                          const MailboxPlace &draft)
{
    const auto marks = allSendMarks(reader);
    if (!marks) {
        return std::unexpected(marks.error());
    }
    QStringList known = draft.sentBefore;
    for (const SendMark &mark : *marks) {
        known << mark.messageId;
    }
    const auto found = std::ranges::find_if(thread.messages, [&](const JudgedMessage &judged) {
        return judged.isSent() && !known.contains(judged.message.id);
    });
    return found == thread.messages.end() ? nullptr : &*found;
}

/// The message that a draft of ours was sent as from the mailbox itself; nullopt while it is a draft.
Task<Result<std::optional<JudgedMessage>>> sentFromMailbox(Services *services, GmailAccount account,
                                                           MailThread thread, QString draftId,
                                                           std::stop_token stop)
{
    std::optional<JudgedMessage> none;
    const auto mark = sendMarkOf(services->reader, draftId);
    const auto draft = placeOf(services->reader, draftId);
    if (!mark || !draft) {
        co_return std::unexpected(mark ? draft.error() : mark.error());
    }
    if (mark->state != SendState::none || !draft->exists()) {
        co_return none;
    }
    const auto sent = unknownSent(services->reader, thread, *draft);
    if (!sent) {
        co_return std::unexpected(sent.error());
    }
    if (*sent == nullptr) {
        co_return none;
    }
    // The user may have written something else in this conversation: a draft that is there was not sent.
    const mail::GmailAccess access = accessTo(*services, account.email);
    auto asking = services->gmail.draft(access, draft->draft.id, std::move(stop));
    const auto there = co_await asking;
    if (there) {
        co_return none;
    }
    if (there.error().kind != ErrorKind::notFound) {
        co_return std::unexpected(there.error());
    }
    co_return std::optional(**sent);
}

/// Reads one conversation; whether it is there.
Task<Result<bool>> lookInto(Services *services, QVector<ThreadPlace> places, Found *found,
                            std::stop_token stop)
{
    const ThreadPlace &first = places.constFirst();
    const auto account = gmailAccount(services->reader, first.account);
    if (!account) {
        co_return std::unexpected(account.error());
    }
    auto reading = readThread(services, *account, first.threadId, stop);
    const auto thread = co_await reading;
    if (!thread && thread.error().kind == ErrorKind::notFound) {
        co_return false;
    }
    if (!thread) {
        auto noting = noteTrouble(services, first.account, thread.error());
        const Error error = co_await noting;
        co_return std::unexpected(error);
    }
    take(found->answer, *thread);
    for (const ThreadPlace &place : std::as_const(places)) {
        auto asking = sentFromMailbox(services, *account, *thread, place.draftId, stop);
        const auto sent = co_await asking;
        if (!sent) {
            co_return std::unexpected(sent.error());
        }
        if (*sent) {
            found->sentThere.push_back({place.draftId, **sent});
        }
    }
    co_return true;
}

Task<Result<Found>> lookAt(Services *services, QVector<ThreadPlace> places, std::stop_token stop)
{
    Found found;
    found.answer.state = AnswerState::notReplied;
    while (!places.isEmpty()) {
        const ThreadPlace next = places.constFirst();
        const auto isSame = [&next](const ThreadPlace &place) {
            return place.account == next.account && place.threadId == next.threadId;
        };
        QVector<ThreadPlace> together;
        std::ranges::copy_if(places, std::back_inserter(together), isSame);
        places.removeIf(isSame);
        auto looking = lookInto(services, std::move(together), &found, stop);
        const auto isThere = co_await looking;
        if (!isThere) {
            co_return std::unexpected(isThere.error());
        }
        found.hasThread = found.hasThread || *isThere;
    }
    if (!found.hasThread) {
        co_return failure(ErrorKind::notFound, tr("The conversation is no longer in the mailbox."));
    }
    found.answer.asOf = toStoredTime(services->clock.now());
    co_return found;
}

/// What a contact is after an answer.
Contact answered(const Contact &before, const ContactAnswer &answer, QString &label)
{
    Contact after = before;
    after.extra["hasUnreadReply"] = answer.unread;
    if (!answer.unread && !before.extra.contains("hasUnreadReply")) {
        after.extra.erase("hasUnreadReply");
    }
    if (answer.state != AnswerState::replied) {
        return after;
    }
    return replied(after, label);
}

bool isNewAnswer(const ContactAnswer &before, const ContactAnswer &now)
{
    const bool tells = now.state == AnswerState::replied || now.state == AnswerState::bounced;
    return tells && (now.state != before.state || now.messageId != before.messageId);
}

/// Only the time of the look differs, and not by much: not worth another fact.
bool isSaidAlready(const Services &services, ContactAnswer before, const ContactAnswer &now)
{
    const bool isFresh = fromStoredTime(before.asOf).secsTo(services.clock.now()) < freshSeconds;
    before.asOf = now.asOf;
    return isFresh && before == now;
}

/// Drafts of the contact that wait for an answer have one.
Result<> addAnswered(const Services &services, const QString &contactId, store::Operation &operation)
{
    const auto marks = allSendMarks(services.reader);
    if (!marks) {
        return std::unexpected(marks.error());
    }
    for (const auto &[id, mark] : marks->asKeyValueRange()) {
        if (mark.state != SendState::sent) {
            continue;
        }
        const auto draft = services.reader.draft(id);
        if (draft && draft->contactId == contactId && draft->state == "sent"_L1) {
            addState(operation, *draft, u"answered"_s);
        }
    }
    return {};
}

Task<Result<AnswerFound>> keepAnswer(Services *services, QString contactId, ContactAnswer now)
{
    const auto before = answerOf(services->reader, contactId);
    const auto contact = services->reader.contact(contactId);
    if (!before) {
        co_return std::unexpected(before.error());
    }
    AnswerFound found {contactId, now, isNewAnswer(*before, now)};
    if (isSaidAlready(*services, *before, now)) {
        co_return found;
    }
    store::Operation operation = mailboxOperation(tr("An answer came"));
    note(operation, contactId, now);
    // What the user decided after an answer they know of stays: stage and reminder move once an answer.
    if (contact && (found.isNews || before->unread != now.unread)) {
        ContactAnswer news = now;
        if (!found.isNews) {
            news.state = AnswerState::unknown;
        }
        const Contact after = answered(*contact, news, operation.label);
        operation.patch(Kind::contact, contactId, toBody(*contact), toBody(after));
    }
    if (found.isNews && now.state == AnswerState::replied) {
        if (const auto added = addAnswered(*services, contactId, operation); !added) {
            co_return std::unexpected(added.error());
        }
    }
    auto applying = services->store.apply(std::move(operation));
    const auto applied = co_await applying;
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return found;
}

/// The draft left from the mailbox itself.
Task<Result<>> keepSentThere(Services *services, QString draftId, JudgedMessage judged)
{
    VanishedDraft vanished;
    vanished.how = Vanished::sent;
    vanished.messageId = judged.message.id;
    vanished.threadId = judged.message.threadId;
    vanished.at = toStoredTime(judged.message.at);
    auto noting = noteVanished(services, draftId, vanished);
    const auto noted = co_await noting;
    if (!noted) {
        co_return std::unexpected(noted.error());
    }
    co_return Result<> {};
}

ContactAnswer unknownBecause(const ContactAnswer &before, const QString &reason)
{
    ContactAnswer answer = before;
    answer.state = AnswerState::unknown;
    answer.reason = reason;
    return answer;
}

struct Looked
{
    AnswerFound found;
    QStringList sentThere;
    std::optional<Error> error;
};

Task<Result<Looked>> lookAtContact(Services *services, QString contactId, QVector<ThreadPlace> places,
                                   std::stop_token stop)
{
    const auto before = answerOf(services->reader, contactId);
    if (!before) {
        co_return std::unexpected(before.error());
    }
    Looked looked;
    looked.found.contactId = contactId;
    if (places.isEmpty()) {
        looked.found.answer = unknownBecause(*before,
                                             tr("No email to this contact went through a connected "
                                                "mailbox, so nobody can tell whether they answered."));
        co_return looked;
    }
    auto looking = lookAt(services, std::move(places), std::move(stop));
    const auto found = co_await looking;
    if (!found) {
        // What was known stays kept; the answer now is that nobody can tell.
        looked.error = found.error();
        looked.found.answer = unknownBecause(*before, found.error().text);
        co_return looked;
    }
    for (const auto &[draftId, judged] : found->sentThere) {
        auto keeping = keepSentThere(services, draftId, judged);
        const auto kept = co_await keeping;
        if (!kept) {
            co_return std::unexpected(kept.error());
        }
        looked.sentThere << draftId;
    }
    auto keeping = keepAnswer(services, contactId, found->answer);
    const auto kept = co_await keeping;
    if (!kept) {
        co_return std::unexpected(kept.error());
    }
    looked.found = *kept;
    co_return looked;
}

/// Every further conversation would fail the same way.
bool endsAll(const Error &error)
{
    return error.kind == ErrorKind::offline || error.kind == ErrorKind::unauthorised
            || error.kind == ErrorKind::rateLimited || error.kind == ErrorKind::cancelled;
}

} // namespace

Task<Result<AnswersOutcome>> checkAnswers(Services *services, QStringList contactIds,
                                          std::function<void(int done, int total)> told, std::stop_token stop)
{
    const auto threads = threadsByContact(services->reader);
    if (!threads) {
        co_return std::unexpected(threads.error());
    }
    if (contactIds.isEmpty()) {
        contactIds = threads->keys();
        contactIds.removeAll(QString());
    }
    AnswersOutcome outcome;
    const int total = static_cast<int>(contactIds.size());
    for (int i = 0; i < total; ++i) {
        const QString id = contactIds[i];
        if (outcome.error && endsAll(*outcome.error)) {
            const auto before = answerOf(services->reader, id);
            outcome.answers.insert(id,
                                   unknownBecause(before ? *before : ContactAnswer {}, outcome.error->text));
            continue;
        }
        if (i >= threadsAtOnce) {
            auto pausing = delay(betweenThreads, stop);
            const auto paused = co_await pausing;
            if (!paused) {
                co_return std::unexpected(paused.error());
            }
        }
        auto looking = lookAtContact(services, id, threads->value(id), stop);
        const auto looked = co_await looking;
        if (!looked) {
            co_return std::unexpected(looked.error());
        }
        outcome.answers.insert(id, looked->found.answer);
        outcome.sentThere << looked->sentThere;
        if (looked->found.isNews) {
            outcome.news << looked->found;
        }
        if (looked->error) {
            outcome.error = looked->error;
        }
        if (told) {
            told(i + 1, total);
        }
    }
    co_return outcome;
}

Result<ContactAnswer> knownAnswer(const store::Reader &reader, const QString &contactId)
{
    auto answer = answerOf(reader, contactId);
    if (answer && answer->asOf.isEmpty()) {
        answer->reason = tr("The mailbox was not looked at yet.");
    }
    return answer;
}

Task<Result<>> markAnswerRead(Services *services, QString contactId)
{
    auto answer = answerOf(services->reader, contactId);
    const auto contact = services->reader.contact(contactId);
    if (!answer || !contact) {
        co_return std::unexpected(answer ? contact.error() : answer.error());
    }
    if (!answer->unread && !boolAt(contact->extra, "hasUnreadReply")) {
        co_return Result<> {};
    }
    answer->unread = false;
    Contact after = *contact;
    after.extra["hasUnreadReply"] = false;
    store::Operation operation = mailboxOperation(tr("Read the answer of %1").arg(contact->name()));
    note(operation, contactId, *answer);
    operation.patch(Kind::contact, contactId, toBody(*contact), toBody(after));
    auto applying = services->store.apply(std::move(operation));
    const auto applied = co_await applying;
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return Result<> {};
}

} // namespace crema::flows
