// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/recordindex.h"
#include "store/workspace.h"

namespace crema::store {

/// What came out of a repair, for people.
struct RebuildReport
{
    QStringList saved; ///< what was put right
    QStringList lost; ///< what could not be read
    QString quarantine; ///< file with everything that could be read only in part; empty when there is nothing
};

/// Makes a new, sound database at `target` of everything that can be read of the one at `source`, which stays
/// as it is: rows are copied table by table, what is derived is made anew, what cannot be read as it must be
/// goes to a file
/// `<quarantine>.jsonl`. `at` is the stored time of now. The result passes checkDatabase().
[[nodiscard]] Result<RebuildReport> rebuildDatabase(const QString &source, const QString &target,
                                                    const KeysOf &keysOf, const QString &quarantine,
                                                    const QString &at);

/// Moves kept files that no longer match their hash into the folder `quarantine`.
[[nodiscard]] Result<QStringList> quarantineDamagedFiles(const Workspace &workspace,
                                                         const QString &quarantine);
/// Takes the names of kept files that are gone out of the records of a database that nobody uses; says which.
[[nodiscard]] Result<QStringList> forgetMissingFiles(const Workspace &workspace, const QString &databasePath);

/// True when the bytes of a kept file match its name.
[[nodiscard]] bool isKeptFileWhole(const QString &path);

} // namespace crema::store
