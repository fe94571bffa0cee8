// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>

#include <string>
#include <string_view>
#include <vector>

namespace crema::store {

/// Appends the folded words of a UTF-8 text to `line`, each with one blank before it, so that "a word begins
/// with x" is a plain search for " x". Chinese and Japanese, which write no blanks, become one word a
/// character; a query does too, so "太郎" is found in "山田太郎".
void appendWords(std::string &line, std::string_view utf8);

/// The words of what a user typed, each once and as it stands in such a line (with the blank); a run of
/// Chinese or Japanese is one of them. Words after the 32nd are ignored.
[[nodiscard]] std::vector<std::string> queryWords(QStringView text);

/// The same words for FTS5, as prefixes that must all be there; quoted, so that none is read as an operator.
/// Empty when there is no word.
[[nodiscard]] QByteArray fulltextQuery(const std::vector<std::string> &words);

} // namespace crema::store
