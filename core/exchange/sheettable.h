// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/sheetcells.h"

#include <optional>

namespace crema::exchange {

/// A sheet as a text that `CsvReader` reads with commas: record n is row n of the sheet.
struct SheetTable
{
    QByteArray csv;
    QVector<RowNote> notes; ///< of what was read in another way than it stands there
};

/// Where a cell shows something else than it links to, nothing of both is lost: the link stands in the cell
/// where its column is for links (then what was shown follows in a column "... as shown", unless it is a mere
/// "Profile"), else in a column "... link" behind the last one. `headerRow` is where the column names stand
/// (0: nowhere), when that is known. Fails with rejectedInput when the text would take more than `most`
/// bytes.
[[nodiscard]] Result<SheetTable> tableOfSheet(SheetCells sheet, std::optional<int> headerRow, qint64 most);

} // namespace crema::exchange
