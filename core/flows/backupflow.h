// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/task.h"
#include "exchange/workspacearchive.h"
#include "store/recordindex.h"
#include "store/workspace.h"

#include <QStringList>

namespace crema::flows {

/// What check and repair found and did.
struct HealthReport
{
    QStringList problems; ///< still there
    QStringList notes; ///< no problems, but worth knowing
    QStringList repaired;
    QStringList lost;
    QString backup; ///< of the damaged state
    QString quarantine; ///< file or folder with what could not be put back
    bool isRepairable = true; ///< what a newer Crema made is not: it is whole, only not for this one
};

/// A backup that was made or looked at.
struct BackupFile
{
    QString path;
    qint64 size = 0; ///< of the file
    exchange::ArchiveManifest manifest;
    HealthReport health =
            {}; ///< of a damaged one that is restored all the same: what it had, and what was done
};

using exchange::ArchiveProgress;

/// A consistent copy of the database, which fails when it is damaged; the same, but the bytes as they are
/// when it is damaged, and only then; the bytes as they are. The latter two need the workspace's lock.
enum class DatabaseCopy { consistent, consistentOrBytes, bytes };

/// Backs up a whole workspace into one ZIP file, also while a window works with it. Nothing in the workspace
/// changes and nobody waits. An older file at `target` is replaced only by a complete and verified one.
[[nodiscard]] Task<Result<BackupFile>> backUp(store::Workspace workspace, QString target, DatabaseCopy copy,
                                              ArchiveProgress progress, std::stop_token stop);

/// What to do with a backup of which bytes changed or are missing, or that is what was written, but of a
/// damaged database, unknown to who wrote it: taken, what can be read of it is put right as a repair does.
/// One that says itself that it is of a damaged workspace is always taken.
enum class DamagedBackup { refused, taken };

/// Verifies every byte of a backup, unpacks it beside the workspace and decides that the workspace becomes
/// that one: whoever holds the lock next finishes it (finishRestore, or opening the workspace). Refused or
/// stopped before it is decided: nothing changed.
[[nodiscard]] Task<Result<BackupFile>> prepareRestore(store::Workspace workspace, QString path,
                                                      ArchiveProgress progress, std::stop_token stop,
                                                      DamagedBackup damaged = DamagedBackup::refused);

/// Where the workspace is kept as it was before a restore.
struct KeptBefore
{
    QString path; ///< empty when there was nothing to keep
    QString note; ///< why it is not packed, in words
};

/// With the lock held and the database closed: exchanges the workspace and packs the old one into `backups/`.
/// After an error the workspace is as it was.
[[nodiscard]] Task<Result<KeptBefore>> finishRestore(store::Workspace workspace);

/// Packs what was exchanged and is not packed yet; returns the newest file or folder that keeps it.
[[nodiscard]] Task<Result<QString>> packReplaced(store::Workspace workspace);

/// Folders with copies of the database that interrupted backups left; not those that are being made. They
/// are removed when a backup is made, and by a window that looks whether one is due.
[[nodiscard]] QStringList leftCopies(const store::Workspace &workspace);
void removeLeftCopies(const store::Workspace &workspace);

[[nodiscard]] Task<Result<HealthReport>> checkHealth(store::Workspace workspace, std::stop_token stop = {});

/// Puts right what can be put right, with the lock held and the database closed: first the damaged state is
/// packed into `backups/`, then a new database is made of everything readable and put in place in one step.
/// Nothing is deleted; what cannot be read goes to `quarantine/`. `now` is the stored time. A stop is heard
/// until the new database is begun.
[[nodiscard]] Task<Result<HealthReport>> repairWorkspace(store::Workspace workspace, QString now,
                                                         std::stop_token stop = {});

/// Where automatic backups, and those made before a restore or repair, are kept.
[[nodiscard]] QString backupFolder(const store::Workspace &workspace);

} // namespace crema::flows
