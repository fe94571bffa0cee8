// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace crema::exchange {

/// "mailto:jay@x.example?subject=hi", an address at the end of a sentence, half a bracket.
[[nodiscard]] QString bareAddress(QString address);

/// The address of "<a@x.example>" and "(a@x.example)"; empty when the word is none.
[[nodiscard]] QString addressIn(const QString &word);

/// The entries of a cell or of a line of recipients: cut at commas, semicolons, bars and line ends, also
/// those of other scripts, save within "<>" and quotation marks. A name with a comma stays with its address:
/// "Roe, Jane <jane@x.example>". Takes a time that grows with the length of the text.
[[nodiscard]] QStringList addressEntries(const QString &value);

/// Parts with what belongs to them put together again, as `addressEntries` does. `isOnly` is true where no
/// other address stands beside.
[[nodiscard]] QStringList joinedEntries(const QStringList &parts, const QString &separator, bool isOnly);

} // namespace crema::exchange
