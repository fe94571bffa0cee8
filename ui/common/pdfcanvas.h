// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/pdfengine.h"
#include "ui/common/pdflayout.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <QSet>

namespace crema::ui {

/// The pages of a PDF below one another. Draws what the engine has rendered; until then the page as it was at
/// another zoom, or blank paper. Keeps pictures up to a limit in bytes.
class PdfCanvas final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PdfCanvas(PdfEngine &engine, QWidget *parent = nullptr);

    void setPages(const QVector<QSizeF> &sizes);
    /// The same document in a newer state: place and zoom stay, and the old pictures until the new ones are
    /// there.
    void renewPages(const QVector<QSizeF> &sizes);
    [[nodiscard]] int pageCount() const { return static_cast<int>(m_sizes.size()); }
    [[nodiscard]] int currentPage() const { return m_current; }
    void goToPage(int page);
    /// Scrolls only when the area (points) cannot be seen.
    void ensureVisible(int page, const QRectF &area);

    [[nodiscard]] PdfZoom zoomMode() const { return m_mode; }
    void setZoomMode(PdfZoom mode);
    /// 1 is the size on paper. Bounded to 0.1 .. 5.
    [[nodiscard]] double zoom() const { return m_zoom; }
    void setZoom(double factor);

    void setHits(const QVector<PdfHit> &hits, int current);
    [[nodiscard]] QString markedText() const { return m_marked.text; }
    /// How many bytes of pictures are kept.
    void setCacheLimit(qsizetype bytes);
    [[nodiscard]] qsizetype cachedBytes() const { return m_pictures.totalCost() * 1024; }
    /// How it would show pages now.
    [[nodiscard]] PdfSight sight() const;
    /// True when every page in sight is drawn as sharp as it can be.
    [[nodiscard]] bool isSharp() const;

Q_SIGNALS:
    void currentPageChanged(int page);
    void zoomChanged(double factor);
    void markedTextChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    struct PagePoint
    {
        int page = -1;
        QPointF point; ///< in points
    };

    [[nodiscard]] bool has(const PdfPicture &picture) const;
    void keepPicture(const PdfPicture &which, const QImage &image);
    void layOut();
    void zoomAround(double factor, const QPointF &viewportPoint);
    void applyScrollBars();
    void followScroll();
    void wish();
    [[nodiscard]] QRectF pageRect(int page) const; ///< in the viewport
    [[nodiscard]] QPair<int, int> pagesInSight() const; ///< first and last; last < first for none
    [[nodiscard]] PdfPicture pictureFor(int page) const;
    [[nodiscard]] PagePoint pointAt(const QPointF &viewportPoint) const;
    void paintPage(QPainter &painter, int page);
    void paintMarks(QPainter &painter, int page);

    PdfEngine &m_engine;
    QVector<QSizeF> m_sizes;
    PdfLayout m_layout;
    QCache<quint64, QPair<PdfPicture, QImage>> m_pictures;
    QVector<quint64> m_latest; ///< the last picture of each page, whatever its size
    QSet<quint64> m_outdated; ///< pictures of the state before; shown until there are newer ones
    QVector<PdfPicture> m_wished;
    /// Of the document before, until there is a new one. Memory that is given back to the system comes again
    /// page by page, which takes as long as it takes to draw a simple picture.
    QImage m_before;
    QVector<PdfHit> m_hits;
    int m_currentHit = -1;
    PdfMarked m_marked;
    PagePoint m_pressed;
    PdfZoom m_mode = PdfZoom::fitWidth;
    double m_zoom = 1;
    int m_current = 0;
};

} // namespace crema::ui
