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
    void showEvent(QShowEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool tick(QAction *action);

    bool m_isPressed = false; ///< here: the button that opened the menu is released over it as well
};

} // namespace crema::ui
