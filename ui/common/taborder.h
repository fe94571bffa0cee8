// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace crema::ui {

/// Puts widgets that were made later before `place` in the order of the Tab key, one after the other: there
/// they are seen, and not at the end of the window.
void placeInTabOrder(const QWidget &place, const QList<QWidget *> &widgets);

} // namespace crema::ui
