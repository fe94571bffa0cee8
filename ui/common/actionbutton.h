// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/roles.h"

#include <QPushButton>

class QAction;

namespace crema::ui {

/// A push button that is one of the actions of the registry: text, icon, state, tool tip and click are the
/// action's.
class ActionButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit ActionButton(QAction *action, ButtonKind kind = ButtonKind::normal, QWidget *parent = nullptr);

private:
    void follow();

    QAction *m_action;
};

/// The tool tip of an action: its words and its shortcut.
[[nodiscard]] QString toolTipOf(const QAction &action);

} // namespace crema::ui
