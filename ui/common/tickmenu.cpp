// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tickmenu.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <utility>

namespace crema::ui {

bool TickMenu::tick(QAction *action)
{
    if (action == nullptr || !action->isCheckable() || !action->isEnabled()) {
        return false;
    }
    action->trigger();
    return true;
}

void TickMenu::showEvent(QShowEvent *event)
{
    QMenu::showEvent(event);
    m_isPressed = false;
}

void TickMenu::mousePressEvent(QMouseEvent *event)
{
    m_isPressed = true;
    QMenu::mousePressEvent(event);
}

void TickMenu::mouseReleaseEvent(QMouseEvent *event)
{
    if (!std::exchange(m_isPressed, false) || !tick(actionAt(event->position().toPoint()))) {
        QMenu::mouseReleaseEvent(event);
    }
}

void TickMenu::keyPressEvent(QKeyEvent *event)
{
    const bool chooses = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return
            || event->key() == Qt::Key_Enter;
    if (!chooses || !tick(activeAction())) {
        QMenu::keyPressEvent(event);
    }
}

} // namespace crema::ui
