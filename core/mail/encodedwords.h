// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace crema::mail {

// RFC 2047 by hand: the MIME library writes encoded words longer than a line may be, leaves text that only
// looks encoded as it is, and when reading drops all but the first of several base64 words that end in '='
// (seen with gmime 3.2.13: "=?UTF-8?B?YQ==?= =?UTF-8?B?YmM=?=" reads as "a").

/// A header's value in ASCII, folded (lines joined by "\n ") so that no line is longer than 78 columns where
/// the words allow it. `column` is where the value begins: the length of "Subject: ". `text` has no line
/// ends.
[[nodiscard]] QByteArray encodedText(const QString &text, qsizetype column);

/// `"Name" <address>` for From and To, folded likewise; the bare address when there is no name.
[[nodiscard]] QByteArray encodedMailbox(const QString &name, const QByteArray &address, qsizetype column);

/// The same header value with its base64 words as quoted-printable ones, which the library reads right.
[[nodiscard]] QByteArray readableWords(const QByteArray &headerValue);

} // namespace crema::mail
