// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/sheetcells.h"

#include <optional>

namespace crema::exchange {

/// `HYPERLINK("https://...","Profile")` with both of them written out, as Excel and OpenDocument write it.
struct LinkFormula
{
    QString target;
    QString shown;
};
[[nodiscard]] std::optional<LinkFormula> linkOfFormula(const QString &formula);

/// Makes cells of the links of a sheet, as `tableOfSheet` says. What a cell shows is read where that is an
/// address itself; a link to another one is told in `notes`.
void placeLinks(SheetCells &sheet, std::optional<int> headerRow, QVector<RowNote> &notes);

} // namespace crema::exchange
