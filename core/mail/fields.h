// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace crema::mail {

// What may stand in a header. Nothing that a header ends with (CR, LF, NUL and the other control characters)
// gets through any of these, so a value can never start a header of its own.

/// The text as one line: control characters and line ends become blanks, the rest stays to the last mark.
[[nodiscard]] QString headerText(const QString &text);
/// The text of a body: line ends as '\n', control characters other than tabs dropped.
[[nodiscard]] QString bodyText(const QString &text);

/// The address as headers carry it (the domain in its ASCII form, RFC 5891), or empty when it is none: one
/// '@', no white space, no quoting, ASCII before the '@'.
[[nodiscard]] QByteArray headerAddress(const QString &email);

/// "<id@domain>" or "id@domain" without its brackets; empty when it is no message id (RFC 5322
/// section 3.6.4).
[[nodiscard]] QByteArray headerMessageId(const QString &messageId);

/// True for "type/subtype" in the letters that RFC 2045 allows.
[[nodiscard]] bool isMediaType(const QString &mediaType);

} // namespace crema::mail
