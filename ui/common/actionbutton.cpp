// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/actionbutton.h"

#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace crema::ui {

ActionButton::ActionButton(QAction *action, ButtonKind kind, QWidget *parent)
    : QPushButton(parent), m_action(action)
{
    setButtonKind(this, kind);
    setObjectName(action->objectName() + u".button"_s);
    setMenu(action->menu<QMenu *>());
    follow();
    connect(action, &QAction::changed, this, &ActionButton::follow);
    if (menu() == nullptr) {
        connect(this, &QPushButton::clicked, action, &QAction::trigger);
    }
}

void ActionButton::follow()
{
    const bool wanted = m_action->isVisible();
    setText(m_action->iconText());
    setIcon(m_action->icon());
    setEnabled(m_action->isEnabled());
    setToolTip(toolTipOf(*m_action));
    setAccessibleName(m_action->iconText());
    // An explicit show before there is a parent would open a window; an explicit hide makes the button stay
    // hidden when the parent is shown.
    if (!wanted) {
        hide();
    } else if (isHidden() && parentWidget() != nullptr) {
        show();
    }
}

QString toolTipOf(const QAction &action)
{
    const QString words = action.toolTip().isEmpty() ? action.iconText() : action.toolTip();
    if (action.shortcut().isEmpty()) {
        return words;
    }
    return u"%1 (%2)"_s.arg(words, action.shortcut().toString(QKeySequence::NativeText));
}

} // namespace crema::ui
