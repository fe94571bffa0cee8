// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/pagecolumns.h"

#include "resume/dateranges.h"
#include "resume/places.h"
#include "resume/sections.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

// A page of text has a few hundred; the search below grows with the square.
constexpr size_t mostChunks = 3000;

// One side of a possible gutter.
struct Side
{
    std::vector<Row> rows;
    int headings = 0;
    double notes = 0; ///< share of rows that are dates, places or a few figures
    double letters = 0; ///< characters a row, on average
};

struct Candidate
{
    ColumnSplit split;
    size_t rows = 0; ///< on the smaller side
    double area = 0; ///< total height of the text it would part
};

double middleOf(const Row &row)
{
    return row.front().box.center().y();
}

QString textOf(const Row &row)
{
    QString text;
    for (const Chunk &chunk : row) {
        text += (text.isEmpty() ? u""_s : u"\t"_s) + chunk.text;
    }
    return text;
}

// What stands at the right of an entry and belongs to its row: dates, a place, a grade.
bool isNote(const QString &text)
{
    if (isOnlyDates(text) || isPlace(text)) {
        return true;
    }
    const auto span = dateSpanIn(text);
    const auto figures = std::ranges::count_if(text, [](QChar c) { return c.isDigit(); });
    return (span && span->length * 2 >= text.size()) || (text.size() <= 12 && figures >= 2);
}

Side sideOf(const std::vector<Chunk> &chunks)
{
    Side side {rowsOf(chunks), 0, 0, 0};
    for (const Row &row : side.rows) {
        const QString text = textOf(row);
        side.headings += headingOf(text).has_value();
        side.notes += isNote(text);
        side.letters += static_cast<double>(text.size());
    }
    const double count = std::max<double>(1, static_cast<double>(side.rows.size()));
    side.notes /= count;
    side.letters /= count;
    return side;
}

// Share of the rows of `some` that stand on the same base line as a row of `others`.
double alignment(const Side &some, const Side &others)
{
    double aligned = 0;
    for (const Row &row : some.rows) {
        const double middle = middleOf(row);
        aligned += std::ranges::any_of(others.rows, [&](const Row &other) {
            return std::abs(middleOf(other) - middle) < 0.25 * std::min(row.front().size, other.front().size);
        });
    }
    return some.rows.empty() ? 0 : aligned / static_cast<double>(some.rows.size());
}

bool isTable(const Side &left, const Side &right)
{
    const auto cells = [](const Side &side) {
        return std::ranges::count_if(side.rows, [](const Row &row) { return row.size() > 1; });
    };
    return cells(left) * 2 > static_cast<long>(left.rows.size())
            || cells(right) * 2 > static_cast<long>(right.rows.size());
}

// Dates in the margin of one column: each stands beside the first line of its entry, and only the margin has
// headings.
bool areDatesInMargin(const Side &left, const Side &right)
{
    Side dates;
    for (const Row &row : left.rows) {
        if (isOnlyDates(textOf(row))) {
            dates.rows.push_back(row);
        }
    }
    return right.headings == 0 && left.headings > 0 && dates.rows.size() >= 2
            && alignment(dates, right) > 0.99;
}

bool areColumns(const Side &left, const Side &right)
{
    const size_t fewest = std::min(left.rows.size(), right.rows.size());
    if (fewest < 3) {
        return fewest == 2 && left.headings > 0 && right.headings > 0;
    }
    const Side &smaller = left.rows.size() <= right.rows.size() ? left : right;
    const Side &larger = left.rows.size() <= right.rows.size() ? right : left;
    const double aligned = alignment(smaller, larger);
    if (areDatesInMargin(left, right)) {
        return false;
    }
    if (aligned >= 0.6 && smaller.notes >= 0.5 && smaller.headings == 0) {
        return false;
    }
    if ((left.headings > 0 && right.headings > 0) || aligned < 0.6) {
        return true;
    }
    const bool labels = &smaller == &left && left.rows.size() * 2 <= right.rows.size();
    return !labels && left.letters >= 18 && right.letters >= 18 && !isTable(left, right);
}

// The stretch of the page, between chunks that cross x, where x parts the most text.
std::optional<Candidate> candidateAt(double x, const std::vector<Chunk> &byTop)
{
    std::optional<Candidate> best;
    std::vector<Chunk> left, right;
    double top = -1e9;
    const auto close = [&](double bottom) {
        const size_t rows = std::min(rowsOf(left).size(), rowsOf(right).size());
        double area = 0;
        for (const auto *side : {&left, &right}) {
            for (const Chunk &chunk : *side) {
                area += chunk.size;
            }
        }
        if (rows >= 2 && (!best || area > best->area)) {
            best = Candidate {{x, top, bottom}, rows, area};
        }
        left.clear();
        right.clear();
    };
    for (const Chunk &chunk : byTop) {
        if (chunk.box.right() <= x) {
            left.push_back(chunk);
        } else if (chunk.box.left() >= x) {
            right.push_back(chunk);
        } else {
            close(chunk.box.top());
            top = chunk.box.bottom();
        }
    }
    close(1e9);
    return best;
}

void partChunks(const std::vector<Chunk> &chunks, const ColumnSplit &split, std::vector<Chunk> &left,
                std::vector<Chunk> &right)
{
    for (const Chunk &chunk : chunks) {
        const double middle = chunk.box.center().y();
        if (middle >= split.top && middle <= split.bottom) {
            (chunk.box.center().x() < split.x ? left : right).push_back(chunk);
        }
    }
}

double gutterOf(const std::vector<Chunk> &left, const std::vector<Chunk> &right)
{
    double from = -1e9;
    double to = 1e9;
    for (const Chunk &chunk : left) {
        from = std::max(from, chunk.box.right());
    }
    for (const Chunk &chunk : right) {
        to = std::min(to, chunk.box.left());
    }
    return to - from;
}

// A section over the full width that follows the columns begins with a heading and an entry that cross
// nothing; they must not be read as the end of the columns.
void leaveOutNextSection(ColumnSplit &split, const std::vector<Row> &leftRows,
                         const std::vector<Chunk> &chunks)
{
    for (auto row = leftRows.rbegin(); row != leftRows.rend(); ++row) {
        const double top = row->front().box.top() - 0.1;
        if (!headingOf(textOf(*row)) || top <= split.top) {
            continue;
        }
        std::vector<Chunk> left, right;
        partChunks(chunks, {split.x, top, split.bottom}, left, right);
        const Side rightSide = sideOf(right);
        const bool fullWidthFollows = split.bottom < 1e8;
        if (!fullWidthFollows && (right.empty() || rightSide.notes < 0.9)) {
            return;
        }
        const bool rowLike = right.empty()
                ? fullWidthFollows
                : !areColumns(sideOf(left), rightSide) && alignment(rightSide, sideOf(left)) >= 0.6;
        if (!rowLike) {
            return;
        }
        split.bottom = top;
    }
}

// Above the columns may stand lines that the gutter happens to part: a centred line in two halves ("email
// telephone"), a name with the address at the right; or that it happens to pass: a centred name beside a
// narrow column. They end above the left column's first heading.
void leaveOutTopLines(ColumnSplit &split, const Side &left, const Side &right)
{
    const auto heading = std::ranges::find_if(
            left.rows, [](const Row &row) { return headingOf(textOf(row)).has_value(); });
    constexpr auto most = 3;
    if (heading == left.rows.end() || heading - left.rows.begin() > most) {
        return;
    }
    const double top = heading->front().box.top() - 0.1;
    const Side above {{left.rows.begin(), heading}, 0, 0, 0};
    Side beside;
    for (const Row &row : right.rows) {
        if (middleOf(row) < top) {
            beside.rows.push_back(row);
            beside.headings += headingOf(textOf(row)).has_value();
        }
    }
    if (beside.rows.empty() || beside.headings > 0 || (above.rows.empty() && beside.rows.size() > most)) {
        return;
    }
    const bool all = beside.rows.size() == right.rows.size();
    const QRectF last = beside.rows.back().front().box;
    const double gap = all ? 0 : right.rows[beside.rows.size()].front().box.top() - last.bottom();
    if ((!above.rows.empty() && alignment(beside, above) > 0.99) || gap > last.height()) {
        split.top = top;
    }
}

} // namespace

bool onSameLine(const QRectF &a, const QRectF &b)
{
    const QRectF &large = a.height() >= b.height() ? a : b;
    const QRectF &small = a.height() >= b.height() ? b : a;
    const double shared = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
    // Letters stand about a fifth of their box above its lower edge.
    const double raised = (large.bottom() - 0.22 * large.height()) - (small.bottom() - 0.22 * small.height());
    return shared >= 0.5 * small.height() && raised > -0.35 * small.height() && raised < 0.5 * large.height();
}

std::vector<Row> rowsOf(std::vector<Chunk> chunks)
{
    std::ranges::sort(chunks, {}, [](const Chunk &chunk) { return chunk.box.center().y(); });
    std::vector<Row> rows;
    for (const Chunk &chunk : chunks) {
        const auto fits = [&chunk](const Row &row) {
            return std::ranges::all_of(row, [&chunk](const Chunk &other) {
                const bool apart = chunk.box.left() >= other.box.right() - 1
                        || other.box.left() >= chunk.box.right() - 1;
                return apart && onSameLine(chunk.box, other.box);
            });
        };
        if (!rows.empty() && fits(rows.back())) {
            rows.back().push_back(chunk);
        } else {
            rows.push_back({chunk});
        }
    }
    for (Row &row : rows) {
        std::ranges::sort(row, {}, [](const Chunk &chunk) { return chunk.box.left(); });
    }
    return rows;
}

std::optional<ColumnSplit> columnSplitOf(const std::vector<Chunk> &chunks)
{
    if (chunks.empty() || chunks.size() > mostChunks) {
        return std::nullopt;
    }
    std::vector<Chunk> byTop = chunks;
    std::ranges::sort(byTop, {}, [](const Chunk &chunk) { return chunk.box.top(); });
    std::vector<double> edges;
    for (const Chunk &chunk : chunks) {
        edges.push_back(std::floor(chunk.box.left()) - 0.5);
    }
    std::ranges::sort(edges);
    edges.erase(std::ranges::unique(edges).begin(), edges.end());

    std::vector<Candidate> candidates;
    for (const double x : edges) {
        if (const auto candidate = candidateAt(x, byTop)) {
            candidates.push_back(*candidate);
        }
    }
    std::ranges::sort(candidates, [](const Candidate &a, const Candidate &b) { return a.area > b.area; });
    for (Candidate &candidate : candidates) {
        std::vector<Chunk> left, right;
        partChunks(chunks, candidate.split, left, right);
        const double size = chunks.front().size;
        if (gutterOf(left, right) < 0.5 * size) {
            continue;
        }
        const Side leftSide = sideOf(left);
        const Side rightSide = sideOf(right);
        if (areColumns(leftSide, rightSide)) {
            leaveOutTopLines(candidate.split, leftSide, rightSide);
            leaveOutNextSection(candidate.split, leftSide.rows, chunks);
            return candidate.split;
        }
    }
    return std::nullopt;
}

} // namespace crema::resume
