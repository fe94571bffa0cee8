// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/gmailflow.h"
#include "mail/answers.h"
#include "model/draft.h"
#include "store/draftlist.h"

#include <optional>

namespace crema::flows {

/// A message of a conversation and what it is.
struct JudgedMessage
{
    mail::GmailMessage message;
    mail::AnswerVerdict verdict;

    [[nodiscard]] bool isUnread() const;
    [[nodiscard]] bool isSent() const; ///< ours, and it left
};

/// A conversation as the mailbox has it.
struct MailThread
{
    QString account;
    QString id;
    QString historyId;
    QString subject; ///< of its first message, decoded
    QVector<JudgedMessage> messages; ///< oldest first, without drafts and what lies in the trash or in spam

    [[nodiscard]] QStringList sentIds() const;
    /// The newest one of a kind; nullptr when there is none.
    [[nodiscard]] const JudgedMessage *newest(mail::AnswerKind kind) const;
    /// What a reply to the newest message carries (RFC 5322, 3.6.4).
    [[nodiscard]] QString inReplyTo() const;
    [[nodiscard]] QStringList references() const;
};

/// notFound when nothing of it is there any more; forbidden when the account may not read.
[[nodiscard]] Task<Result<MailThread>> readThread(Services *services, GmailAccount account, QString threadId,
                                                  std::stop_token stop);

/// The threads in which emails to this contact were sent, or put as drafts, the newest last.
struct ThreadPlace
{
    QString account;
    QString threadId;
    QString draftId;
    QString at;

    [[nodiscard]] bool operator==(const ThreadPlace &) const = default;
};
[[nodiscard]] Result<QHash<QString, QVector<ThreadPlace>>> threadsByContact(const store::Reader &reader);

} // namespace crema::flows
