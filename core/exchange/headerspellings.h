// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/columns.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace crema::exchange {

/// The words of a header, folded: cut at everything that is no letter, at digits, and at the humps of
/// camelCase.
[[nodiscard]] QStringList wordsOfHeader(QStringView header);

/// What the names of columns mean: as they look when folded and stripped of everything but letters.
/// `Field::other` for names that look like ours and are not.
[[nodiscard]] const QHash<QString, Field> &fieldsByName();

/// Words that say which of several a column is ("work", "mobil"), and the kind they stand for; empty for
/// those that say nothing ("primary", "de").
[[nodiscard]] const QHash<QString, QString> &qualifiers();

/// Words of columns that are about somebody else than the person of the row: "Account Owner", "Created By".
[[nodiscard]] const QSet<QString> &somebodyElseWords();

} // namespace crema::exchange
