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

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'’';
}

/// As the search has it: "O'Brien" is one word, "obrien" (foldedWords).
QString foldedWord(QStringView word)
{
    QString folded = fold(word);
    folded.removeIf(isApostrophe);
    return folded;
}

/// How many characters of the word make up the folded beginning `part`.
int lengthOf(QStringView word, const QString &part)
{
    for (qsizetype length = 1; length < word.size(); ++length) {
        if (foldedWord(word.first(length)).size() >= part.size()) {
            return static_cast<int>(length);
        }
    }
    return static_cast<int>(word.size());
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

constexpr qsizetype mostCharacters = 1000; ///< more than any cell is wide

QVector<QTextLayout::FormatRange> formatsOf(const QString &text, const QStringList &foldedWords)
{
    QVector<QTextLayout::FormatRange> ranges;
    if (!foldedWords.isEmpty()) {
        for (const auto &[start, length] : matchesIn(text, foldedWords)) {
            QTextCharFormat format;
            format.setBackground(mix(colours().accent, colours().surface, 0.28));
            format.setForeground(colours().text);
            ranges << QTextLayout::FormatRange {start, length, format};
        }
    }
    return ranges;
}

/// Puts the text on one line of that width; what does not fit runs over its end.
QTextLine lineOf(QTextLayout &layout, const QStringList &words, int width)
{
    layout.setFormats(formatsOf(layout.text(), words));
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid()) {
        line.setLineWidth(width);
    }
    layout.endLayout();
    return line;
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
        while (end < whole.size() && (isWordPart(whole[end]) || isApostrophe(whole[end]))) {
            ++end;
        }
        const QStringView word = whole.sliced(start, end - start);
        const QString folded = foldedWord(word);
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
    QTextOption option(QStyle::visualAlignment(direction, Qt::AlignLeft));
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    QTextLayout layout(text.left(mostCharacters), font);
    layout.setTextOption(option);
    layout.setCacheEnabled(true); // shaping is most of what a cell costs: once for a text that fits
    QTextLine line = lineOf(layout, words, area.width());
    if (line.isValid() && line.naturalTextWidth() > area.width()) {
        layout.setText(QFontMetrics(font).elidedText(layout.text(), Qt::ElideRight, area.width()));
        line = lineOf(layout, words, area.width());
    }
    if (line.isValid()) {
        painter.setPen(ink);
        layout.draw(&painter, QPointF(area.left(), area.top() + (area.height() - line.height()) / 2));
    }
}

} // namespace crema::ui
