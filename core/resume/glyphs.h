// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::resume {

/// True for a character that stands for a list bullet wherever it stands alone.
[[nodiscard]] bool isBulletGlyph(QChar c);

/// Characters as a person would type them: presentation forms (ligatures, Arabic letter shapes, Kangxi
/// radicals) as the letters they stand for, symbol-font bullets as "•", the rest NFC. Other compatibility
/// characters stay.
[[nodiscard]] QString asTyped(const QString &text);

/// Chinese and Japanese letters: as wide as high, and no blanks between words.
[[nodiscard]] bool isWideScript(QChar c);

[[nodiscard]] bool isRightToLeft(QStringView text);

/// A right-to-left word as PDF text has it, in the order of the glyphs on the page, in the order it is read;
/// numbers and Latin letters inside keep theirs.
[[nodiscard]] QString inReadingOrder(const QString &visualWord);

} // namespace crema::resume
