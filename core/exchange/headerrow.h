// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/csvreader.h"

#include <QStringList>
#include <QVector>

#include <string_view>

namespace crema::exchange {

/// A row that is not blank.
struct Record
{
    int row = 0; ///< as a spreadsheet numbers it
    QStringList cells;
};

/// How many records are searched for the names of the columns.
inline constexpr qsizetype headerWindow = 20;

/// The cells of a row, without blanks around them.
[[nodiscard]] QStringList textsOf(const CsvRow &row);

/// How many different fields of ours the cells name; 0 for a row that holds data.
[[nodiscard]] qsizetype namedFields(const QStringList &cells);

/// True when the first row names a column, or one of the first rows several: a table, not a list.
[[nodiscard]] bool namesItsColumns(std::string_view text);

/// Index of the record with the column names; -1 when there is none.
[[nodiscard]] qsizetype headerIndex(const QVector<Record> &records);

/// As `detectDialect`; but where its cells name no columns and those of another separator do, that one: a
/// note of many lines may hold more semicolons than the table has commas.
[[nodiscard]] CsvDialect dialectOf(std::string_view text);

} // namespace crema::exchange
