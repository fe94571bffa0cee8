// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/mailboxsteps.h"

#include "base/dates.h"
#include "base/subjects.h"
#include "contacts/statusrules.h"
#include "flows/followupflow.h"
#include "flows/handoffflow.h"
#include "flows/voiceflow.h"
#include "mail/parse.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

constexpr int oldAfterSeconds = 10 * 60; ///< an email that leaves says when it did
constexpr int draftsLookedThrough = 50; ///< for one that a lost answer left

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

/// All that matters of a message but its date.
QString contentMark(const mail::OutgoingMail &mail, const QString &threadId)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray &part) {
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part);
    };
    for (const QString &text : {mail.fromName, mail.fromEmail, mail.toName, mail.toEmail, mail.subject,
                                mail.textBody, mail.inReplyTo, threadId}) {
        add(text.toUtf8());
    }
    for (const mail::OutgoingAttachment &attachment : mail.attachments) {
        add(attachment.fileName.toUtf8());
        add(attachment.bytes);
    }
    return QString::fromLatin1(hash.result().toHex());
}

Task<Result<>> notePlace(Services *services, QString draftId, MailboxPlace place)
{
    store::Operation operation;
    operation.origin = store::Origin::mailbox;
    note(operation, draftId, place);
    auto applying = services->store.apply(std::move(operation));
    const auto applied = co_await applying;
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return Result<> {};
}

/// A draft that lies in the mailbox, was made by us and that no record knows: an answer was lost.
Task<Result<mail::GmailDraft>> lostDraft(Services *services, MailboxMessage message, GmailAccount account,
                                         std::stop_token stop)
{
    const auto places = allPlaces(services->reader);
    if (!places) {
        co_return std::unexpected(places.error());
    }
    QStringList known;
    for (const MailboxPlace &place : *places) {
        known << place.draft.id;
    }
    const mail::GmailAccess access = accessTo(*services, account.email);
    auto asking = services->gmail.newestDrafts(access, draftsLookedThrough, std::move(stop));
    const auto drafts = co_await asking;
    if (!drafts) {
        co_return std::unexpected(drafts.error());
    }
    mail::GmailDraft lost;
    for (const auto &[draft, headers] : *drafts) {
        const bool isOurs = !known.contains(draft.id)
                && mail::addressOf(headers.header(u"To")) == message.toEmail.toLower()
                && mail::decodedText(headers.header(u"Subject").toUtf8()) == message.subject;
        if (isOurs && lost.id.isEmpty()) {
            lost = draft;
        }
    }
    co_return lost;
}

/// What is known of the draft in the mailbox; without an id when there is none.
Task<Result<MailboxPlace>> knownPlace(Services *services, QString draftId, MailboxMessage message,
                                      GmailAccount account, std::stop_token stop)
{
    const auto place = placeOf(services->reader, draftId);
    if (!place) {
        co_return std::unexpected(place.error());
    }
    if (place->account != account.email) {
        // In two mailboxes it could be sent twice.
        const bool isElsewhere = place->exists() && gmailAccount(services->reader, place->account);
        co_return isElsewhere
                ? Result<MailboxPlace>(
                          failure(ErrorKind::conflict,
                                  tr("It lies among the drafts of %1 already. Go on from that account, or "
                                     "delete it there first.")
                                          .arg(place->account)))
                : Result<MailboxPlace>(MailboxPlace {});
    }
    if (!place->isBeingMade) {
        co_return *place;
    }
    auto looking = lostDraft(services, std::move(message), account, std::move(stop));
    const auto lost = co_await looking;
    if (!lost) {
        co_return std::unexpected(lost.error());
    }
    MailboxPlace found = *place;
    found.draft = *lost;
    found.isBeingMade = false;
    found.content.clear(); // an older text, perhaps
    co_return found;
}

Task<Result<Put>> createInMailbox(Services *services, Draft draft, MailboxMessage message,
                                  GmailAccount account, std::stop_token stop)
{
    Put put;
    put.place.account = account.email;
    put.place.at = toStoredTime(services->clock.now());
    put.place.isBeingMade = true;
    put.place.sentBefore = message.sentBefore;
    auto marking = notePlace(services, draft.id, put.place);
    const auto marked = co_await marking;
    if (!marked) {
        co_return std::unexpected(marked.error());
    }
    const mail::GmailAccess access = accessTo(*services, account.email);
    auto creating = services->gmail.createDraft(access, message.bytes, message.threadId, std::move(stop));
    const auto created = co_await creating;
    if (!created) {
        if (!mail::mayHaveArrived(created.error())) {
            auto unmarking = notePlace(services, draft.id, MailboxPlace {});
            const auto unmarked = co_await unmarking;
            if (!unmarked) {
                co_return std::unexpected(unmarked.error());
            }
        }
        co_return std::unexpected(created.error());
    }
    put.place.draft = *created;
    put.place.content = message.content;
    put.place.isBeingMade = false;
    co_return put;
}

/// An update may give the message another id, so the mailbox's own answer is kept.
Task<Result<Put>> updateInMailbox(Services *services, MailboxPlace place, MailboxMessage message,
                                  GmailAccount account, PutFor what, std::stop_token stop)
{
    const mail::GmailAccess access = accessTo(*services, account.email);
    Put put {place, PushEnd::unchanged};
    const bool isOld = fromStoredTime(place.at).secsTo(services->clock.now()) > oldAfterSeconds;
    const bool isSame = place.content == message.content && !(what == PutFor::sending && isOld);
    auto asking = isSame
            ? services->gmail.draft(access, place.draft.id, stop)
            : services->gmail.updateDraft(access, place.draft.id, message.bytes, message.threadId, stop);
    const auto there = co_await asking;
    if (!there) {
        co_return std::unexpected(there.error());
    }
    put.place.draft = *there;
    put.place.sentBefore = message.sentBefore;
    put.place.content = message.content;
    put.end = isSame ? PushEnd::unchanged : PushEnd::updated;
    put.place.at = isSame ? place.at : toStoredTime(services->clock.now());
    co_return put;
}

PushResult resultOf(const QString &draftId, PushEnd end, const QString &reason = {})
{
    return {draftId, end, reason, {}};
}

/// Why this draft is not put into a mailbox, or nothing.
QString refusal(const Draft &draft, const Contact &contact, const SendMark &mark)
{
    if (mark.state == SendState::sent) {
        return tr("It was sent already.");
    }
    if (mark.state != SendState::none) {
        return tr("Whether it was sent is not settled yet.");
    }
    if (contact.email().isEmpty()) {
        return tr("%1 has no email address.")
                .arg(contact.name().isEmpty() ? tr("The contact") : contact.name());
    }
    return draft.body.trimmed().isEmpty() ? tr("The email is empty.") : QString();
}

PushResult vanishedResult(const QString &draftId, const VanishedDraft &vanished)
{
    switch (vanished.how) {
    case Vanished::deleted:
        return resultOf(draftId, PushEnd::deletedThere,
                        tr("The draft was deleted in Gmail. Put it there again if you want it back."));
    case Vanished::sent:
        return resultOf(draftId, PushEnd::sentThere, tr("It was sent from Gmail already."));
    case Vanished::cannotTell:
        break;
    }
    return resultOf(draftId, PushEnd::failed, vanished.reason);
}

} // namespace

QString mailboxTurn(const QString &draftId)
{
    return u"mailbox "_s + draftId;
}

store::Operation mailboxOperation(const QString &label)
{
    store::Operation operation;
    operation.label = label;
    operation.origin = store::Origin::mailbox;
    return operation;
}

QString recipientName(const Services &services, const Draft &draft)
{
    const auto contact = services.reader.contact(draft.contactId);
    if (!contact) {
        return tr("a deleted contact");
    }
    return contact->name().isEmpty() ? contact->email() : contact->name();
}

void addState(store::Operation &operation, const Draft &draft, const QString &state)
{
    Draft after = draft;
    after.state = state;
    operation.patch(Kind::draft, draft.id, toBody(draft), toBody(after));
}

Task<Result<std::optional<MailThread>>> conversationOf(Services *services, Draft draft, GmailAccount account,
                                                       std::stop_token stop)
{
    std::optional<MailThread> none;
    if (draft.kind == "first"_L1 || draft.kind.isEmpty() || !account.canRead()) {
        co_return none;
    }
    const auto threads = threadsByContact(services->reader);
    if (!threads) {
        co_return std::unexpected(threads.error());
    }
    QVector<ThreadPlace> own = threads->value(draft.contactId);
    own.removeIf([&](const ThreadPlace &place) {
        return place.account != account.email || place.draftId == draft.id;
    });
    for (const ThreadPlace &place : own | std::views::reverse) { // the newest that is still there
        auto reading = readThread(services, account, place.threadId, stop);
        auto thread = co_await reading;
        if (!thread && thread.error().kind != ErrorKind::notFound) {
            co_return std::unexpected(thread.error());
        }
        if (thread && !thread->messages.isEmpty()) {
            co_return std::optional(*std::move(thread));
        }
    }
    co_return none;
}

Result<MailboxMessage> mailboxMessage(const Services &services, const Draft &draft,
                                      const GmailAccount &account, const std::optional<MailThread> &thread)
{
    auto mail = mailOf(services, draft);
    if (!mail) {
        return std::unexpected(mail.error());
    }
    mail->purpose = mail::Purpose::send;
    mail->fromEmail = account.email;
    MailboxMessage message;
    // A mailbox keeps an email in a conversation only under its subject.
    const bool goesOn = thread
            && (draft.kind == "reply"_L1 || isSameConversation(draft.subject, thread->subject));
    if (goesOn) {
        mail->inReplyTo = thread->inReplyTo();
        mail->references = thread->references();
        mail->subject = replySubject(thread->subject);
        message.threadId = thread->id;
        message.sentBefore = thread->sentIds();
    }
    message.content = contentMark(*mail, message.threadId);
    message.toEmail = mail->toEmail;
    message.subject = mail->subject;
    const auto bytes = mail::buildMessage(*mail);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    message.bytes = *bytes;
    return message;
}

Task<Result<Put>> putIntoMailbox(Services *services, Draft draft, MailboxMessage message,
                                 GmailAccount account, PutFor what, std::stop_token stop)
{
    auto finding = knownPlace(services, draft.id, message, account, stop);
    const auto place = co_await finding;
    if (!place) {
        co_return std::unexpected(place.error());
    }
    if (place->exists()) {
        co_return co_await updateInMailbox(services, *place, std::move(message), account, what,
                                           std::move(stop));
    }
    co_return co_await createInMailbox(services, draft, std::move(message), account, std::move(stop));
}

Task<Result<PushResult>> pushDraft(Services *services, QString draftId, GmailAccount account,
                                   DraftsBeside beside, std::stop_token stop)
{
    auto waiting = services->jobs.turns().take(mailboxTurn(draftId), stop);
    const auto turn = co_await waiting;
    if (!turn) {
        co_return std::unexpected(turn.error());
    }
    const auto draft = services->reader.draft(draftId);
    const auto mark = sendMarkOf(services->reader, draftId);
    if (!mark) {
        co_return std::unexpected(mark.error());
    }
    const auto contact = draft ? services->reader.contact(draft->contactId)
                               : Result<Contact>(std::unexpected(draft.error()));
    if (!contact) {
        co_return resultOf(draftId, PushEnd::failed, contact.error().text);
    }
    if (const QString why = refusal(*draft, *contact, *mark); !why.isEmpty()) {
        co_return resultOf(draftId, PushEnd::failed, why);
    }
    const auto held = heldBecause(*services, beside, *draft);
    if (!held) {
        co_return std::unexpected(held.error());
    }
    if (!held->isEmpty()) {
        co_return resultOf(draftId, PushEnd::held, *held);
    }
    auto reading = conversationOf(services, *draft, account, stop);
    const auto thread = co_await reading;
    if (!thread) {
        co_return std::unexpected(thread.error());
    }
    const auto message = mailboxMessage(*services, *draft, account, *thread);
    if (!message) {
        co_return resultOf(draftId, PushEnd::failed, message.error().text);
    }
    auto putting = putIntoMailbox(services, *draft, *message, account, PutFor::keeping, stop);
    const auto put = co_await putting;
    if (!put && put.error().kind == ErrorKind::notFound) {
        auto settling = settleVanished(services, draftId, account, std::move(stop));
        const auto vanished = co_await settling;
        if (!vanished) {
            co_return std::unexpected(vanished.error());
        }
        co_return vanishedResult(draftId, *vanished);
    }
    if (!put) {
        co_return std::unexpected(put.error());
    }
    store::Operation operation = mailboxOperation(
            tr("Put the email to %1 into Gmail").arg(recipientName(*services, *draft)));
    note(operation, draftId, put->place);
    addState(operation, *draft, u"pushed"_s);
    auto applying = services->store.apply(std::move(operation));
    const auto applied = co_await applying;
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    PushResult result = resultOf(draftId, put->end);
    result.link = mail::gmailDraftUrl(account.email, put->place.draft.messageId);
    co_return result;
}

Result<> addSent(Services &services, const Draft &draft, const SendMark &mark, store::Operation &operation)
{
    note(operation, draft.id, mark);
    note(operation, draft.id, MailboxPlace {});
    note(operation, draft.id, QueueEntry {});
    addState(operation, draft, u"sent"_s);
    const auto contact = services.reader.contact(draft.contactId);
    if (contact) {
        Contact after = *contact;
        const auto event = draft.kind == "follow_up"_L1 ? contacts::StageEvent::followUpSent
                                                        : contacts::StageEvent::mailSent;
        after.status = contacts::statusAfter(contact->status, contacts::stageSetBy(*contact), event)
                               .value_or(contact->status);
        const QString day = contacts::localDay(services.clock.now()).toString(Qt::ISODate);
        after.lastContactDate = std::max(day, contact->lastContactDate);
        if (after.firstContactDate.isEmpty()) {
            after.firstContactDate = day;
        }
        operation.patch(Kind::contact, contact->id, toBody(*contact), toBody(after));
    } else if (contact.error().kind != ErrorKind::notFound) {
        return std::unexpected(contact.error());
    }
    if (const auto learned = learnVoice(services, {draft}, operation); !learned) {
        return learned;
    }
    return keepFollowUps(services.reader, today(services), operation);
}

} // namespace crema::flows
