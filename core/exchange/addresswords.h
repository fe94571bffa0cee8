// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/emailcells.h"

#include <QString>
#include <QStringList>

namespace crema::exchange {

/// "work", "(Email):", "and", "-": it tells nothing that is not known without it.
[[nodiscard]] bool isSilent(const QString &word);
/// "1.", "2:" in front of one of several.
[[nodiscard]] bool isNumbering(const QString &word);
/// "(work)", "[home]" behind an address.
[[nodiscard]] bool isKindInBrackets(const QString &word);
/// "Gmail", "old", "1.": what an address is, not whose.
[[nodiscard]] bool isLabel(const QString &word);
/// True for a word without a letter or a digit.
[[nodiscard]] bool isOfSigns(const QString &word);

/// Takes "Work Email:" off "Work Email: Ann Lee".
void leaveKindInFront(QStringList &words);

/// The name among the words beside an address, in brackets or quotation marks or without; empty when they are
/// none.
[[nodiscard]] QString nameIn(const QStringList &written, const QString &address);

/// What words without "<>" are to the address behind them.
[[nodiscard]] Beside besideOf(const QStringList &words, const QString &address);

} // namespace crema::exchange
