// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actionregistry.h"

#include <QAction>

namespace crema::ui {

QAction *ActionRegistry::add(const ActionSpec &spec)
{
    if (QAction *known = find(spec.id)) {
        return known;
    }
    auto *action = new QAction(icon(spec.glyph), spec.text, this);
    action->setObjectName(spec.id);
    action->setShortcut(spec.shortcut);
    action->setMenuRole(QAction::NoRole);
    m_actions.append(action);
    m_specs.insert(spec.id, spec);
    Q_EMIT actionAdded(spec.id);
    return action;
}

QAction *ActionRegistry::find(const QString &id) const
{
    for (QAction *action : m_actions) {
        if (action->objectName() == id) {
            return action;
        }
    }
    return nullptr;
}

ActionSpec ActionRegistry::specOf(const QAction *action) const
{
    return m_specs.value(action->objectName());
}

} // namespace crema::ui
