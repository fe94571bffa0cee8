// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/backupflow.h"

#include "async/worker.h"
#include "base/dates.h"
#include "base/paths.h"
#include "base/processes.h"
#include "flows/backupwork.h"
#include "flows/dailybackup.h"
#include "store/check.h"
#include "store/databasefile.h"
#include "store/rebuild.h"
#include "store/workspacestate.h"
#include "store/workspaceswap.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QLockFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

constexpr qsizetype hashLength = 64;
constexpr qint64 copyBegins = 60; // seconds in which a new folder gets its lock, at most
constexpr qint64 longestCopy = 24 * 60 * 60; // seconds that a copy which another computer makes may take
const QString copyLock = u"lock"_s;

exchange::ArchiveManifest newManifest()
{
    exchange::ArchiveManifest head;
    head.program = u"crema "_s + QCoreApplication::applicationVersion();
    head.created = toStoredTime(QDateTime::currentDateTimeUtc());
    return head;
}

/// Every kept file; those that are damaged go along, and the manifest says so.
void addKeptFiles(const store::Workspace &workspace, std::vector<exchange::ArchiveSource> &sources,
                  QStringList &problems)
{
    const QDir root(workspace.folder());
    QDirIterator files(workspace.filesFolder(), QDir::Files, QDirIterator::Subdirectories);
    QStringList paths;
    while (files.hasNext()) {
        const QString path = files.next();
        if (files.fileName().size() == hashLength) {
            paths << path;
        }
    }
    paths.sort();
    for (const QString &path : std::as_const(paths)) {
        sources.push_back({root.relativeFilePath(path), path});
        if (!store::isKeptFileWhole(path)) {
            problems << u"The kept file \"%1\" is damaged."_s.arg(QFileInfo(path).fileName());
        }
    }
}

Result<BackupFile> packed(const QString &target, exchange::ArchiveManifest head,
                          const std::vector<exchange::ArchiveSource> &sources,
                          const ArchiveProgress &progress, std::stop_token stop)
{
    auto manifest = exchange::writeArchive(target, std::move(head), sources, progress, std::move(stop));
    if (!manifest) {
        return std::unexpected(manifest.error());
    }
    return BackupFile {target, QFileInfo(target).size(), std::move(*manifest)};
}

/// The bytes of a database that SQLite cannot read.
Result<BackupFile> packAsItIs(const store::Workspace &workspace, const QString &target, const QString &why,
                              const ArchiveProgress &progress, std::stop_token stop)
{
    exchange::ArchiveManifest head = newManifest();
    head.damaged = true;
    head.problems << why;
    std::vector<exchange::ArchiveSource> sources {{u"crema.db"_s, workspace.databasePath()}};
    if (const QString log = workspace.databasePath() + u"-wal"_s; QFileInfo::exists(log)) {
        sources.push_back({u"crema.db-wal"_s, log});
    }
    addKeptFiles(workspace, sources, head.problems);
    return packed(target, std::move(head), sources, progress, std::move(stop));
}

/// A folder for the copy of the database: beside it, where there is room for one more; else where temporary
/// files go. Its lock says that somebody still works there.
struct CopyFolder
{
    explicit CopyFolder(const store::Workspace &workspace)
        : folder(std::make_unique<QTemporaryDir>(workspace.folder() + u"/copying-XXXXXX"_s))
    {
        if (!folder->isValid()) {
            folder = std::make_unique<QTemporaryDir>();
        }
        lock = std::make_unique<QLockFile>(folder->filePath(copyLock));
        lock->setStaleLockTime(0);
        isLocked = folder->isValid() && lock->tryLock(0);
    }

    bool isLocked = false; ///< without it the next backup would take the copy for left
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<QLockFile> lock; ///< goes before the folder
};

/// Its sums say that a backup is what was written; whether that was whole only a look at it does.
Result<> proveUnpacked(const QString &database)
{
    if (const auto ours = store::refuseForeignFile(database); !ours) {
        return ours;
    }
    if (const QStringList problems = store::checkDatabase(database, {}); !problems.isEmpty()) {
        return failure(
                ErrorKind::storage,
                u"Its database is damaged: %1 \"crema-cli restore --damaged\" takes it as it is."_s.arg(
                        problems.constFirst()));
    }
    return store::proveDatabase(database);
}

Result<BackupFile> unpackAndDecide(store::Workspace workspace, QString path, DamagedBackup damaged,
                                   ArchiveProgress progress, std::stop_token stop)
{
    const auto folder = store::prepareSwap(workspace);
    if (!folder) {
        return std::unexpected(folder.error());
    }
    const auto refuse = [&](const Error &error) {
        store::dropSwap(workspace);
        return std::unexpected(error);
    };
    auto manifest = exchange::unpackArchive(path, *folder, progress, std::move(stop));
    if (!manifest) {
        return refuse(manifest.error());
    }
    const QString database = *folder + u"/crema.db"_s;
    if (!manifest->damaged) {
        const auto proven = damaged == DamagedBackup::taken ? store::refuseForeignFile(database)
                                                            : proveUnpacked(database);
        if (!proven) {
            const QString words = u"\"%1\" cannot be restored. %2 Nothing was changed."_s;
            Error error = proven.error();
            error.text = words.arg(QDir::toNativeSeparators(path),
                                   QString(error.text).replace(database, u"crema.db"_s));
            return refuse(error);
        }
    }
    if (!QDir().mkpath(*folder + u"/files"_s)) {
        return refuse(
                failure(ErrorKind::storage, u"The folder \"%1\" cannot be written."_s.arg(*folder)).error());
    }
    if (const auto decided = store::decideSwap(workspace); !decided) {
        return refuse(decided.error());
    }
    return BackupFile {path, QFileInfo(path).size(), std::move(*manifest)};
}

bool isLeft(const QFileInfo &folder)
{
    const auto age = folder.lastModified().secsTo(QDateTime::currentDateTimeUtc());
    switch (lockHolder(folder.filePath() + u'/' + copyLock)) {
    case LockHolder::none:
        return age > copyBegins;
    case LockHolder::running:
        return false;
    case LockHolder::ended:
        return true;
    case LockHolder::elsewhere:
        return age > longestCopy;
    }
    return false;
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

Result<QString> exchangeAndPack(store::Workspace workspace)
{
    const auto aside = store::finishSwap(workspace);
    return aside ? packReplacedNow(std::move(workspace)) : aside;
}

} // namespace

QStringList leftCopies(const store::Workspace &workspace)
{
    QStringList left;
    const QDir root(workspace.folder());
    for (const QFileInfo &folder : root.entryInfoList({u"copying-??????"_s}, QDir::Dirs | QDir::NoSymLinks)) {
        if (isLeft(folder)) {
            left << folder.filePath();
        }
    }
    return left;
}

void removeLeftCopies(const store::Workspace &workspace)
{
    for (const QString &folder : leftCopies(workspace)) {
        QDir(folder).removeRecursively();
    }
}

namespace {

/// Out of the way of the next look, which would tell of it again; returns where it is.
QString setAside(const store::Workspace &workspace, const QString &folder)
{
    const QString quarantine = workspace.folder() + u"/quarantine"_s;
    const QString place = freePath(quarantine, u"replaced-"_s + QFileInfo(folder).fileName());
    return QDir().mkpath(quarantine) && QDir().rename(folder, place) ? place : folder;
}

} // namespace

QString freeBackupName(const QString &folder, const QString &words, const QString &now)
{
    const QString stem = folder + u'/' + words + u'-' + fromStoredTime(now).toString(u"yyyyMMdd'T'HHmmss"_s);
    QString name = stem + u".zip"_s;
    for (int n = 2; QFileInfo::exists(name); ++n) {
        name = stem + u"-%1.zip"_s.arg(n);
    }
    return name;
}

Result<BackupFile> backUpNow(store::Workspace workspace, QString target, DatabaseCopy copy,
                             ArchiveProgress progress, std::stop_token stop)
{
    if (QFileInfo(target).suffix().toLower() != "zip"_L1) {
        return failure(ErrorKind::rejectedInput,
                       u"\"%1\" must end in .zip; nothing was written."_s.arg(target));
    }
    if (!workspace.hasDatabase()) {
        return failure(ErrorKind::notFound,
                       u"There is no workspace in \"%1\"; nothing was written."_s.arg(workspace.folder()));
    }
    if (copy == DatabaseCopy::bytes) {
        return packAsItIs(workspace, target, u"The database was copied as it was."_s, progress, stop);
    }
    removeLeftCopies(workspace);
    const CopyFolder copies(workspace);
    if (!copies.isLocked) {
        return failure(ErrorKind::storage,
                       u"No copy of the database can be made, neither in \"%1\" nor in \"%2\"; check the "
                       u"permissions and the disk. Nothing was written."_s.arg(workspace.folder(),
                                                                               QDir::tempPath()));
    }
    const QString copied = copies.folder->filePath(u"crema.db"_s);
    const auto made = store::copyDatabaseFile(workspace.databasePath(), copied, stop);
    const auto state = made ? store::readState(copied)
                            : Result<store::WorkspaceState>(std::unexpected(made.error()));
    if (!state) {
        if (copy == DatabaseCopy::consistent || state.error().kind == ErrorKind::cancelled) {
            return std::unexpected(state.error());
        }
        return packAsItIs(workspace, target, state.error().text, progress, stop);
    }
    exchange::ArchiveManifest head = newManifest();
    head.schema = state->schema;
    head.counts = state->counts;
    head.mark = state->mark;
    std::vector<exchange::ArchiveSource> sources {{u"crema.db"_s, copied}};
    addKeptFiles(workspace, sources, head.problems);
    return packed(target, std::move(head), sources, progress, stop);
}

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

QString backupFolder(const store::Workspace &workspace)
{
    const QString chosen = readBackupSettings(workspace).folder;
    return chosen.isEmpty() ? workspace.folder() + u"/backups"_s : chosen;
}

Task<Result<BackupFile>> backUp(store::Workspace workspace, QString target, DatabaseCopy copy,
                                ArchiveProgress progress, std::stop_token stop)
{
    return runOnWorker(backUpNow, std::move(workspace), std::move(target), copy, std::move(progress),
                       std::move(stop));
}

Task<Result<BackupFile>> prepareRestore(store::Workspace workspace, QString path, ArchiveProgress progress,
                                        std::stop_token stop, DamagedBackup damaged)
{
    return runOnWorker(unpackAndDecide, std::move(workspace), std::move(path), damaged, std::move(progress),
                       std::move(stop));
}

Task<Result<QString>> finishRestore(store::Workspace workspace)
{
    return runOnWorker(exchangeAndPack, std::move(workspace));
}

Task<Result<QString>> packReplaced(store::Workspace workspace)
{
    return runOnWorker(packReplacedNow, std::move(workspace));
}

} // namespace crema::flows
