// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "mail/message.h"

#include <QString>
#include <QUrl>

namespace crema::mail {

/// The mail as an address that opens the system's mail program (RFC 6068): recipient, subject, plain text;
/// attachments cannot go this way. Without a recipient the mail program asks for one. rejectedInput for an
/// address that is none, and when the address grows beyond `maxMailtoLength`, where programs cut it silently:
/// use the .eml file then.
[[nodiscard]] Result<QUrl> mailtoUrl(const OutgoingMail &mail);

/// Windows cuts a program's argument at 2083 characters of URL; Linux and macOS carry far more.
#ifdef Q_OS_WIN
inline constexpr qsizetype maxMailtoLength = 2000;
#else
inline constexpr qsizetype maxMailtoLength = 32000;
#endif

/// The mail as text for the clipboard: "To:" and "Subject:" lines, a blank line, the body.
[[nodiscard]] QString copyText(const OutgoingMail &mail);

} // namespace crema::mail
