// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "store/recordindex.h"
#include "store/workspace.h"

#include <QStringList>

#include <stop_token>

namespace crema::store {

/// Looks through a whole workspace without changing it: the database file itself, its tables and indexes,
/// that every body is readable, that columns, search words and (with `keysOf`) recognition keys are those of
/// the bodies, history, ledger, jobs, and that every kept file is there and matches its hash. Each problem is
/// one sentence; an error only when the check itself could not run, or was cancelled. A workspace that was
/// never used has no problems.
[[nodiscard]] Result<QStringList> checkWorkspace(const Workspace &workspace, const KeysOf &keysOf = {},
                                                 const std::stop_token &stop = {});

/// The part about the database alone.
[[nodiscard]] Result<QStringList> checkDatabase(const QString &databasePath, const KeysOf &keysOf,
                                                const std::stop_token &stop = {});

/// True when a workspace that was used has no database any more; opening it would silently begin an empty
/// one.
[[nodiscard]] bool isDatabaseLost(const Workspace &workspace);

} // namespace crema::store
