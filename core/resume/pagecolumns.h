// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resume/pagelayout.h"

#include <optional>
#include <vector>

namespace crema::resume {

/// Where a page (or a part of it) falls into two columns: between `top` and `bottom` nothing crosses `x`.
struct ColumnSplit
{
    double x = 0;
    double top = 0;
    double bottom = 0;
};

/// True when the two stand on one base line; type of another size may be raised, but not stand a line lower.
[[nodiscard]] bool onSameLine(const QRectF &a, const QRectF &b);

/// Chunks that stand beside each other, sorted by x.
using Row = std::vector<Chunk>;

/// The rows of one column, from top to bottom.
[[nodiscard]] std::vector<Row> rowsOf(std::vector<Chunk> chunks);

/// The gutter that parts most of the text into columns to be read one after the other; nullopt when the rows
/// are to be read across (one column, a table, dates or labels beside the text).
[[nodiscard]] std::optional<ColumnSplit> columnSplitOf(const std::vector<Chunk> &chunks);

} // namespace crema::resume
