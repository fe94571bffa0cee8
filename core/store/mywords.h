// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

namespace crema::store {

/// Words the user told the spell check to know. Kept in the workspace like saved filters: they come along
/// with a backup and no list of earlier ones grows in the history.
[[nodiscard]] Result<QStringList> myWords(const Reader &reader);
[[nodiscard]] Operation keepingWord(const QString &word);
[[nodiscard]] Operation forgettingWord(const QString &word);

/// The language of the spell check ("en_US"), "off" for none; empty when nobody chose one.
[[nodiscard]] Result<QString> spellingLanguage(const Reader &reader);
[[nodiscard]] Operation keepingSpellingLanguage(const QString &language);

} // namespace crema::store
