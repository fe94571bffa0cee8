// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/draftsbeside.h"
#include "flows/gmailflow.h"
#include "flows/mailfacts.h"
#include "flows/mailthread.h"
#include "flows/pushflow.h"
#include "flows/vanisheddraft.h"
#include "model/draft.h"

namespace crema::flows {

// The steps that putting drafts into a mailbox and sending them share.

/// A draft as a message of this account.
struct MailboxMessage
{
    QByteArray bytes; ///< RFC 5322
    QString threadId; ///< of the conversation it goes on with; empty for a new one
    QString content; ///< equal for equal messages, whatever the time
    QString toEmail;
    QString subject;
    QStringList sentBefore; ///< sent messages of that conversation
};

/// The conversation an email goes on with: the newest with its contact in this account, when it is no first
/// email and the mailbox may be read; nullopt otherwise, or when it is gone.
[[nodiscard]] Task<Result<std::optional<MailThread>>> conversationOf(Services *services, Draft draft,
                                                                     GmailAccount account,
                                                                     std::stop_token stop);
[[nodiscard]] Result<MailboxMessage> mailboxMessage(const Services &services, const Draft &draft,
                                                    const GmailAccount &account,
                                                    const std::optional<MailThread> &thread);

/// Where the draft lies now and how it came there.
struct Put
{
    MailboxPlace place;
    PushEnd end = PushEnd::created;
};
enum class PutFor { keeping, sending };
/// Makes the mailbox's draft say what the message says; for sending also with the date of now. What a lost
/// answer left there is found again rather than made twice. notFound when the draft was there and no longer
/// is.
[[nodiscard]] Task<Result<Put>> putIntoMailbox(Services *services, Draft draft, MailboxMessage message,
                                               GmailAccount account, PutFor what, std::stop_token stop);

/// Puts one draft into the mailbox. The error is the mailbox's or the store's; what is the matter with this
/// draft alone is in the result.
[[nodiscard]] Task<Result<PushResult>> pushDraft(Services *services, QString draftId, GmailAccount account,
                                                 DraftsBeside beside, std::stop_token stop);

/// Adds to an operation that an email was sent: the mark, the draft's state, and what it means for its
/// contact.
[[nodiscard]] Result<> addSent(Services &services, const Draft &draft, const SendMark &mark,
                               store::Operation &operation);

/// Sets the state of a draft; what it went through in a mailbox is not undone.
void addState(store::Operation &operation, const Draft &draft, const QString &state);
[[nodiscard]] store::Operation mailboxOperation(const QString &label);
/// "Ada Lovelace", or the address.
[[nodiscard]] QString recipientName(const Services &services, const Draft &draft);
/// Two at once would not know of each other.
[[nodiscard]] QString mailboxTurn(const QString &draftId);

} // namespace crema::flows
