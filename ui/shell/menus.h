// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMainWindow;

namespace crema::ui {

class ActionRegistry;
class Theme;

/// Fills the window's menu bar from the registry, now and whenever an action comes: File, Edit, View, Go,
/// Help.
void installMenus(QMainWindow &window, ActionRegistry &actions);

/// Registers "view.scheme.system|light|dark" and "view.text.larger|smaller|normal" and ties them to the
/// theme.
void registerAppearanceActions(ActionRegistry &actions, Theme &theme);

} // namespace crema::ui
