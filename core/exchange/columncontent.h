// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/columns.h"

#include <QStringList>
#include <QVector>

namespace crema::exchange {

/// True for a cell that is a value rather than a column's name: an address, a link, a number, a date.
[[nodiscard]] bool looksLikeData(const QString &cell);

/// True for a cell of digits or a date: "2024", "01/15/2024".
[[nodiscard]] bool isNumberOrDate(const QString &cell);

/// What a column holds by its values: addresses, links, phone numbers; `other` when they tell nothing for
/// sure.
[[nodiscard]] Field fieldByContent(const QStringList &values);

/// The mapping of a table without column names: each column by its content, and the first columns of words as
/// names. What stays unknown is `other`.
[[nodiscard]] QVector<FieldTarget> targetsByContent(const QVector<QStringList> &rows);

/// The values of one column that are not empty.
[[nodiscard]] QStringList columnValues(const QVector<QStringList> &rows, qsizetype column);

} // namespace crema::exchange
