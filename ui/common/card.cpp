// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/card.h"

#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace crema::ui {

Card::Card(const QString &heading, QWidget *parent)
    : QFrame(parent), m_heading(makeLabel(heading, TextRole::heading)), m_head(new QHBoxLayout),
      m_body(new QVBoxLayout)
{
    m_head->addWidget(m_heading, 1);
    m_body->setSpacing(gap::small);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::medium, gap::medium, gap::medium, gap::medium);
    column->setSpacing(gap::small + gap::tiny);
    column->addLayout(m_head);
    column->addLayout(m_body, 1);
    setHeading(heading);
}

void Card::setHeading(const QString &heading)
{
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
    setAccessibleName(heading);
}

void Card::setCorner(QWidget *widget)
{
    m_head->addWidget(widget);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours().line);
    painter.setBrush(colours().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius::card, radius::card);
}

} // namespace crema::ui
