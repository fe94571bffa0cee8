// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace crema::test {

/// The controls under `root` (it included) that can take the focus and have no name for a screen reader, each
/// as "QLineEdit(objectName)". Qt's own inner parts are left out.
[[nodiscard]] QStringList unnamedControls(QWidget *root);

} // namespace crema::test
