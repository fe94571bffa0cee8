// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::resume {

/// Small capitals of two sizes come out of a PDF with a gap behind the large letter: "C OMPUTER S CIENCE",
/// "E DUCATION". The line with its words whole; as it is where the gaps may be meant ("J SMITH").
[[nodiscard]] QString withoutSmallCapitals(const QString &line);

/// Words set with a blank behind each letter, and wider gaps between the words: "J A N E   D O E".
[[nodiscard]] QString withoutLetterSpacing(const QString &line);

} // namespace crema::resume
