// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/backupflow.h"

#include "async/worker.h"
#include "base/dates.h"
#include "base/durablefiles.h"
#include "base/processes.h"
#include "flows/backupwork.h"
#include "flows/dailybackup.h"
#include "store/logroom.h"
#include "store/rebuild.h"
#include "store/workspacestate.h"

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

/// A folder for the copy of the database. Its lock says that somebody still works there.
struct CopyFolder
{
    explicit CopyFolder(const QString &name)
        : folder(name), database(folder.filePath(u"crema.db"_s)), lock(folder.filePath(copyLock))
    {
        lock.setStaleLockTime(0);
        isLocked = folder.isValid() && lock.tryLock(0);
    }

    bool isLocked = false; ///< without it the next backup would take the copy for left
    QTemporaryDir folder;
    QString database;
    QLockFile lock; ///< goes before the folder
};

using Copy = std::unique_ptr<CopyFolder>;

Result<Copy> copyIn(const QString &parent, const QString &name, const QString &database,
                    const std::stop_token &stop)
{
    auto folder = std::make_unique<CopyFolder>(parent + name);
    if (!folder->isLocked) {
        return failure(
                ErrorKind::storage,
                u"No copy of the database can be made in \"%1\"; check the permissions and the disk. Nothing "
                u"was written."_s.arg(parent));
    }
    const auto made = store::copyDatabaseFile(database, folder->database, stop);
    return made ? Result<Copy>(std::move(folder)) : std::unexpected(made.error());
}

/// Beside the database, else where temporary files go: there may be room when the workspace's disk is full.
Result<Copy> copyOf(const store::Workspace &workspace, const std::stop_token &stop)
{
    const QString here = workspace.folder();
    const QString there = QDir::tempPath();
    auto beside = copyIn(here, u"/copying-XXXXXX"_s, workspace.databasePath(), stop);
    const bool isFull = !beside && (store::isDiskFull(beside.error()) || isDiskFullAt(here));
    if (beside || beside.error().kind == ErrorKind::cancelled) {
        return beside;
    }
    auto elsewhere = copyIn(there, u"/crema-copying-XXXXXX"_s, workspace.databasePath(), stop);
    if (elsewhere || elsewhere.error().kind == ErrorKind::cancelled) {
        return elsewhere;
    }
    return isFull
            ? failure(ErrorKind::storage,
                      u"The disk is full: no copy of the database can be made in \"%1\", nor in \"%2\". "
                      u"Nothing was written."_s.arg(here, there),
                      elsewhere.error().text)
            : std::move(beside);
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
    const auto made = copyOf(workspace, stop);
    const auto state = made ? store::readState((*made)->database)
                            : Result<store::WorkspaceState>(std::unexpected(made.error()));
    if (!state) {
        const bool isDamaged = made || store::isDamaged(workspace.databasePath());
        if (copy == DatabaseCopy::consistent || state.error().kind == ErrorKind::cancelled || !isDamaged) {
            return std::unexpected(state.error());
        }
        return packAsItIs(workspace, target, state.error().text, progress, stop);
    }
    exchange::ArchiveManifest head = newManifest();
    head.schema = state->schema;
    head.counts = state->counts;
    head.mark = state->mark;
    if (!state->wrongHeader.isEmpty()) {
        head.problems << state->wrongHeader;
    }
    std::vector<exchange::ArchiveSource> sources {{u"crema.db"_s, (*made)->database}};
    addKeptFiles(workspace, sources, head.problems);
    return packed(target, std::move(head), sources, progress, stop);
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

} // namespace crema::flows
