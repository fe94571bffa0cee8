// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/toolrow.h"

#include "ui/theme/tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStyleOptionToolButton>
#include <QToolButton>

#include <algorithm>

namespace crema::ui {

ToolRow::ToolRow(QWidget *parent)
    : QWidget(parent), m_whole(new QBoxLayout(QBoxLayout::LeftToRight, this)), m_lead(new QHBoxLayout),
      m_tools(new QHBoxLayout)
{
    m_whole->setContentsMargins(0, 0, 0, 0);
    m_whole->setSpacing(gap::small);
    m_lead->setSpacing(gap::small);
    m_tools->setSpacing(gap::hair);
    m_whole->addLayout(m_lead, 1);
    m_whole->addLayout(m_tools);
    m_tools->addStretch(0); // a line of its own begins where the others do
}

void ToolRow::addTool(QToolButton *tool)
{
    if (tool->toolTip().isEmpty()) {
        tool->setToolTip(tool->text());
    }
    m_buttons << Tool {tool, tool->toolButtonStyle()};
    m_tools->insertWidget(m_tools->count() - 1, tool);
}

/// As wide as the buttons would be in that look, whatever they show now.
int ToolRow::toolsWidth(Look look) const
{
    int width = 0;
    for (const Tool &tool : m_buttons) {
        if (tool.button->isHidden()) {
            continue;
        }
        const bool worded = tool.style != Qt::ToolButtonIconOnly;
        const bool wordsNow = tool.button->toolButtonStyle() != Qt::ToolButtonIconOnly;
        const int words = worded
                ? tool.button->fontMetrics().size(Qt::TextShowMnemonic, tool.button->text()).width()
                        + tool.button->fontMetrics().horizontalAdvance(u' ') * 2 + gap::tiny
                : 0;
        const bool wantsWords = worded && look == Look::words;
        const int change = wantsWords == wordsNow ? 0 : wantsWords ? words : -words;
        width += tool.button->sizeHint().width() + change + m_tools->spacing();
    }
    return std::max(0, width - m_tools->spacing());
}

void ToolRow::arrange()
{
    const int left = width() - m_lead->sizeHint().width() - m_whole->spacing();
    show(left >= toolsWidth(Look::words)           ? Look::words
                 : left >= toolsWidth(Look::icons) ? Look::icons
                                                   : Look::stacked);
}

void ToolRow::show(Look look)
{
    if (look == m_look) {
        return;
    }
    m_look = look;
    for (const Tool &tool : std::as_const(m_buttons)) {
        tool.button->setToolButtonStyle(look == Look::words ? tool.style : Qt::ToolButtonIconOnly);
    }
    m_tools->setStretch(m_tools->count() - 1, look == Look::stacked ? 1 : 0);
    m_whole->setDirection(look == Look::stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    updateGeometry();
}

QSize ToolRow::minimumSizeHint() const
{
    return {std::max(m_lead->minimumSize().width(), toolsWidth(Look::icons)),
            QWidget::minimumSizeHint().height()};
}

void ToolRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool ToolRow::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::FontChange) {
        arrange(); // a button came or went, or the text grew
    }
    return done;
}

} // namespace crema::ui
