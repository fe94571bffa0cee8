// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace crema::test {

/// The visible, enabled controls of a shown window at which pressing Tab never arrives, each as
/// "QPushButton(name)". Of exclusive choices one is enough: the arrow keys lead to the others.
[[nodiscard]] QStringList unreachedByTab(QWidget *window);

/// Every control in the accessible tree under `root` that has no name for a screen reader.
[[nodiscard]] QStringList namelessFaces(QWidget *root);

} // namespace crema::test
