// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prep/textblock.h"

#include <QRectF>

#include <functional>
#include <vector>

namespace crema::prep {

/// Something of a known height that can be painted anywhere: pages are put together from these.
struct Piece
{
    qreal height = 0;
    std::function<void(QPainter &, QPointF topLeft)> paint; ///< may be empty: just space

    [[nodiscard]] bool isEmpty() const { return height <= 0; }
};

[[nodiscard]] Piece textPiece(TextBlock block);
[[nodiscard]] Piece textPiece(const QString &text, const TextStyle &style, qreal width,
                              int maxLines = TextBlock::unlimited);
/// One below the other; empty pieces take no room.
[[nodiscard]] Piece stacked(std::vector<Piece> pieces, qreal space);
/// Side by side, tops aligned, each at its x; as high as the highest.
struct Placed
{
    qreal x = 0;
    Piece piece;
};
[[nodiscard]] Piece beside(std::vector<Placed> pieces);
/// On a coloured card with rounded corners; `piece` must be `width` less twice `padding` wide.
[[nodiscard]] Piece onCard(Piece piece, qreal width, qreal padding, QRgb fill);

void fillRect(QPainter &painter, const QRectF &rect, QRgb colour, qreal radius = 0);
void strokeRect(QPainter &painter, const QRectF &rect, QRgb colour, qreal width, qreal radius = 0);
void drawLine(QPainter &painter, QPointF from, QPointF to, QRgb colour, qreal width);
void drawDot(QPainter &painter, QPointF centre, qreal radius, QRgb colour);

} // namespace crema::prep
