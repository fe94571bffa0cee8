// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/recognisedwords.h"

#include <QByteArrayList>
#include <QList>
#include <QString>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

constexpr double leastSure = 30; // of 100; below it stand specks and pictures read as letters

enum Column { level, page, block, paragraph, line, word, left, top, width, height, sureness, text, count };
constexpr int lineLevel = 4;
constexpr int wordLevel = 5;

QRectF boxOf(const QList<QByteArrayView> &cells, double scale)
{
    return {cells[left].toDouble() * scale, cells[top].toDouble() * scale, cells[width].toDouble() * scale,
            cells[height].toDouble() * scale};
}

QList<QByteArrayView> cellsOf(QByteArrayView row)
{
    QList<QByteArrayView> cells;
    qsizetype from = 0;
    for (qsizetype at = 0; at <= row.size(); ++at) {
        if (at == row.size() || row[at] == '\t') {
            cells << row.sliced(from, at - from);
            from = at + 1;
        }
    }
    return cells;
}

// Round bullets are read as the letters and signs that look most like them.
bool isMisreadBullet(const QString &mark, const QString &next)
{
    static const QString signs = u"©®¢°»«*+~¥§¤"_s;
    const bool letter = mark == "e"_L1 || mark == "o"_L1;
    return mark.size() == 1 && !next.isEmpty()
            && (signs.contains(mark) || (letter && next.front().isUpper()));
}

void mendBullets(std::vector<PageWord> &words, const std::vector<size_t> &starts)
{
    for (const size_t start : starts) {
        if (start + 1 < words.size() && isMisreadBullet(words[start].text, words[start + 1].text)) {
            words[start].text = u"•"_s;
        }
    }
}

} // namespace

std::vector<PageWord> recognisedWords(const QByteArray &tsv, double pointsPerPixel)
{
    std::vector<PageWord> words;
    std::vector<size_t> starts; // of lines
    QRectF lineBox;
    for (const QByteArray &row : tsv.split('\n')) {
        const QList<QByteArrayView> cells = cellsOf(row);
        if (cells.size() != Column::count) {
            continue;
        }
        const int kind = cells[level].toInt();
        if (kind == lineLevel) {
            lineBox = boxOf(cells, pointsPerPixel);
            starts.push_back(words.size());
        }
        const QString read = QString::fromUtf8(cells[text]).trimmed();
        if (kind != wordLevel || read.isEmpty() || cells[sureness].toDouble() < leastSure) {
            continue;
        }
        PageWord word {read, boxOf(cells, pointsPerPixel), PageWord::Next::parted};
        if (word.box.isEmpty()) {
            continue;
        }
        // A box is as high as its letters; "on" and "by" stand on one line in one size all the same.
        const bool inLine = lineBox.height() < 3 * word.box.height() && lineBox.intersects(word.box);
        if (inLine) {
            word.box.setTop(lineBox.top());
            word.box.setBottom(lineBox.bottom());
        }
        words.push_back(std::move(word));
    }
    mendBullets(words, starts);
    return words;
}

} // namespace crema::resume
