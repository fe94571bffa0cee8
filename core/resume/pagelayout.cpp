// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/pagelayout.h"

#include "resume/glyphs.h"
#include "resume/hyphenation.h"
#include "resume/pagecolumns.h"

#include <QRegularExpression>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

constexpr double chunkGap = 1.0; // in type sizes: wider than a stretched word space, narrower than a gutter
constexpr double markGap = 4.0; // between a bullet or number and its text
constexpr double cellGap = 1.4; // from here on a gap is a '\t'
constexpr int widestIndent = 12;

bool isListMark(QStringView text)
{
    static const QRegularExpression number(u"^(?:\\(?[0-9]{1,2}[.)]|[-–—*o])$"_s);
    return (text.size() == 1 && isBulletGlyph(text.front())) || number.match(text).hasMatch();
}

double overlap(double fromA, double toA, double fromB, double toB)
{
    return std::min(toA, toB) - std::max(fromA, fromB);
}

bool onSameLine(const QRectF &a, const QRectF &b)
{
    return overlap(a.top(), a.bottom(), b.top(), b.bottom()) >= 0.5 * std::min(a.height(), b.height());
}

// For each word the one that follows it on its line, or -1.
std::vector<int> followersOf(const std::vector<PageWord> &words)
{
    const auto left = [](const PageWord &word) { return word.box.left(); };
    std::vector<int> follower(words.size(), -1);
    std::vector<double> gapBefore(words.size(), 1e9);
    std::vector<int> leader(words.size(), -1);
    for (size_t i = 0; i < words.size(); ++i) {
        const QRectF &box = words[i].box;
        const double widest = box.height() * (isListMark(words[i].text) ? markGap : chunkGap);
        const auto from = std::ranges::lower_bound(words, box.right() - 0.3 * box.height(), {}, left);
        for (auto next = from; next != words.end() && next->box.left() <= box.right() + widest; ++next) {
            const auto j = static_cast<size_t>(next - words.begin());
            const double gap = next->box.left() - box.right();
            if (j == i || next->box.left() <= box.left() || !onSameLine(box, next->box)
                || gap >= gapBefore[j]) {
                continue;
            }
            if (follower[i] >= 0 && words[static_cast<size_t>(follower[i])].box.left() <= next->box.left()) {
                continue;
            }
            if (follower[i] >= 0) {
                leader[static_cast<size_t>(follower[i])] = -1;
                gapBefore[static_cast<size_t>(follower[i])] = 1e9;
            }
            if (leader[j] >= 0) {
                follower[static_cast<size_t>(leader[j])] = -1;
            }
            follower[i] = static_cast<int>(j);
            leader[j] = static_cast<int>(i);
            gapBefore[j] = gap;
        }
    }
    return follower;
}

bool isLoneLetter(const PageWord &word)
{
    return word.text.size() == 1 && word.text.front().isLetter()
            && word.text.front().script() != QChar::Script_Han
            && word.text.front().script() != QChar::Script_Hiragana
            && word.text.front().script() != QChar::Script_Katakana;
}

// The blank that parts two words of a letter-spaced line, or 0 when the line is not letter-spaced.
double letterSpacedWordGap(const std::vector<PageWord> &words)
{
    if (words.size() < 4 || !std::ranges::all_of(words, isLoneLetter)) {
        return 0;
    }
    std::vector<double> gaps;
    for (size_t i = 1; i < words.size(); ++i) {
        gaps.push_back(words[i].box.left() - words[i - 1].box.right());
    }
    std::ranges::sort(gaps);
    return std::max(gaps[gaps.size() / 2] * 1.8, 0.5);
}

bool hasBlankBetween(const PageWord &word, const PageWord &next, double letterGap)
{
    const double gap = next.box.left() - word.box.right();
    if (letterGap > 0) {
        return gap > letterGap;
    }
    if (word.next != PageWord::Next::unknown) {
        return word.next == PageWord::Next::parted;
    }
    return gap > 0.12 * std::min(word.box.height(), next.box.height());
}

// Words from left to right on the page, put in the order they are read.
void orderForReading(std::vector<PageWord> &words, bool rightToLeft)
{
    const auto reversesRuns = [&words](bool runDirection) {
        for (auto run = words.begin(); run != words.end();) {
            const auto end = std::find_if(run, words.end(), [runDirection](const PageWord &word) {
                return isRightToLeft(word.text) != runDirection;
            });
            std::reverse(run, end);
            run = end == words.end() ? end : end + 1;
        }
    };
    if (rightToLeft) {
        std::ranges::reverse(words);
        reversesRuns(false); // Latin words keep their own order
    } else {
        reversesRuns(true);
    }
}

Chunk chunkOf(std::vector<PageWord> words)
{
    const auto rtl = std::ranges::count_if(words,
                                           [](const PageWord &word) { return isRightToLeft(word.text); });
    Chunk chunk {{}, words.front().box, 0, rtl * 2 > static_cast<long>(words.size())};
    const double letterGap = letterSpacedWordGap(words);
    if (rtl > 0) {
        orderForReading(words, chunk.rightToLeft);
    }
    for (size_t i = 0; i < words.size(); ++i) {
        if (i > 0 && (rtl > 0 || hasBlankBetween(words[i - 1], words[i], letterGap))) {
            chunk.text += u' ';
        }
        chunk.text += isRightToLeft(words[i].text) ? inReadingOrder(words[i].text) : words[i].text;
        chunk.box = chunk.box.united(words[i].box);
        chunk.size = std::max(chunk.size, words[i].box.height());
    }
    return chunk;
}

PageLine lineOf(Row row, double columnLeft)
{
    PageLine line;
    const auto rtl = std::ranges::count_if(row, &Chunk::rightToLeft);
    const bool rightToLeft = rtl * 2 > static_cast<long>(row.size());
    for (const Chunk &chunk : row) {
        line.box = line.box.isNull() ? chunk.box : line.box.united(chunk.box);
        line.size = std::max(line.size, chunk.size);
    }
    if (rightToLeft) {
        std::ranges::reverse(row);
    } else {
        const double indent = (line.box.left() - columnLeft) / std::max(1.0, 0.5 * line.size);
        line.text = QString(std::clamp(qRound(indent), 0, widestIndent), u' ');
    }
    for (size_t i = 0; i < row.size(); ++i) {
        if (i > 0) {
            const double gap = rightToLeft ? row[i - 1].box.left() - row[i].box.right()
                                           : row[i].box.left() - row[i - 1].box.right();
            line.text += gap > cellGap * std::min(row[i].size, row[i - 1].size) ? u'\t' : u' ';
        }
        line.text += row[i].text;
    }
    return line;
}

// Wider gaps than usual in this column become empty lines.
void markGaps(std::vector<PageLine> &lines)
{
    std::vector<double> gaps;
    for (size_t i = 1; i < lines.size(); ++i) {
        gaps.push_back(lines[i].box.top() - lines[i - 1].box.bottom());
    }
    if (gaps.empty()) {
        return;
    }
    std::vector<double> sorted = gaps;
    std::ranges::sort(sorted);
    const double usual = sorted[sorted.size() / 3];
    for (size_t i = 1; i < lines.size(); ++i) {
        lines[i].gapBefore = gaps[i - 1] > usual + 0.4 * std::min(lines[i].size, lines[i - 1].size);
    }
}

std::vector<PageLine> readAcross(const std::vector<Chunk> &chunks)
{
    double columnLeft = 1e9;
    for (const Chunk &chunk : chunks) {
        columnLeft = std::min(columnLeft, chunk.box.left());
    }
    std::vector<PageLine> lines;
    for (const Row &row : rowsOf(chunks)) {
        lines.push_back(lineOf(row, columnLeft));
    }
    markGaps(lines);
    joinHyphenated(lines);
    if (!lines.empty()) {
        lines.front().startsColumn = true;
        lines.front().gapBefore = true;
    }
    return lines;
}

void readInto(std::vector<PageLine> &lines, const std::vector<Chunk> &chunks, int depth)
{
    const auto split = depth < 8 ? columnSplitOf(chunks) : std::nullopt;
    if (!split) {
        std::ranges::move(readAcross(chunks), std::back_inserter(lines));
        return;
    }
    std::vector<Chunk> above, left, right, below;
    for (const Chunk &chunk : chunks) {
        const double middle = chunk.box.center().y();
        auto &side = chunk.box.center().x() < split->x ? left : right;
        (middle < split->top ? above : middle > split->bottom ? below : side).push_back(chunk);
    }
    const bool rightFirst = std::ranges::count_if(chunks, &Chunk::rightToLeft) * 2
            > static_cast<long>(chunks.size());
    if (rightFirst) {
        std::swap(left, right);
    }
    for (const auto *part : {&above, &left, &right, &below}) {
        if (!part->empty()) {
            readInto(lines, *part, depth + 1);
        }
    }
}

} // namespace

std::vector<Chunk> chunksOf(std::vector<PageWord> words)
{
    std::ranges::sort(words, {}, [](const PageWord &word) { return word.box.left(); });
    const std::vector<int> follower = followersOf(words);
    std::vector<bool> isFirst(words.size(), true);
    for (const int next : follower) {
        if (next >= 0) {
            isFirst[static_cast<size_t>(next)] = false;
        }
    }
    std::vector<Chunk> chunks;
    for (size_t i = 0; i < words.size(); ++i) {
        std::vector<PageWord> chain;
        for (int at = isFirst[i] ? static_cast<int>(i) : -1; at >= 0;
             at = follower[static_cast<size_t>(at)]) {
            chain.push_back(words[static_cast<size_t>(at)]);
        }
        if (!chain.empty()) {
            chunks.push_back(chunkOf(std::move(chain)));
        }
    }
    return chunks;
}

std::vector<PageLine> linesInReadingOrder(const std::vector<PageWord> &words)
{
    std::vector<PageLine> lines;
    readInto(lines, chunksOf(words), 0);
    return lines;
}

} // namespace crema::resume
