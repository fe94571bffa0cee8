// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QFunctionPointer>
#include <QString>

namespace crema {

/// A function of a library of ours that is loaded when something of it is first needed
/// (`crema_loaded_library` in packaging/cmake): what brings dozens of system libraries and is used now and
/// then would cost every start of the program half as much again. The library stays loaded.
///
/// It is looked for in `../lib/crema` beside the program's folder and beside the program itself. `entry` has
/// C linkage. Fails with internal, saying where it was looked for. Thread-safe.
[[nodiscard]] Result<QFunctionPointer> loadedFunction(const QString &library, const char *entry);

} // namespace crema
