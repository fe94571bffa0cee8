// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/floatingpanel.h"

class QLabel;
class QLineEdit;

namespace crema::ui {

class ActionRegistry;
class ResultList;

/// Every command that can be used now, found by a few letters (Ctrl+K). Commands used last stand first.
class CommandPalette final : public FloatingPanel
{
    Q_OBJECT

public:
    CommandPalette(ActionRegistry &actions, QWidget *window);

    /// Opens over the middle of the window's top, empty.
    void open();

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void refill();
    void place();
    void run(const QString &id);

    ActionRegistry &m_actions;
    QLineEdit *m_field;
    ResultList *m_list;
    QLabel *m_nothing;
    QStringList m_recent;
    QPointer<QWidget> m_focusBefore;
};

} // namespace crema::ui
