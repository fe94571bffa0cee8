// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace crema {

/// Folded for comparison and search: compatibility-normalised, case folded, accents removed ("Zoë Müller" ->
/// "zoe muller", "Łódź" -> "lodz", "ß" -> "ss"). Other scripts stay; never shown to a user.
[[nodiscard]] QString fold(QStringView text);

/// The words of a text as `fold` gives them: runs of letters, digits and marks. Text without spaces between
/// words (Chinese, Japanese) stays one word.
[[nodiscard]] QStringList foldedWords(QStringView text);

/// True when the folded words of `needle` stand in `haystack` one after the other as whole words ("LA" is not
/// in "Oakland").
[[nodiscard]] bool containsWords(QStringView haystack, QStringView needle);

/// Trimmed, inner white space as single blanks, control and invisible formatting characters dropped, NFC.
[[nodiscard]] QString cleanLine(QStringView text);
/// The same for text of several lines; line ends become '\n'.
[[nodiscard]] QString cleanText(QStringView text);

/// True for what programs write where they know nothing: "N/A", "Not available", "none", "null", "-",
/// "unknown". Such values are absent, never data (and never an identity).
[[nodiscard]] bool isPlaceholder(QStringView text);
/// `cleanLine`, with placeholders as absent ({}).
[[nodiscard]] QString cleanValue(QStringView text);

/// True when any character is a letter, of whatever script.
[[nodiscard]] bool hasLetter(QStringView text);

/// Number of white-space separated tokens.
[[nodiscard]] int wordCount(QStringView text);

/// How far two folded texts are apart: edits (insert, delete, replace, swap of neighbours), at most `limit`
/// + 1.
[[nodiscard]] int editDistance(QStringView a, QStringView b, int limit);

/// The text cut to `limit` characters at a word end with an ellipsis, never inside a surrogate pair.
[[nodiscard]] QString elided(const QString &text, qsizetype limit);

} // namespace crema
