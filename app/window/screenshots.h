// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "ui/theme/theme.h"

#include <QSettings>

namespace crema::app {

/// Fills a fresh workspace with the sample people and pictures every view, light and dark, empty and filled,
/// into `folder`. Returns the exit code.
[[nodiscard]] int takeScreenshots(flows::Services &services, ui::Theme &theme, QSettings &settings,
                                  const QString &folder);

} // namespace crema::app
