// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QRect>
#include <QStringList>
#include <QVector>

class QPainter;

namespace crema::ui {

/// The parts of `text` that begin with one of the folded words, as start and length: what a filter has
/// matched.
[[nodiscard]] QVector<std::pair<int, int>> matchesIn(const QString &text, const QStringList &foldedWords);

/// A text and how it is drawn.
struct MarkedText
{
    QString text;
    QFont font;
    QColor ink;
    QStringList words; ///< folded; where one begins a word it is marked
    Qt::LayoutDirection direction = Qt::LeftToRight;
};

/// Draws one line, cut to the area's width, in its middle.
void drawMarked(QPainter &painter, const QRect &area, const MarkedText &marked);

} // namespace crema::ui
