// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

namespace crema::exchange {

/// What a line of a message's header says (RFC 5322, 2.2 and 3.6).
enum class HeaderLine {
    none, ///< it is no such line
    any,
    usual, ///< "Subject", "Date" and others that most messages have
    recipients, ///< "To", "Cc": whom somebody wrote to
};
[[nodiscard]] HeaderLine headerLine(const QString &line);

/// The name of a header that names people, in front of a line of a text, as it is copied from mail programs
/// of several languages: "To:", "An:", "宛先：".
[[nodiscard]] const QRegularExpression &headerOfPeople();

/// The same for what else programs copy with them: "Betreff:", "Temat:", "Gesendet:".
[[nodiscard]] const QRegularExpression &headerOfMatter();

} // namespace crema::exchange
