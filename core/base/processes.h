// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema {

/// Whether a process of this computer with this number runs, whoever it belongs to.
[[nodiscard]] bool isRunning(qint64 process);

/// Whose a file made by QLockFile is.
enum class LockHolder {
    none, ///< there is no lock, or none that says whose it is
    running, ///< a process of this computer that runs
    ended, ///< one that does not
    elsewhere, ///< another computer, so nobody here can tell
};
/// Only looks: to try the lock would change its folder.
[[nodiscard]] LockHolder lockHolder(const QString &lockPath);

} // namespace crema
