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
constexpr int widestIndent = 12;

bool isListMark(QStringView text)
{
    static const QRegularExpression number(u"^(?:\\(?[0-9]{1,2}[.)]|[-–—*o])$"_s);
    return (text.size() == 1 && isBulletGlyph(text.front())) || number.match(text).hasMatch();
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
    qsizetype letters = 0;
    for (const QChar c : word.text) {
        letters += !c.isMark() && !c.isPunct() && !c.isLowSurrogate();
    }
    const QChar first = word.text.front();
    return letters == 1 && (first.isLetter() || first.isPunct()) && !isWideScript(first);
}

// The blank that parts two words of a letter-spaced line, or 0 when the line is not letter-spaced.
double letterSpacedWordGap(const std::vector<PageWord> &words)
{
    const auto lone = std::ranges::count_if(words, isLoneLetter);
    if (words.size() < 4 || lone * 5 < static_cast<long>(words.size()) * 4) {
        return 0;
    }
    std::vector<double> gaps;
    for (size_t i = 1; i < words.size(); ++i) {
        gaps.push_back(words[i].box.left() - words[i - 1].box.right());
    }
    std::ranges::sort(gaps);
    return std::max(gaps[gaps.size() / 2] * 1.8, 0.5);
}

// What stands between two words of a chunk: nothing, a blank, or between words of a script that writes none a
// '\t'.
QStringView jointOf(const PageWord &word, const PageWord &next, double letterGap)
{
    const double gap = next.box.left() - word.box.right();
    const double size = std::min(word.box.height(), next.box.height());
    if (letterGap > 0) {
        return gap > letterGap ? u" " : u"";
    }
    if (isWideScript(word.text.back()) && isWideScript(next.text.front())) {
        const double em = word.box.width() / static_cast<double>(word.text.size());
        return gap > 0.6 * em ? u"\t" : gap > 0.15 * em ? u" " : u"";
    }
    const bool blank = word.next == PageWord::Next::unknown ? gap > 0.12 * size
                                                            : word.next == PageWord::Next::parted;
    return blank ? u" " : u"";
}

bool hasLatinLetter(const PageWord &word)
{
    return std::ranges::any_of(word.text,
                               [](QChar c) { return c.isLetter() && !isRightToLeft(QStringView(&c, 1)); });
}

// Words from left to right on the page, put in the order they are read. Numbers go with the line: "2019 -
// 2023" stands as "2023 - 2019" in a right-to-left one.
void orderForReading(std::vector<PageWord> &words, bool rightToLeft)
{
    const auto belongs = [rightToLeft](const PageWord &word) {
        return rightToLeft ? hasLatinLetter(word) : isRightToLeft(word.text);
    };
    if (rightToLeft) {
        std::ranges::reverse(words);
    }
    for (auto run = std::find_if(words.begin(), words.end(), belongs); run != words.end();
         run = std::find_if(run, words.end(), belongs)) {
        const auto end = std::find_if_not(run, words.end(), belongs);
        std::reverse(run, end);
        run = end;
    }
}

Chunk chunkOf(std::vector<PageWord> words)
{
    const auto rtl = std::ranges::count_if(words,
                                           [](const PageWord &word) { return isRightToLeft(word.text); });
    const double letterGap = letterSpacedWordGap(words);
    const bool rightToLeft = rtl * 2 > static_cast<long>(words.size());
    Chunk chunk {{}, words.front().box, 0, rightToLeft};
    if (rtl > 0) {
        orderForReading(words, chunk.rightToLeft);
    }
    qsizetype longest = 0;
    for (size_t i = 0; i < words.size(); ++i) {
        if (i > 0) {
            chunk.text += rtl > 0 ? QStringView(u" ") : jointOf(words[i - 1], words[i], letterGap);
        }
        chunk.text += isRightToLeft(words[i].text) ? inReadingOrder(words[i].text) : words[i].text;
        chunk.box = chunk.box.united(words[i].box);
        // Symbols come from other fonts, whose boxes say nothing about the type.
        if (words[i].text.size() > longest) {
            longest = words[i].text.size();
            chunk.size = words[i].box.height();
        }
    }
    return chunk;
}

// A justified line whose blanks have become as wide as those between cells: all are the same.
bool isStretched(const Row &row)
{
    double least = 1e9;
    double most = 0;
    for (size_t i = 1; i < row.size(); ++i) {
        const double gap = row[i].box.left() - row[i - 1].box.right();
        least = std::min(least, gap);
        most = std::max(most, gap);
    }
    return row.size() >= 4 && most < 2.5 * row.front().size && most - least < 0.15 * row.front().size;
}

// Letter-spaced type has wide blanks too: less than one and a half of its letters with their room.
bool isWordGap(const Chunk &chunk, const Chunk &next)
{
    const auto advance = [](const Chunk &c) { return c.box.width() / static_cast<double>(c.text.size()); };
    const double gap = std::max(next.box.left() - chunk.box.right(), chunk.box.left() - next.box.right());
    return gap < 1.3 * std::min(advance(chunk), advance(next));
}

PageLine lineOf(Row row, double columnLeft)
{
    PageLine line;
    qsizetype longest = 0;
    const auto rtl = std::ranges::count_if(row, &Chunk::rightToLeft);
    const bool rightToLeft = rtl * 2 > static_cast<long>(row.size());
    for (const Chunk &chunk : row) {
        line.box = line.box.isNull() ? chunk.box : line.box.united(chunk.box);
        if (chunk.text.size() > longest) {
            longest = chunk.text.size();
            line.size = chunk.size;
        }
    }
    const bool stretched = isStretched(row);
    if (rightToLeft) {
        std::ranges::reverse(row);
    } else {
        const double indent = (line.box.left() - columnLeft) / std::max(1.0, 0.5 * line.size);
        line.text = QString(std::clamp(qRound(indent), 0, widestIndent), u' ');
    }
    for (size_t i = 0; i < row.size(); ++i) {
        if (i > 0) {
            const bool oneName = isWordGap(row[i - 1], row[i]);
            line.text += stretched || oneName ? u' ' : u'\t';
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

// Whether the first word of each line would have fitted at the end of the line above.
void markFresh(std::vector<PageLine> &lines)
{
    double right = 0;
    for (const PageLine &line : lines) {
        right = std::max(right, line.box.right());
    }
    for (size_t i = 1; i < lines.size(); ++i) {
        const QString text = lines[i].text.trimmed();
        const auto letters = static_cast<double>(std::max<qsizetype>(1, text.size()));
        const auto firstWord = static_cast<double>(text.section(u' ', 0, 0).section(u'\t', 0, 0).size() + 1);
        const double needed = lines[i].box.width() / letters * firstWord;
        lines[i].fresh = lines[i].gapBefore || lines[i - 1].box.right() + 1.1 * needed < right;
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
    markFresh(lines);
    joinHyphenated(lines);
    if (!lines.empty()) {
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
