// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/floatingpanel.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace crema::ui {

FloatingPanel::FloatingPanel(QWidget *window, QWidget *owner)
    : QWidget(window), m_owner(owner), m_body(new QVBoxLayout(this))
{
    m_body->setContentsMargins(shadow + gap::tiny, shadow + gap::tiny, shadow + gap::tiny,
                               shadow + gap::tiny);
    m_body->setSpacing(gap::tiny);
    hide();
}

void FloatingPanel::setSurface(const QRect &place)
{
    setGeometry(place.adjusted(-shadow, -shadow, shadow, shadow));
}

void FloatingPanel::paintEvent(QPaintEvent *)
{
    const Colours &c = colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF surface = QRectF(rect()).adjusted(shadow, shadow, -shadow, -shadow);
    painter.setPen(Qt::NoPen);
    // A dozen pale layers make a soft edge without an effect, which would draw everything twice.
    const int depth = currentScheme() == Scheme::light ? 2 : 9;
    for (int spread = shadow - 2; spread > 0; --spread) {
        painter.setBrush(QColor(0, 0, 0, depth));
        painter.drawRoundedRect(
                surface.adjusted(-spread, -spread + 3, spread, spread + (spread < shadow - 3 ? 3 : 0)),
                radius::card + spread, radius::card + spread);
    }
    painter.setPen(c.outline);
    painter.setBrush(c.surface);
    painter.drawRoundedRect(surface.adjusted(0.5, 0.5, -0.5, -0.5), radius::card, radius::card);
}

void FloatingPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    raise();
    if (m_closesOutside) {
        qApp->installEventFilter(this);
    }
}

void FloatingPanel::hideEvent(QHideEvent *event)
{
    qApp->removeEventFilter(this);
    QWidget::hideEvent(event);
    Q_EMIT closed();
}

void FloatingPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        hide();
        return;
    }
    QWidget::keyPressEvent(event);
}

bool FloatingPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (m_closesOutside && event->type() == QEvent::MouseButtonPress && watched->isWidgetType()) {
        auto *clicked = static_cast<QWidget *>(watched);
        const bool inside = clicked == this || isAncestorOf(clicked);
        const bool onOwner = m_owner && (clicked == m_owner || m_owner->isAncestorOf(clicked));
        if (!inside && !onOwner && clicked->window() == window()) {
            hide();
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace crema::ui
