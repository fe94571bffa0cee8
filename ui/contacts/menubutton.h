// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractButton;
class QMenu;

namespace crema::ui {

/// Gives a button a menu that a click opens below it, without the arrow that styles draw for menus. The
/// button owns the menu.
[[nodiscard]] QMenu *addMenu(QAbstractButton &button);

} // namespace crema::ui
