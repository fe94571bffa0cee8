// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>
#include <QVector>

namespace crema::ui {

/// How the size of the pages follows the window.
enum class PdfZoom { fitWidth, fitPage, custom };

/// Zoom is bounded to these.
inline constexpr double smallestPdfZoom = 0.1;
inline constexpr double largestPdfZoom = 5;

/// Device-independent pixels of a point at zoom 1: the size on paper.
inline constexpr double pixelsPerPoint = 96.0 / 72.0;

/// Where the pages stand, one below the other, from the upper left of the whole; in device-independent
/// pixels. Pages are at the left edge here, the canvas puts them into the middle.
struct PdfLayout
{
    QVector<QRectF> places {};
    QSizeF whole {};

    /// The first and the last page between two heights; last < first for none.
    [[nodiscard]] QPair<int, int> pagesBetween(double top, double bottom) const;
    /// The page that stands at a height, or the nearest one above; 0 when there is none.
    [[nodiscard]] int pageAt(double height) const;
};

/// `between` is the gap around and between pages in pixels.
[[nodiscard]] PdfLayout layOutPages(const QVector<QSizeF> &points, double zoom, int between);

/// How large the pages are seen, and as how sharp a picture.
struct PdfSight
{
    QSizeF room {}; ///< what pages are fitted into, in device-independent pixels
    PdfZoom mode = PdfZoom::fitWidth;
    double zoom = 1; ///< when it is the user's own, or when there is nothing to fit
    double deviceRatio = 1;
    double mostPixels = 0; ///< of one picture, in device pixels

    [[nodiscard]] double zoomFor(const QVector<QSizeF> &points) const;
    /// The size in device pixels of the picture of a page that takes up `place`.
    [[nodiscard]] QSize pictureSize(const QSizeF &place) const;
};

/// The zoom at which the widest (and for fitPage the highest) page fits into `room` pixels. Nothing when
/// there is no page or no room.
[[nodiscard]] double fittingZoom(const QVector<QSizeF> &points, const QSizeF &room, PdfZoom mode,
                                 double otherwise);

} // namespace crema::ui
