// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <map>
#include <vector>

namespace crema::exchange {

/// A cell with something in it, as UTF-8.
struct GridCell
{
    int column = 0; ///< from 0
    QByteArray text;
    QByteArray link {}; ///< where it leads; empty when the text itself says so
    bool isName = false; ///< of a column or of its row, as the page says

    [[nodiscard]] bool operator==(const GridCell &) const = default;
};

/// Its filled cells by their columns.
using GridRow = std::vector<GridCell>;

/// A table of a page or of a sheet. A cell over several columns stands in the first of them; one over several
/// rows in each of these: it is the firm or the town of all of them.
class TableGrid final
{
public:
    /// `budget` is shared by the tables of one file: how much may be added for cells that span others. When
    /// it is used up, every cell stands where it begins.
    explicit TableGrid(qint64 &budget) : m_budget(&budget) { }

    void beginRow();
    /// Cells are left empty up to the one with that index.
    void skipTo(int column);
    /// Those beyond the last column that a table may have are added to that one.
    void addCell(GridCell cell, int columns = 1, int rows = 1);
    void endRow();
    /// Empty rows.
    void skipRows(int count);

    [[nodiscard]] const std::vector<GridRow> &rows() const { return m_rows; }
    /// True when a cell was read as that of several rows.
    [[nodiscard]] bool spansRows() const { return m_spansRows; }

private:
    struct Span
    {
        GridCell cell;
        int columns = 1;
        int rows = 0; ///< that are still to come
    };

    void placeSpans(int end);
    [[nodiscard]] bool pay(qint64 cost);

    qint64 *m_budget;
    std::vector<GridRow> m_rows;
    std::map<int, Span> m_spans; ///< from rows above, by column
    int m_next = 0; ///< column
    bool m_hasOwn = false; ///< cells, in this row
    bool m_spansRows = false;
};

} // namespace crema::exchange
