// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/backupflow.h"

#include "async/worker.h"
#include "base/dates.h"
#include "base/durablefiles.h"
#include "base/paths.h"
#include "flows/backupwork.h"
#include "store/check.h"
#include "store/databasefile.h"
#include "store/pagealign.h"
#include "store/rebuild.h"
#include "store/workspacestate.h"
#include "store/workspaceswap.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

const QString whatElse = u" \"crema-cli restore --damaged\" saves what can be read of it."_s;

Error cannotBeRestored(const QString &path, const QString &database, Error error)
{
    error.text = u"\"%1\" cannot be restored. %2 Nothing was changed."_s.arg(
            QDir::toNativeSeparators(path), QString(error.text).replace(database, u"crema.db"_s));
    return error;
}

/// Its sums say that a backup is what was written; whether that was whole only a look at it does.
Result<> proveUnpacked(const QString &database, const std::stop_token &stop)
{
    if (const auto ours = store::refuseForeignFile(database); !ours) {
        return ours;
    }
    const auto problems = store::checkDatabase(database, {}, stop);
    if (!problems) {
        return std::unexpected(problems.error());
    }
    return problems->isEmpty()
            ? store::proveDatabase(database, stop)
            : failure(ErrorKind::storage,
                      u"Its database is damaged: %1"_s.arg(problems->constFirst()) + whatElse);
}

Result<BackupFile> unpack(const QString &path, const QString &folder, DamagedBackup damaged,
                          const ArchiveProgress &progress, const std::stop_token &stop)
{
    const qint64 size = QFileInfo(path).size();
    auto manifest = exchange::unpackArchive(path, folder, progress, stop);
    if (manifest) {
        return BackupFile {path, size, std::move(*manifest)};
    }
    Error error = manifest.error();
    if (!exchange::isArchiveDamage(error)) {
        return std::unexpected(error);
    }
    if (damaged == DamagedBackup::refused) {
        error.text += whatElse;
        return std::unexpected(error);
    }
    QDir(folder).removeRecursively();
    auto salvaged = exchange::salvageArchive(path, folder, progress, stop);
    if (!salvaged) {
        return std::unexpected(salvaged.error());
    }
    BackupFile backup {path, size, std::move(salvaged->manifest)};
    backup.health.problems = std::move(salvaged->problems);
    return backup;
}

/// A file goes by its content, so that of the workspace as it is does as well.
void bringKeptFiles(const store::Workspace &workspace, const QString &folder,
                    const exchange::ArchiveManifest &manifest, HealthReport &report)
{
    for (const exchange::ArchiveMember &member : manifest.members) {
        const QString target = folder + u'/' + member.name;
        const QString own = workspace.folder() + u'/' + member.name;
        if (member.name.startsWith("files/"_L1) && !QFileInfo::exists(target) && store::isKeptFileWhole(own)
            && QDir().mkpath(QFileInfo(target).path()) && QFile::copy(own, target)) {
            report.repaired << u"The kept file \"%1\" was taken from the workspace as it was."_s.arg(
                    QFileInfo(own).fileName());
        }
    }
}

Result<> mendUnpacked(const store::Workspace &workspace, const QString &folder, BackupFile &backup)
{
    const auto unpacked = store::Workspace::at(folder);
    if (!unpacked) {
        return std::unexpected(unpacked.error());
    }
    bringKeptFiles(workspace, folder, backup.manifest, backup.health);
    const QString mended = folder + u"/mended.db"_s;
    const QString now = toStoredTime(QDateTime::currentDateTimeUtc());
    const auto rebuilt = rebuildInto(*unpacked, mended, quarantineFor(workspace, now), now, backup.health);
    if (!rebuilt) {
        return rebuilt;
    }
    for (const char16_t *ending : {u"-wal", u"-shm", u""}) {
        QFile::remove(unpacked->databasePath() + QString::fromUtf16(ending));
    }
    return renameDurably(mended, unpacked->databasePath());
}

/// Whatever is wrong with it is put right, and told.
Result<> mendIfDamaged(const store::Workspace &workspace, const QString &folder, BackupFile &backup,
                       const std::stop_token &stop)
{
    const QString database = folder + u"/crema.db"_s;
    if (const auto ours = store::refuseForeignFile(database);
        !ours && ours.error().kind == ErrorKind::conflict) {
        return ours; // of a newer Crema: whole, only not for this one
    }
    if (const auto aligned = backup.health.problems.isEmpty() ? Result<> {} : store::alignPages(database);
        !aligned) {
        return aligned;
    }
    const auto problems = store::checkDatabase(database, {}, stop);
    if (!problems) {
        return std::unexpected(problems.error());
    }
    backup.health.problems += *problems;
    const auto mended = backup.health.problems.isEmpty() ? store::proveDatabase(database, stop)
                                                         : mendUnpacked(workspace, folder, backup);
    const auto state = mended ? store::readState(database)
                              : Result<store::WorkspaceState>(std::unexpected(mended.error()));
    if (!state) {
        return std::unexpected(state.error());
    }
    backup.manifest.counts = state->counts;
    backup.manifest.damaged = false;
    return {};
}

Result<> makeReady(const store::Workspace &workspace, const QString &folder, DamagedBackup damaged,
                   BackupFile &backup, const std::stop_token &stop)
{
    const QString database = folder + u"/crema.db"_s;
    const auto proven = damaged == DamagedBackup::taken ? mendIfDamaged(workspace, folder, backup, stop)
            : backup.manifest.damaged                   ? Result<> {}
                                                        : proveUnpacked(database, stop);
    if (!proven) {
        return std::unexpected(proven.error().kind == ErrorKind::cancelled
                                       ? proven.error()
                                       : cannotBeRestored(backup.path, database, proven.error()));
    }
    return QDir().mkpath(folder + u"/files"_s)
            ? store::decideSwap(workspace, stop)
            : failure(ErrorKind::storage, u"The folder \"%1\" cannot be written."_s.arg(folder));
}

Result<BackupFile> unpackAndDecide(store::Workspace workspace, QString path, DamagedBackup damaged,
                                   ArchiveProgress progress, std::stop_token stop)
{
    const auto folder = store::prepareSwap(workspace);
    if (!folder) {
        return std::unexpected(folder.error());
    }
    auto backup = unpack(path, *folder, damaged, progress, stop);
    const auto ready = backup ? makeReady(workspace, *folder, damaged, *backup, stop)
                              : Result<>(std::unexpected(backup.error()));
    if (!ready) {
        store::dropSwap(workspace);
        return std::unexpected(ready.error());
    }
    return backup;
}

/// What a workspace without a database may have that keeps nothing.
void removeEmptyParts(const store::Workspace &workspace)
{
    const QString database = workspace.databasePath();
    QFile::remove(database + u"-shm"_s);
    for (const QString &path : {database, database + u"-wal"_s}) {
        if (QFileInfo(path).size() == 0) {
            QFile::remove(path);
        }
    }
    QDir().rmdir(workspace.filesFolder());
}

/// Out of the way of the next look, which would tell of it again; returns where it is.
QString setAside(const store::Workspace &workspace, const QString &folder)
{
    const QString quarantine = workspace.folder() + u"/quarantine"_s;
    const QString place = freePath(quarantine, u"replaced-"_s + QFileInfo(folder).fileName());
    return QDir().mkpath(quarantine) && QDir().rename(folder, place) ? place : folder;
}

Result<KeptBefore> exchangeAndPack(store::Workspace workspace)
{
    const auto aside = store::finishSwap(workspace);
    if (!aside) {
        return std::unexpected(aside.error());
    }
    const auto packed = packReplacedNow(std::move(workspace));
    return packed ? KeptBefore {*packed, {}} : KeptBefore {*aside, packed.error().text};
}

} // namespace

Result<QString> packReplacedNow(store::Workspace workspace)
{
    QString kept;
    for (const QString &folder : store::statesKeptAside(workspace)) {
        const auto old = store::Workspace::at(folder);
        if (!old) {
            return std::unexpected(old.error());
        }
        if (!old->hasDatabase()) {
            removeEmptyParts(*old);
            if (!QDir().rmdir(folder)) { // something else was there
                kept = setAside(workspace, folder);
            }
            continue;
        }
        const QString backups = backupFolder(workspace);
        if (!QDir().mkpath(backups)) {
            return failure(ErrorKind::storage,
                           u"The folder \"%1\" cannot be made; the workspace as it was is in \"%2\"."_s.arg(
                                   backups, folder));
        }
        const QString target = backups + u"/before-"_s + QFileInfo(folder).fileName() + u".zip"_s;
        const auto packed = backUpNow(*old, target, DatabaseCopy::consistentOrBytes, {}, {});
        if (!packed) {
            Error error = packed.error();
            error.text += u" The workspace as it was is in \"%1\"."_s.arg(folder);
            return std::unexpected(error);
        }
        QDir(folder).removeRecursively();
        kept = target;
    }
    QDir().rmdir(workspace.folder() + u"/replaced"_s); // unless it still keeps something
    return kept;
}

Task<Result<BackupFile>> prepareRestore(store::Workspace workspace, QString path, ArchiveProgress progress,
                                        std::stop_token stop, DamagedBackup damaged)
{
    return runOnWorker(unpackAndDecide, std::move(workspace), std::move(path), damaged, std::move(progress),
                       std::move(stop));
}

Task<Result<KeptBefore>> finishRestore(store::Workspace workspace)
{
    return runOnWorker(exchangeAndPack, std::move(workspace));
}

Task<Result<QString>> packReplaced(store::Workspace workspace)
{
    return runOnWorker(packReplacedNow, std::move(workspace));
}

} // namespace crema::flows
