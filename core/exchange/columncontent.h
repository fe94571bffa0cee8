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

/// True for a cell of two words or more without a digit, or of one in a script that writes names without a
/// blank: "Lee, Ann", "王小明".
[[nodiscard]] bool looksLikeFullName(const QString &cell);

/// True for what can only be dialled.
[[nodiscard]] bool looksLikePhone(const QString &cell);
/// True where a word says that it is a job ("Analyst") or a firm ("Acme GmbH").
[[nodiscard]] bool isJobTitle(const QString &cell);
[[nodiscard]] bool isFirm(const QString &cell);
/// True when the address is one of that firm: "Goldman Sachs" of "jc@gs.example", "McKinsey" of
/// "ps@mck.example".
[[nodiscard]] bool isFirmOfAddress(const QString &firm, const QString &address);

/// What a column holds by its values: addresses, links, phone numbers; `other` when they tell nothing for
/// sure.
[[nodiscard]] Field fieldByContent(const QStringList &values);

/// The mapping of a table without column names: each column by its content, and the first columns of words as
/// names. What stays unknown is `other`.
[[nodiscard]] QVector<FieldTarget> targetsByContent(const QVector<QStringList> &rows);

/// The values of one column that are not empty.
[[nodiscard]] QStringList columnValues(const QVector<QStringList> &rows, qsizetype column);

} // namespace crema::exchange
