// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/tablegrid.h"

#include <algorithm>
#include <utility>

namespace crema::exchange {

namespace {

constexpr int mostColumns = 1000;
constexpr int mostSpanned = 1000; // columns, as in the standard of HTML
constexpr qint64 cellCost = 16;

} // namespace

bool TableGrid::pay(qint64 cost)
{
    *m_budget -= cost;
    if (*m_budget < 0) {
        m_spans.clear();
    }
    return *m_budget >= 0;
}

void TableGrid::beginRow()
{
    m_rows.emplace_back();
    m_next = 0;
    m_hasOwn = false;
}

void TableGrid::placeSpans(int end)
{
    for (auto span = m_spans.lower_bound(m_next); span != m_spans.end() && span->first < end;) {
        if (!pay(cellCost + span->second.cell.text.size() + span->second.cell.link.size())) {
            return;
        }
        if (m_hasOwn && !span->second.cell.text.isEmpty()) {
            m_rows.back().push_back(span->second.cell);
            m_spansRows = true;
        }
        m_next = std::max(m_next, span->first + span->second.columns);
        span = --span->second.rows <= 0 ? m_spans.erase(span) : std::next(span);
    }
}

void TableGrid::skipTo(int column)
{
    m_hasOwn = true;
    if (column > m_next && column < mostColumns && pay(column - m_next)) {
        placeSpans(column);
        m_next = std::max(m_next, column);
    }
}

void TableGrid::addCell(GridCell cell, int columns, int rows)
{
    m_hasOwn = true;
    for (int before = -1; before != m_next;) {
        before = m_next;
        placeSpans(m_next + 1);
    }
    columns = std::clamp(columns, 1, mostSpanned);
    columns = columns > 1 && !pay(columns) ? 1 : columns;
    cell.column = m_next;
    if (rows > 1 && *m_budget >= 0) {
        m_spans.insert_or_assign(m_next, Span {cell, columns, rows - 1});
    }
    GridRow &row = m_rows.back();
    if (!row.empty() && row.back().column == cell.column) { // the last one that there can be
        row.back().text += '\n' + cell.text;
    } else if (!cell.text.isEmpty() || !cell.link.isEmpty()) {
        row.push_back(std::move(cell));
    }
    m_next = std::min(m_next + columns, mostColumns - 1);
}

void TableGrid::endRow()
{
    placeSpans(mostColumns);
}

void TableGrid::skipRows(int count)
{
    if (count > 0 && pay(count)) {
        m_rows.resize(m_rows.size() + static_cast<size_t>(count));
    }
}

} // namespace crema::exchange
