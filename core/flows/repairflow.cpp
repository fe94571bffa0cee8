// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/backupflow.h"

#include "async/worker.h"
#include "base/dates.h"
#include "flows/backupwork.h"
#include "flows/services.h"
#include "store/check.h"
#include "store/databasefile.h"
#include "store/rebuild.h"
#include "store/workspacestate.h"
#include "store/workspaceswap.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

Result<HealthReport> healthOf(store::Workspace workspace, std::stop_token stop)
{
    auto problems = store::checkWorkspace(workspace, recordKeys, stop);
    if (!problems) {
        return std::unexpected(problems.error());
    }
    HealthReport report;
    report.problems = std::move(*problems);
    const auto ours = store::refuseForeignFile(workspace.databasePath());
    report.isRepairable = ours || ours.error().kind != ErrorKind::conflict;
    for (const QString &folder : leftCopies(workspace)) {
        report.notes << u"An interrupted backup left \"%1\"; the next backup removes it."_s.arg(folder);
    }
    return report;
}

/// What to do when there is no database at all.
Error nothingThere(const store::Workspace &workspace)
{
    QFileInfoList backups = QDir(backupFolder(workspace))
                                    .entryInfoList({u"*.zip"_s}, QDir::Files, QDir::Time);
    const QString hint = backups.isEmpty()
            ? QString()
            : u" The newest backup is \"%1\"; restore it."_s.arg(backups.constFirst().filePath());
    return failure(ErrorKind::storage,
                   u"The database \"%1\" is missing or empty, so there is nothing to repair.%2"_s.arg(
                           workspace.databasePath(), hint))
            .error();
}

/// A lost file may be in one of the backups.
QStringList bringBackFiles(const store::Workspace &workspace, const QStringList &problems)
{
    QStringList back;
    if (problems.isEmpty()) {
        return back;
    }
    const QFileInfoList backups = QDir(backupFolder(workspace))
                                          .entryInfoList({u"*.zip"_s}, QDir::Files, QDir::Time);
    for (const QFileInfo &backup : backups) {
        const auto manifest = exchange::readManifest(backup.filePath());
        if (!manifest) {
            continue;
        }
        for (const exchange::ArchiveMember &member : manifest->members) {
            const QString hash = member.name.section(u'/', -1);
            const bool wanted = std::ranges::any_of(
                    problems, [&](const QString &problem) { return problem.contains(hash); });
            const QString target = workspace.folder() + u'/' + member.name;
            if (hash.size() == 64 && hash.toLatin1() == member.sha256 && wanted && !QFileInfo::exists(target)
                && exchange::extractMember(backup.filePath(), member, target)) {
                back << u"The kept file \"%1\" was brought back from \"%2\"."_s.arg(hash, backup.fileName());
            }
        }
    }
    return back;
}

} // namespace

Result<> rebuildInto(const store::Workspace &workspace, const QString &database, const QString &quarantine,
                     const QString &now, HealthReport &report)
{
    const auto rebuilt = store::rebuildDatabase(workspace.databasePath(), database, recordKeys, quarantine,
                                                now);
    if (!rebuilt) {
        return std::unexpected(rebuilt.error());
    }
    report.repaired = rebuilt->saved;
    report.lost = rebuilt->lost;
    report.quarantine = rebuilt->quarantine;
    const auto moved = store::quarantineDamagedFiles(workspace, quarantine);
    if (!moved) {
        return std::unexpected(moved.error());
    }
    if (!moved->isEmpty() && report.quarantine.isEmpty()) {
        report.quarantine = quarantine;
    }
    report.lost += *moved;
    report.repaired += bringBackFiles(workspace, report.problems + *moved);
    const auto forgotten = store::forgetMissingFiles(workspace, database);
    if (!forgotten) {
        return std::unexpected(forgotten.error());
    }
    report.lost += *forgotten;
    return store::proveDatabase(database);
}

QString quarantineFor(const store::Workspace &workspace, const QString &now)
{
    return workspace.folder() + u"/quarantine/"_s + fromStoredTime(now).toString(u"yyyyMMdd'T'HHmmss"_s);
}

namespace {

Result<> repairInto(const store::Workspace &workspace, const QString &now, HealthReport &report)
{
    const auto folder = store::prepareSwap(workspace);
    if (!folder) {
        return std::unexpected(folder.error());
    }
    const auto rebuilt = rebuildInto(workspace, *folder + u"/crema.db"_s, quarantineFor(workspace, now), now,
                                     report);
    return rebuilt ? store::decideSwap(workspace) : rebuilt;
}

Result<HealthReport> repairNow(store::Workspace workspace, QString now, std::stop_token stop)
{
    auto report = healthOf(workspace, stop);
    if (!report || report->problems.isEmpty()) {
        return report;
    }
    if (!workspace.hasDatabase()) {
        return std::unexpected(nothingThere(workspace));
    }
    if (!report->isRepairable) {
        return std::unexpected(store::refuseForeignFile(workspace.databasePath()).error());
    }
    const QString backups = backupFolder(workspace);
    if (!QDir().mkpath(backups)) {
        return failure(ErrorKind::storage,
                       u"The folder \"%1\" cannot be made. Nothing was repaired."_s.arg(backups));
    }
    const auto damaged = backUpNow(workspace, freeBackupName(backups, u"damaged"_s, now), DatabaseCopy::bytes,
                                   {}, stop);
    if (!damaged) {
        Error error = damaged.error();
        error.text += u" Nothing was repaired."_s;
        return std::unexpected(error);
    }
    report->backup = damaged->path;
    if (const auto repaired = repairInto(workspace, now, *report); !repaired) {
        store::dropSwap(workspace);
        return std::unexpected(repaired.error());
    }
    const auto aside = store::finishSwap(workspace);
    if (!aside) {
        return std::unexpected(aside.error());
    }
    QDir(*aside).removeRecursively(); // byte for byte in the backup, which was read back
    QDir().rmdir(QFileInfo(*aside).path());
    const auto left = store::checkWorkspace(workspace, recordKeys);
    if (!left) {
        return std::unexpected(left.error());
    }
    report->problems = *left;
    return report;
}

} // namespace

Task<Result<HealthReport>> checkHealth(store::Workspace workspace, std::stop_token stop)
{
    return runOnWorker(healthOf, std::move(workspace), std::move(stop));
}

Task<Result<HealthReport>> repairWorkspace(store::Workspace workspace, QString now, std::stop_token stop)
{
    return runOnWorker(repairNow, std::move(workspace), std::move(now), std::move(stop));
}

} // namespace crema::flows
