// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/mailthread.h"

namespace crema::flows {

/// One message of a conversation as people read it: words only, whatever its HTML asked for.
struct ConversationMessage
{
    QString id;
    QString from; ///< name and address
    QDateTime at;
    mail::AnswerKind kind = mail::AnswerKind::human;
    QString reason; ///< why it counts as automatic or as a bounce
    bool isUnread = false;
    QString text; ///< what was written
    QString quoted; ///< what it quotes of the messages before
    QStringList attachments; ///< names
};

struct Conversation
{
    QString contactId;
    QString account;
    QString threadId;
    QString subject;
    QVector<ConversationMessage> messages; ///< oldest first
    int leftOut = 0; ///< older ones, of a very long conversation
};

/// The newest conversation with a contact, read from the mailbox; nothing of it is kept. notFound when nobody
/// wrote to them through a mailbox, or it is gone; the errors of GmailClient otherwise.
[[nodiscard]] Task<Result<Conversation>> readConversation(Services *services, QString contactId,
                                                          std::stop_token stop);

/// A message's words: its plain text, or what its HTML says without scripts, styles and remote content.
[[nodiscard]] QString wordsOf(const QString &text, const QString &html);
/// Splits off what a message quotes at its end.
struct Quoting
{
    QString text;
    QString quoted;
};
[[nodiscard]] Quoting withoutQuote(const QString &words);

} // namespace crema::flows
