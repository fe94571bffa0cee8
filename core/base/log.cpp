// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"

namespace crema {

Q_LOGGING_CATEGORY(logCrema, "crema", QtWarningMsg)
Q_LOGGING_CATEGORY(logStore, "crema.store", QtWarningMsg)
Q_LOGGING_CATEGORY(logJobs, "crema.jobs", QtWarningMsg)

} // namespace crema
