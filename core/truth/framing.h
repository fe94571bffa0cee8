// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::truth {

/// The text with what states nothing blanked out, at the same places: what is meant, hoped or asked ("I am
/// writing because", "would you", "your advice") says nothing of anybody.
[[nodiscard]] QString withoutFraming(const QString &text);

/// Days, months and time zones.
[[nodiscard]] bool isNameOfTime(const QString &word);
/// These, and where a call can take place: names that are about no one, unless a firm is meant by them.
[[nodiscard]] bool isCommonName(const QString &word);
/// "15-minute", "20", "10:30", "3pm": a number of the ask, not of anybody's life. `start` and `length` are
/// those of the word in the text.
[[nodiscard]] bool isNumberOfAsk(const QString &text, qsizetype start, qsizetype length);

} // namespace crema::truth
