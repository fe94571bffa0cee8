// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/gmail.h"
#include "store/operation.h"
#include "store/reader.h"

#include <QDateTime>
#include <QHash>

#include <optional>

namespace crema::flows {

// What happened in a mailbox is a fact of the record: appended, never undone. Undo may change what a draft
// says of itself; these say what is so.

/// Where a draft lies among the drafts of a mailbox. Without a draft id it does not.
struct MailboxPlace
{
    QString account;
    mail::GmailDraft draft;
    QString content; ///< mark of the message that was put there
    QString at; ///< ISO 8601 UTC
    bool isBeingMade = false; ///< asked for, and no answer was kept: it may be there or not
    QStringList sentBefore; ///< sent messages that its conversation had already

    [[nodiscard]] bool exists() const { return !draft.id.isEmpty(); }
    [[nodiscard]] bool operator==(const MailboxPlace &) const = default;
};

enum class SendState {
    none,
    sending, ///< asked for, and no answer was kept
    sent,
    unknown, ///< nobody can tell whether it was sent: the user has to look
};

/// How sending a draft went.
struct SendMark
{
    SendState state = SendState::none;
    QString account;
    mail::GmailDraft draft; ///< that was to be sent
    QString messageId; ///< of the sent message, in the mailbox
    QString threadId;
    QStringList sentBefore; ///< sent messages that were in the thread before
    QString at; ///< ISO 8601 UTC
    QString reason; ///< for people, when unknown
    bool byUser = false; ///< sent from the mailbox itself, not by Crema

    [[nodiscard]] bool operator==(const SendMark &) const = default;
};

/// An email that is to be sent at a time.
struct QueueEntry
{
    QString due; ///< ISO 8601 UTC; empty: not in the queue
    QString account; ///< empty: the usual one
    bool atOnce = false; ///< the user is waiting for it: quiet hours do not hold it
    QString held; ///< why it waits for the user, for people: "missed" and reasons of a failure

    [[nodiscard]] bool isQueued() const { return !due.isEmpty(); }
    [[nodiscard]] bool operator==(const QueueEntry &) const = default;
};

enum class AnswerState { unknown, notReplied, replied, bounced };

/// What is known of the answers of a contact.
struct ContactAnswer
{
    AnswerState state = AnswerState::unknown;
    bool unread = false;
    QString asOf; ///< ISO 8601 UTC: when the mailbox was looked at; kept when a later look failed
    QString reason; ///< why unknown, who answered automatically, what a bounce says
    QString account;
    QString threadId; ///< of the newest answer, or of the newest email
    QString messageId; ///< of the newest answer, in the mailbox
    QString at; ///< when it came
    bool automatic = false; ///< only automatic answers came

    [[nodiscard]] bool operator==(const ContactAnswer &) const = default;
};

[[nodiscard]] Result<MailboxPlace> placeOf(const store::Reader &reader, const QString &draftId);
[[nodiscard]] Result<SendMark> sendMarkOf(const store::Reader &reader, const QString &draftId);
[[nodiscard]] Result<QueueEntry> queueEntryOf(const store::Reader &reader, const QString &draftId);
[[nodiscard]] Result<ContactAnswer> answerOf(const store::Reader &reader, const QString &contactId);

/// The answer that a fact of a contact tells of; nullopt for facts about anything else.
[[nodiscard]] std::optional<ContactAnswer> answerIn(const QString &factName, const QString &value);

[[nodiscard]] Result<QHash<QString, MailboxPlace>> allPlaces(const store::Reader &reader);
[[nodiscard]] Result<QHash<QString, SendMark>> allSendMarks(const store::Reader &reader);
[[nodiscard]] Result<QHash<QString, QueueEntry>> allQueued(const store::Reader &reader);
[[nodiscard]] Result<QHash<QString, ContactAnswer>> allAnswers(const store::Reader &reader);

void note(store::Operation &operation, const QString &draftId, const MailboxPlace &place);
void note(store::Operation &operation, const QString &draftId, const SendMark &mark);
void note(store::Operation &operation, const QString &draftId, const QueueEntry &entry);
void note(store::Operation &operation, const QString &contactId, const ContactAnswer &answer);

/// "none", "sending", "sent", "unknown".
[[nodiscard]] QString sendStateWord(SendState state);
/// "replied", "not_replied", "bounced", "unknown".
[[nodiscard]] QString answerWord(AnswerState state);

} // namespace crema::flows
