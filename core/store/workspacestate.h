// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

#include <QMap>

#include <stop_token>

namespace crema::store {

/// What can be said of a database in a few numbers.
struct WorkspaceState
{
    int schema = 0;
    QMap<QString, qint64> counts; ///< live records by kind
    QString wrongHeader; ///< a sentence, where the header is damaged
    QString mark; ///< another one after every change that matters (caches and view state do not)
};

[[nodiscard]] Result<WorkspaceState> readState(const QString &databasePath);

/// A consistent, compacted copy of a database that may be in use, on a connection of its own: neither readers
/// nor the writer wait for it. `target` must not exist; a failed or stopped copy leaves no file. Fails for a
/// damaged database.
[[nodiscard]] Result<> copyDatabaseFile(const QString &databasePath, const QString &target,
                                        std::stop_token stop);

/// Whether SQLite finds the database damaged; a full disk that hinders from looking is no damage.
[[nodiscard]] bool isDamaged(const QString &databasePath);

/// Opens a database that was brought here, writing, to see that it is one of ours, of a version that this
/// program knows, and in one piece.
[[nodiscard]] Result<> proveDatabase(const QString &databasePath, const std::stop_token &stop = {});

} // namespace crema::store
