// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/piece.h"

#include <QPainter>

#include <algorithm>
#include <memory>

namespace crema::prep {

namespace {

QRectF inUnits(const QRectF &rect)
{
    return {rect.topLeft() * unitsPerPoint, rect.size() * unitsPerPoint};
}

} // namespace

Piece textPiece(TextBlock block)
{
    const auto shared = std::make_shared<TextBlock>(std::move(block));
    return {shared->height(), [shared](QPainter &painter, QPointF at) { shared->draw(painter, at); }};
}

Piece textPiece(const QString &text, const TextStyle &style, qreal width, int maxLines)
{
    return text.isEmpty() ? Piece {} : textPiece(TextBlock(text, style, width, maxLines));
}

Piece stacked(std::vector<Piece> pieces, qreal space)
{
    std::erase_if(pieces, [](const Piece &piece) { return piece.isEmpty(); });
    qreal height = pieces.empty() ? 0 : space * static_cast<qreal>(pieces.size() - 1);
    for (const Piece &piece : pieces) {
        height += piece.height;
    }
    const auto shared = std::make_shared<const std::vector<Piece>>(
            std::move(pieces)); // pieces are copied often
    return {height, [shared, space](QPainter &painter, QPointF at) {
                for (const Piece &piece : *shared) {
                    if (piece.paint) {
                        piece.paint(painter, at);
                    }
                    at.ry() += piece.height + space;
                }
            }};
}

Piece beside(std::vector<Placed> pieces)
{
    qreal height = 0;
    for (const Placed &placed : pieces) {
        height = std::max(height, placed.piece.height);
    }
    const auto shared = std::make_shared<const std::vector<Placed>>(std::move(pieces));
    return {height, [shared](QPainter &painter, QPointF at) {
                for (const Placed &placed : *shared) {
                    if (placed.piece.paint) {
                        placed.piece.paint(painter, at + QPointF(placed.x, 0));
                    }
                }
            }};
}

Piece onCard(Piece piece, qreal width, qreal padding, QRgb fill)
{
    const qreal height = piece.height + 2 * padding;
    return {height, [piece = std::move(piece), width, height, padding, fill](QPainter &painter, QPointF at) {
                fillRect(painter, {at, QSizeF(width, height)}, fill, 6);
                if (piece.paint) {
                    piece.paint(painter, at + QPointF(padding, padding));
                }
            }};
}

void fillRect(QPainter &painter, const QRectF &rect, QRgb colour, qreal radius)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgb(colour));
    painter.drawRoundedRect(inUnits(rect), radius * unitsPerPoint, radius * unitsPerPoint);
}

void strokeRect(QPainter &painter, const QRectF &rect, QRgb colour, qreal width, qreal radius)
{
    painter.setPen(QPen(QColor::fromRgb(colour), width * unitsPerPoint));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(inUnits(rect), radius * unitsPerPoint, radius * unitsPerPoint);
}

void drawLine(QPainter &painter, QPointF from, QPointF to, QRgb colour, qreal width)
{
    painter.setPen(QPen(QColor::fromRgb(colour), width * unitsPerPoint, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(from * unitsPerPoint, to * unitsPerPoint);
}

void drawDot(QPainter &painter, QPointF centre, qreal radius, QRgb colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgb(colour));
    painter.drawEllipse(centre * unitsPerPoint, radius * unitsPerPoint, radius * unitsPerPoint);
}

} // namespace crema::prep
