// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QVector>

namespace crema::mail {

/// A person in a header. The name is empty when the header has only the address.
struct Mailbox
{
    QString name;
    QString email;

    [[nodiscard]] bool operator==(const Mailbox &) const = default;
};

/// An email read back from its bytes. What the message does not say is empty.
struct ParsedMail
{
    QVector<Mailbox> from;
    QVector<Mailbox> to;
    QString subject;
    QDateTime date; ///< with the sender's offset from UTC; invalid when missing or unreadable
    QString messageId; ///< without <>
    QString inReplyTo; ///< without <>
    QStringList references; ///< without <>, oldest first
    QString textBody; ///< the plain text parts, '\n' line ends, no trailing line end
    QString htmlBody; ///< the first HTML part
    QStringList attachmentNames; ///< in order; a file without a name counts as its media type
    bool unsent = false; ///< has `X-Unsent: 1`
};

/// The people of an address header's value: names with their encoded words decoded, groups opened, comments
/// dropped. What is no address is left out where the library can tell.
[[nodiscard]] QVector<Mailbox> mailboxesIn(const QByteArray &headerValue);

/// A header's value as one line of text, its encoded words decoded.
[[nodiscard]] QString decodedText(const QByteArray &headerValue);

/// Reads a message as mail programs and servers write it; sloppy ones too (bare LF, raw 8-bit, unknown
/// charsets read as far as they go). rejectedInput when the bytes are no email at all.
[[nodiscard]] Result<ParsedMail> parseMessage(const QByteArray &bytes);

} // namespace crema::mail
