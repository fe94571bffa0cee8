// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/peoplereader.h"

#include <string_view>
#include <vector>

namespace crema::exchange {

/// A part of a file below its first table of people, or above it.
struct ReportPart
{
    int firstRow = 0; ///< its column names, or the heading that begins it
    bool listsPeople = false;
    TableShape shape; ///< of a part that lists people
};

/// The other tables of a file whose parts have column names of their own, as the reports of meetings have
/// them, in the order of their rows. Empty for a plain table, also where that repeats its column names.
[[nodiscard]] std::vector<ReportPart> otherPartsOf(std::string_view text, const CsvDialect &dialect,
                                                   const TableShape &table, qint64 maxCell);

/// Somebody whom a part names once more is one person: what the later part adds goes to the earlier one.
/// `begins` are the first rows of the parts.
void joinParts(ReadPeople &read, const std::vector<int> &begins);

} // namespace crema::exchange
