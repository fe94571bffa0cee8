// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/backupflow.h"

namespace crema::flows {

// The blocking halves of the flows, for worker threads.

[[nodiscard]] Result<BackupFile> backUpNow(store::Workspace workspace, QString target, DatabaseCopy copy,
                                           ArchiveProgress progress, std::stop_token stop);
[[nodiscard]] Result<QString> packReplacedNow(store::Workspace workspace);
/// `<folder>/<words>-<time>.zip`, a name that is free.
[[nodiscard]] QString freeBackupName(const QString &folder, const QString &words, const QString &now);

} // namespace crema::flows
