// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QVector>

namespace crema::mail {

/// A file that goes with an email.
struct OutgoingAttachment
{
    QString fileName; ///< as the recipient sees it; any script
    QString mediaType; ///< "application/pdf"; empty means application/octet-stream
    QByteArray bytes;
};

/// What becomes of the message: a draft for the user's own mail program, or a message as it is sent.
enum class Purpose {
    handOff, ///< opens as a draft (`X-Unsent: 1`); may lack the recipient or the sender
    send, ///< needs both addresses
};

/// One email as we know it before it is MIME. Text is plain and in any script; nothing is encoded yet.
struct OutgoingMail
{
    Purpose purpose = Purpose::handOff;
    QString fromName;
    QString fromEmail;
    QString toName;
    QString toEmail;
    QString subject;
    QString textBody; ///< the full text as sent, any line ends
    QVector<OutgoingAttachment> attachments;
    QDateTime date;
    QString messageId; ///< with or without <>; made from the content and `messageIdDomain` when empty
    QString messageIdDomain; ///< empty: the domain of the sender's address
    QString inReplyTo; ///< the message answered, or empty
    QStringList references; ///< the thread before it, oldest first
};

/// The message as bytes (RFC 5322, RFC 2045-2047, RFC 2231): CRLF lines, UTF-8 throughout, a text and an HTML
/// form of the same words, attachments behind them. The same mail gives the same bytes. Line ends and control
/// characters in names, subject and file names become blanks. rejectedInput, naming the field, for an
/// address, message id or media type that cannot stand in a header and for a missing date or body.
[[nodiscard]] Result<QByteArray> buildMessage(const OutgoingMail &mail);

} // namespace crema::mail
