// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/markedtext.h"

#include "base/text.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>

namespace crema::ui {

namespace {

/// How many characters of the word make up the folded beginning `part`.
int lengthOf(QStringView word, const QString &part)
{
    for (qsizetype length = 1; length < word.size(); ++length) {
        if (fold(word.first(length)).size() >= part.size()) {
            return static_cast<int>(length);
        }
    }
    return static_cast<int>(word.size());
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

} // namespace

QVector<std::pair<int, int>> matchesIn(const QString &text, const QStringList &foldedWords)
{
    QVector<std::pair<int, int>> matches;
    const QStringView whole(text);
    for (qsizetype start = 0; start < whole.size();) {
        if (!isWordPart(whole[start])) {
            ++start;
            continue;
        }
        qsizetype end = start;
        while (end < whole.size() && isWordPart(whole[end])) {
            ++end;
        }
        const QStringView word = whole.sliced(start, end - start);
        const QString folded = fold(word);
        int longest = 0;
        for (const QString &part : foldedWords) {
            if (!part.isEmpty() && folded.startsWith(part)) {
                longest = std::max(longest, lengthOf(word, part));
            }
        }
        if (longest > 0) {
            matches << std::pair(static_cast<int>(start), longest);
        }
        start = end;
    }
    return matches;
}

void drawMarked(QPainter &painter, const QRect &area, const MarkedText &marked)
{
    const auto &[text, font, ink, words, direction] = marked;
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, area.width());
    painter.setFont(font);
    painter.setPen(ink);
    const auto matches = words.isEmpty() ? QVector<std::pair<int, int>> {} : matchesIn(shown, words);
    if (matches.isEmpty()) {
        const auto side = QStyle::visualAlignment(direction, Qt::AlignLeft);
        painter.drawText(area, static_cast<int>(Qt::AlignVCenter | side), shown);
        return;
    }
    QVector<QTextLayout::FormatRange> ranges;
    for (const auto &[start, length] : matches) {
        QTextCharFormat format;
        format.setBackground(mix(colours().accent, colours().surface, 0.28));
        format.setForeground(colours().text);
        ranges << QTextLayout::FormatRange {start, length, format};
    }
    QTextLayout layout(shown, font);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(direction);
    layout.setTextOption(option);
    layout.setFormats(ranges);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(area.width());
    layout.endLayout();
    layout.draw(&painter, QPointF(area.left(), area.center().y() - line.height() / 2 + 1));
}

} // namespace crema::ui
