// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/pdflayout.h"

#include <algorithm>
#include <cmath>

namespace crema::ui {

namespace {

constexpr double leastRoom = 8;

} // namespace

QPair<int, int> PdfLayout::pagesBetween(double top, double bottom) const
{
    int first = 0;
    while (first < places.size() && places.at(first).bottom() < top) {
        ++first;
    }
    int last = first;
    while (last < places.size() && places.at(last).top() < bottom) {
        ++last;
    }
    return {first, last - 1};
}

int PdfLayout::pageAt(double height) const
{
    int page = 0;
    while (page + 1 < places.size() && places.at(page + 1).top() <= height) {
        ++page;
    }
    return page;
}

PdfLayout layOutPages(const QVector<QSizeF> &points, double zoom, int between)
{
    PdfLayout layout;
    const double scale = zoom * pixelsPerPoint;
    double top = between;
    double widest = 0;
    for (const QSizeF &size : points) {
        layout.places.append(QRectF(QPointF(0, top), size * scale));
        top += size.height() * scale + between;
        widest = std::max(widest, size.width() * scale);
    }
    layout.whole = QSizeF(widest + 2 * between, top);
    return layout;
}

double PdfSight::zoomFor(const QVector<QSizeF> &points) const
{
    return mode == PdfZoom::custom ? zoom : fittingZoom(points, room, mode, zoom);
}

QSize PdfSight::pictureSize(const QSizeF &place) const
{
    QSizeF pixels = place * deviceRatio;
    const double wanted = pixels.width() * pixels.height();
    if (wanted > mostPixels) {
        pixels *= std::sqrt(mostPixels / wanted);
    }
    return {std::max(1, static_cast<int>(pixels.width())), std::max(1, static_cast<int>(pixels.height()))};
}

double fittingZoom(const QVector<QSizeF> &points, const QSizeF &room, PdfZoom mode, double otherwise)
{
    QSizeF largest;
    for (const QSizeF &size : points) {
        largest = largest.expandedTo(size);
    }
    if (largest.isEmpty() || room.width() < leastRoom || room.height() < leastRoom) {
        return otherwise;
    }
    const double byWidth = room.width() / (largest.width() * pixelsPerPoint);
    const double byHeight = room.height() / (largest.height() * pixelsPerPoint);
    const double fitted = mode == PdfZoom::fitPage ? std::min(byWidth, byHeight) : byWidth;
    return std::clamp(fitted, smallestPdfZoom, largestPdfZoom);
}

} // namespace crema::ui
