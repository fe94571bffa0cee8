// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace crema::ui {

/// A menu that stays open while its entries are ticked, so that several can be in one go.
class TickMenu final : public QMenu
{
    Q_OBJECT

public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool tick(QAction *action);
};

} // namespace crema::ui
