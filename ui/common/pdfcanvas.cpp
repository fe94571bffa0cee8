// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/pdfcanvas.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace crema::ui {

namespace {

constexpr int between = gap::medium; // pages and edges
constexpr double wheelStep = 1.12;
constexpr qsizetype normalCacheLimit = 128LL * 1024 * 1024;
constexpr int bytesPerPixel = 4;
constexpr int pagesThatMustFit = 3; // in the cache at once: those in sight never drive one another out

quint64 keyOf(const PdfPicture &picture)
{
    return static_cast<quint64>(picture.page) << 40 | static_cast<quint64>(picture.pixels.width()) << 20
            | static_cast<quint64>(picture.pixels.height());
}

/// The whole pixels of a page; its upper left corner is one already.
QRect paperOf(const QRectF &place)
{
    return {place.topLeft().toPoint(),
            QSize(static_cast<int>(std::ceil(place.width())), static_cast<int>(std::ceil(place.height())))};
}

QRect framed(const QRect &paper)
{
    return paper.adjusted(-1, -1, 1, 1);
}

void fill(QPainter &painter, const QRegion &region, const QColor &colour)
{
    for (const QRect &part : region) {
        painter.fillRect(part, colour);
    }
}

} // namespace

PdfCanvas::PdfCanvas(PdfEngine &engine, QWidget *parent) : QAbstractScrollArea(parent), m_engine(engine)
{
    setObjectName(QStringLiteral("pdfCanvas"));
    setAccessibleName(tr("Pages"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setCacheLimit(normalCacheLimit);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&m_engine, &PdfEngine::pictureReady, this, &PdfCanvas::keepPicture);
    connect(&m_engine, &PdfEngine::marked, this, [this](const PdfMarked &marked) {
        m_marked = marked;
        viewport()->update();
        Q_EMIT markedTextChanged();
    });
}

void PdfCanvas::setPages(const QVector<QSizeF> &sizes)
{
    if (sizes.isEmpty() && m_sizes.isEmpty()) {
        return;
    }
    m_sizes = sizes;
    if (const auto *shown = m_pictures.object(m_latest.value(m_current))) {
        m_before = shown->second;
    }
    m_pictures.clear();
    m_outdated.clear();
    m_latest.fill(0, sizes.size());
    m_wished.clear();
    m_hits.clear();
    m_marked = {};
    m_current = 0;
    layOut();
    verticalScrollBar()->setValue(0);
    viewport()->update();
    Q_EMIT currentPageChanged(0);
}

void PdfCanvas::renewPages(const QVector<QSizeF> &sizes)
{
    if (sizes != m_sizes) {
        const int place = verticalScrollBar()->value();
        setPages(sizes);
        verticalScrollBar()->setValue(place);
        return;
    }
    for (const quint64 key : m_pictures.keys()) {
        m_outdated.insert(key);
    }
    m_wished.clear();
    m_hits.clear();
    m_marked = {};
    wish();
    viewport()->update();
}

bool PdfCanvas::has(const PdfPicture &picture) const
{
    const quint64 key = keyOf(picture);
    return m_pictures.contains(key) && !m_outdated.contains(key);
}

void PdfCanvas::goToPage(int page)
{
    if (page >= 0 && page < pageCount()) {
        verticalScrollBar()->setValue(static_cast<int>(m_layout.places.at(page).top()) - between);
    }
}

void PdfCanvas::ensureVisible(int page, const QRectF &area)
{
    if (page < 0 || page >= pageCount()) {
        return;
    }
    const double scale = m_zoom * pixelsPerPoint;
    const QRectF shown(pageRect(page).topLeft() + area.topLeft() * scale, area.size() * scale);
    if (!QRectF(viewport()->rect()).adjusted(0, between, 0, -between).contains(shown)) {
        const QPointF wanted = shown.center() - QRectF(viewport()->rect()).center();
        verticalScrollBar()->setValue(verticalScrollBar()->value() + static_cast<int>(wanted.y()));
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + static_cast<int>(wanted.x()));
    }
}

void PdfCanvas::setZoomMode(PdfZoom mode)
{
    m_mode = mode;
    const int page = m_current;
    layOut();
    goToPage(page);
    viewport()->update();
}

void PdfCanvas::setZoom(double factor)
{
    zoomAround(factor, QRectF(viewport()->rect()).center());
}

void PdfCanvas::zoomAround(double factor, const QPointF &viewportPoint)
{
    const double bounded = std::clamp(factor, smallestPdfZoom, largestPdfZoom);
    const QPointF scrolled(horizontalScrollBar()->value(), verticalScrollBar()->value());
    const double ratio = bounded / m_zoom;
    m_mode = PdfZoom::custom;
    m_zoom = bounded;
    layOut();
    const QPointF kept = (scrolled + viewportPoint) * ratio - viewportPoint;
    horizontalScrollBar()->setValue(static_cast<int>(std::lround(kept.x())));
    verticalScrollBar()->setValue(static_cast<int>(std::lround(kept.y())));
    viewport()->update();
    Q_EMIT zoomChanged(m_zoom);
}

void PdfCanvas::setHits(const QVector<PdfHit> &hits, int current)
{
    m_hits = hits;
    m_currentHit = current;
    viewport()->update();
}

void PdfCanvas::setCacheLimit(qsizetype bytes)
{
    m_pictures.setMaxCost(std::max<qsizetype>(bytes / 1024, 1024));
}

bool PdfCanvas::isSharp() const
{
    const auto [first, last] = pagesInSight();
    for (int page = first; page <= last; ++page) {
        if (!has(pictureFor(page))) {
            return false;
        }
    }
    return last >= first;
}

// Fitting uses the width left beside a scroll bar whether there is one or not. Otherwise the bar's coming
// makes the page narrower and shorter, the bar goes, and so on for ever.
PdfSight PdfCanvas::sight() const
{
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    return {.room = maximumViewportSize() - QSize(bar + 2 * between, 2 * between),
            .mode = m_mode,
            .zoom = m_zoom,
            .deviceRatio = devicePixelRatioF(),
            .mostPixels = static_cast<double>(m_pictures.maxCost()) * 1024 / bytesPerPixel
                    / pagesThatMustFit};
}

void PdfCanvas::layOut()
{
    const double before = m_zoom;
    m_zoom = sight().zoomFor(m_sizes);
    m_layout = layOutPages(m_sizes, m_zoom, between);
    applyScrollBars();
    followScroll();
    if (before != m_zoom) {
        Q_EMIT zoomChanged(m_zoom);
    }
}

void PdfCanvas::applyScrollBars()
{
    const QSize room = viewport()->size();
    const auto apply = [](QScrollBar &bar, double whole, int seen) {
        bar.setRange(0, std::max(0, static_cast<int>(std::ceil(whole)) - seen));
        bar.setPageStep(seen);
        bar.setSingleStep(std::max(20, seen / 20));
    };
    apply(*verticalScrollBar(), m_layout.whole.height(), room.height());
    apply(*horizontalScrollBar(), m_mode == PdfZoom::custom ? m_layout.whole.width() : 0, room.width());
}

void PdfCanvas::scrollContentsBy(int, int)
{
    followScroll();
    viewport()->update();
}

// The current page is the one over the middle of the window.
void PdfCanvas::followScroll()
{
    const int page = m_layout.pageAt(verticalScrollBar()->value() + viewport()->height() / 2.0);
    if (page != m_current) {
        m_current = page;
        Q_EMIT currentPageChanged(page);
    }
    wish();
}

QRectF PdfCanvas::pageRect(int page) const
{
    QRectF place = m_layout.places.at(page);
    const double room = std::max(m_layout.whole.width(), static_cast<double>(viewport()->width()));
    const double left = (room - place.width()) / 2 - horizontalScrollBar()->value();
    place.moveTopLeft(QPointF(std::round(left), std::round(place.top() - verticalScrollBar()->value())));
    return place;
}

QPair<int, int> PdfCanvas::pagesInSight() const
{
    const double top = verticalScrollBar()->value();
    return m_layout.pagesBetween(top, top + viewport()->height());
}

PdfPicture PdfCanvas::pictureFor(int page) const
{
    return {page, sight().pictureSize(m_layout.places.at(page).size())};
}

// What is in sight, then its neighbours as far as the cache has room for them beside it.
void PdfCanvas::wish()
{
    const auto [first, last] = pagesInSight();
    QVector<PdfPicture> wishes;
    const auto add = [this, &wishes](int page) {
        if (page >= 0 && page < pageCount() && !has(pictureFor(page))) {
            wishes.append(pictureFor(page));
        }
    };
    for (int page = first; page <= last; ++page) {
        add(page);
    }
    const int room = pagesThatMustFit - (last - first + 1);
    if (last >= first && room >= 1) {
        add(last + 1);
    }
    if (last >= first && room >= 2) {
        add(first - 1);
    }
    if (wishes != m_wished) {
        m_wished = wishes;
        m_engine.setWanted(wishes);
    }
}

void PdfCanvas::keepPicture(const PdfPicture &which, const QImage &image)
{
    // A picture of an earlier zoom that comes late must not drive out those in sight.
    if (!m_wished.removeOne(which) || which.page >= pageCount() || image.isNull()) {
        return;
    }
    const qsizetype cost = std::max<qsizetype>(1, image.sizeInBytes() / 1024);
    m_pictures.insert(keyOf(which), new QPair(which, image), cost);
    m_before = {};
    m_outdated.remove(keyOf(which));
    m_latest[which.page] = keyOf(which);
    wish();
    viewport()->update();
}

// Every pixel is painted once: on a large window each further time is felt while scrolling.
void PdfCanvas::paintEvent(QPaintEvent *)
{
    const Colours &c = colours();
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    QRegion around(viewport()->rect());
    const auto [first, last] = pagesInSight();
    for (int page = first; page <= last; ++page) {
        around -= framed(paperOf(pageRect(page)));
    }
    fill(painter, around, mix(c.line, c.ground, 0.55));
    for (int page = first; page <= last; ++page) {
        paintPage(painter, page);
        paintMarks(painter, page);
    }
}

void PdfCanvas::paintPage(QPainter &painter, int page)
{
    const QRectF place = pageRect(page);
    const QRect paper = paperOf(place);
    fill(painter, QRegion(framed(paper)) - paper, colours().outline);
    const auto *exact = m_pictures.object(keyOf(pictureFor(page)));
    const auto *shown = exact != nullptr ? exact : m_pictures.object(m_latest.at(page));
    if (shown == nullptr) {
        painter.fillRect(paper, Qt::white);
        return;
    }
    const QSizeF size = QSizeF(shown->first.pixels) / devicePixelRatioF();
    // Pictures are of whole pixels: less than one is missing, and copying is ten times as fast as scaling.
    const bool fits = place.width() - size.width() < 1 && place.height() - size.height() < 1
            && place.width() >= size.width() && place.height() >= size.height();
    const QSize covered(static_cast<int>(size.width()), static_cast<int>(size.height()));
    fill(painter, fits ? QRegion(paper) - QRect(paper.topLeft(), covered) : QRegion(paper), Qt::white);
    painter.drawImage(fits ? QRectF(place.topLeft(), size) : place, shown->second);
}

void PdfCanvas::paintMarks(QPainter &painter, int page)
{
    const double scale = m_zoom * pixelsPerPoint;
    const QPointF corner = pageRect(page).topLeft();
    const auto light = [&](const QVector<QRectF> &areas, const QColor &colour) {
        for (const QRectF &area : areas) {
            painter.fillRect(
                    QRectF(corner + area.topLeft() * scale, area.size() * scale).adjusted(-1, -1, 1, 1),
                    colour);
        }
    };
    // Paper is white in both schemes, so the colours on it are those of the light one.
    const Colours &ink = coloursOf(Scheme::light);
    painter.save();
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    for (qsizetype i = 0; i < m_hits.size(); ++i) {
        if (m_hits.at(i).page == page) {
            light(m_hits.at(i).areas,
                  i == m_currentHit ? mix(ink.accent, Qt::white, 0.55) : QColor(0xFF, 0xE7, 0x9A));
        }
    }
    if (m_marked.page == page) {
        light(m_marked.areas, mix(ink.info, Qt::white, 0.3));
    }
    painter.restore();
}

void PdfCanvas::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void PdfCanvas::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        const double steps = event->angleDelta().y() / 120.0;
        zoomAround(m_zoom * std::pow(wheelStep, steps), event->position());
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void PdfCanvas::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Home:
        goToPage(0);
        return;
    case Qt::Key_End:
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        return;
    case Qt::Key_Space:
        verticalScrollBar()->triggerAction(event->modifiers() & Qt::ShiftModifier
                                                   ? QScrollBar::SliderPageStepSub
                                                   : QScrollBar::SliderPageStepAdd);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

PdfCanvas::PagePoint PdfCanvas::pointAt(const QPointF &viewportPoint) const
{
    const auto [first, last] = pagesInSight();
    for (int page = first; page <= last; ++page) {
        const QRectF place = pageRect(page);
        if (place.contains(viewportPoint)) {
            return {page, (viewportPoint - place.topLeft()) / (m_zoom * pixelsPerPoint)};
        }
    }
    return {};
}

void PdfCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        m_pressed = pointAt(event->position());
        m_marked = {};
        viewport()->update();
        Q_EMIT markedTextChanged();
    }
}

// Marking stays on the page where it began; beyond its edge it goes to the edge.
void PdfCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton) || m_pressed.page < 0) {
        return;
    }
    const QRectF place = pageRect(m_pressed.page);
    const QPointF bounded(std::clamp(event->position().x(), place.left(), place.right()),
                          std::clamp(event->position().y(), place.top(), place.bottom()));
    m_engine.mark(m_pressed.page, m_pressed.point, (bounded - place.topLeft()) / (m_zoom * pixelsPerPoint));
}

bool PdfCanvas::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomAround(m_zoom * (1 + gesture->value()), gesture->position());
            return true;
        }
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace crema::ui
