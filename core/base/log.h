// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace crema {

/// Everything Crema logs; `QT_LOGGING_RULES="crema.*=true"` shows it. Personal data and secrets are never
/// logged.
Q_DECLARE_LOGGING_CATEGORY(logCrema)
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logJobs)

} // namespace crema
