// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/backupflow.h"

namespace crema::flows {

// The blocking halves of the flows, for worker threads.

[[nodiscard]] Result<BackupFile> backUpNow(store::Workspace workspace, QString target, DatabaseCopy copy,
                                           ArchiveProgress progress, std::stop_token stop);
[[nodiscard]] Result<QString> packReplacedNow(store::Workspace workspace);
/// Makes at `database` a new one of what can be read of the workspace's and says in `report` what was done.
/// Kept files that are damaged are moved to the folder `quarantine`.
[[nodiscard]] Result<> rebuildInto(const store::Workspace &workspace, const QString &database,
                                   const QString &quarantine, const QString &now, HealthReport &report);
/// Without ending: a file and a folder of that name may be made.
[[nodiscard]] QString quarantineFor(const store::Workspace &workspace, const QString &now);
/// `<folder>/<words>-<time>.zip`, a name that is free.
[[nodiscard]] QString freeBackupName(const QString &folder, const QString &words, const QString &now);

} // namespace crema::flows
