// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/scrollpage.h"

#include "ui/theme/tokens.h"

#include <QEvent>
#include <QTimer>
#include <QVBoxLayout>

namespace crema::ui {

ScrollPage::ScrollPage(int widest, QWidget *parent) : QScrollArea(parent), m_body(new QVBoxLayout)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus); // what stands in it takes the focus, and is scrolled to
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *whole = new QWidget;
    auto *content = new QWidget;
    if (widest > 0) {
        content->setMaximumWidth(fontMetrics().averageCharWidth() * widest);
    }
    content->setLayout(m_body);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(gap::medium);
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(gap::large, gap::small, gap::large, gap::large);
    row->addWidget(content, 1);
    row->addStretch(0); // takes what is left beside a content of bounded width
    setWidget(whole);
    viewport()->setAutoFillBackground(false);
    whole->setAutoFillBackground(false);
}

/// Qt moves the focus on from a widget that is disabled, and the page would follow it.
bool ScrollPage::focusNextPrevChild(bool next)
{
    QWidget *focused = window()->focusWidget();
    if (focused != nullptr && focused != m_kept && !focused->isEnabled() && isAncestorOf(focused)) {
        if (m_kept != nullptr) {
            m_kept->removeEventFilter(this);
        }
        m_kept = focused;
        focused->installEventFilter(this);
        return true;
    }
    return QScrollArea::focusNextPrevChild(next);
}

bool ScrollPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::EnabledChange && watched == m_kept && m_kept->isEnabled()) {
        m_kept->removeEventFilter(this);
        m_kept.clear();
    }
    return QScrollArea::eventFilter(watched, event);
}

void reveal(QWidget *widget)
{
    QTimer::singleShot(0, widget, [widget] {
        for (QWidget *outer = widget->parentWidget(); outer != nullptr; outer = outer->parentWidget()) {
            if (auto *area = qobject_cast<QScrollArea *>(outer)) {
                area->ensureWidgetVisible(widget, 0, gap::medium);
                return;
            }
        }
    });
}

} // namespace crema::ui
