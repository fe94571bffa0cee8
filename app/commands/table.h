// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace crema::app {

/// Rows as text in aligned columns under a header; long cells are shortened. Wide characters count double.
[[nodiscard]] QString tableText(const QStringList &header, const QVector<QStringList> &rows);

} // namespace crema::app
