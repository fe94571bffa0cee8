// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/scrollpage.h"

#include "ui/theme/tokens.h"

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

} // namespace crema::ui
