// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

namespace crema::resume {

/// A word on a page; the box in points, y downwards.
struct PageWord
{
    QString text;
    QRectF box;
    /// What the PDF library found after the word: nothing known, the next word follows at once, or after a
    /// blank.
    enum class Next { unknown, glued, parted } next = Next::unknown;
};

/// What leads out of a page: its address and the middle of its area, in points.
struct PageLink
{
    QString url;
    QPointF middle;
};

/// Words of one line close to each other: a cell of a table, a line of a column.
struct Chunk
{
    QString text;
    QRectF box;
    double size = 0; ///< height of its type, points
    bool rightToLeft = false;
};

/// One line in reading order.
struct PageLine
{
    QString text; ///< indented by blanks relative to its column, cells parted by '\t'
    QRectF box;
    double size = 0;
    bool gapBefore = false; ///< clearly more space above than between lines, or a new column
    bool fresh = true; ///< the line above had room for its first word: a new paragraph
};

[[nodiscard]] std::vector<Chunk> chunksOf(std::vector<PageWord> words);

/// The lines of a page as a person reads them: columns one after the other, tables and right-aligned dates
/// row by row.
[[nodiscard]] std::vector<PageLine> linesInReadingOrder(const std::vector<PageWord> &words);

} // namespace crema::resume
