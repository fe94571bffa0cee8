// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/dailybackup.h"

#include "async/worker.h"
#include "base/dates.h"
#include "base/paths.h"
#include "flows/backupwork.h"
#include "store/workspacestate.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

constexpr int kept = 7;
constexpr qint64 oneDay = 20 * 60 * 60; // seconds; a little less, so that a daily habit makes a daily backup
constexpr qint64 clockSlack = 10 * 60;
constexpr auto firstLook = std::chrono::minutes(1);
constexpr auto nextLook = std::chrono::minutes(30);
constexpr qint64 largestSettings = 100'000;

QString settingsPath(const store::Workspace &workspace)
{
    return workspace.folder() + u"/backup.json"_s;
}

/// Several workspaces may share a folder.
QString tagOf(const store::Workspace &workspace)
{
    return workspace.socketName().section(u'-', -1).left(8);
}

struct Numbered
{
    int number = 0;
    QString path;
};

/// Every file with the name of an automatic backup of this workspace, highest number first.
std::vector<Numbered> numberedFiles(const store::Workspace &workspace)
{
    const QRegularExpression name(u"\\Acrema-%1-([0-9]{6,9})(-[0-9]{8})?\\.zip\\z"_s.arg(tagOf(workspace)));
    std::vector<Numbered> files;
    const QDir folder(backupFolder(workspace));
    for (const QString &file : folder.entryList(QDir::Files)) {
        if (const auto match = name.match(file); match.hasMatch()) {
            files.push_back({match.captured(1).toInt(), folder.filePath(file)});
        }
    }
    std::ranges::sort(files, std::ranges::greater(), &Numbered::number);
    return files;
}

bool isGood(const Result<exchange::ArchiveManifest> &manifest)
{
    return manifest && !manifest->damaged && manifest->problems.isEmpty();
}

bool isDue(const exchange::ArchiveManifest &last, const QDateTime &now)
{
    const qint64 age = fromStoredTime(last.created).secsTo(now);
    return age >= oneDay || age < -clockSlack;
}

/// Only what lies beyond the seventh good one goes.
void removeOld(const store::Workspace &workspace)
{
    int good = 0;
    for (const Numbered &file : numberedFiles(workspace)) {
        if (good >= kept) {
            QFile::remove(file.path);
        } else if (isGood(exchange::readManifest(file.path))) {
            ++good;
        }
    }
}

Result<std::optional<BackupFile>> lookNow(store::Workspace workspace, QDateTime now, std::stop_token stop)
{
    removeLeftCopies(workspace);
    if (!readBackupSettings(workspace).daily || !workspace.hasDatabase()) {
        return std::nullopt;
    }
    const auto backups = automaticBackups(workspace);
    if (!backups.empty()) {
        if (!isDue(backups.front().manifest, now)) {
            return std::nullopt;
        }
        const auto state = store::readState(workspace.databasePath());
        if (!state) {
            return std::unexpected(state.error());
        }
        if (state->mark == backups.front().manifest.mark) {
            return std::nullopt;
        }
    }
    const QString folder = backupFolder(workspace);
    if (!QDir().mkpath(folder)) {
        return failure(ErrorKind::storage, u"The folder \"%1\" for backups cannot be made."_s.arg(folder));
    }
    const auto files = numberedFiles(workspace);
    const int number = files.empty() ? 1 : files.front().number + 1;
    const QString target = folder
            + u"/crema-%1-%2-%3.zip"_s.arg(tagOf(workspace))
                      .arg(number, 6, 10, QChar(u'0'))
                      .arg(now.toString(u"yyyyMMdd"_s));
    const auto made = backUpNow(workspace, target, DatabaseCopy::consistent, {}, stop);
    if (!made) {
        return std::unexpected(made.error());
    }
    if (made->manifest.problems.isEmpty()) {
        removeOld(workspace);
    }
    return *made;
}

} // namespace

BackupSettings readBackupSettings(const store::Workspace &workspace)
{
    const auto bytes = readFile(settingsPath(workspace), largestSettings);
    const auto json = bytes ? parseJson(*bytes) : Result<Json>(Json::object());
    BackupSettings settings;
    if (json) {
        settings.daily = boolAt(*json, "daily", true);
        settings.folder = textAt(*json, "folder");
    }
    return settings;
}

Result<> writeBackupSettings(const store::Workspace &workspace, const BackupSettings &settings)
{
    return writeFile(settingsPath(workspace),
                     toPrettyBytes({{"daily", settings.daily}, {"folder", settings.folder}}));
}

std::vector<BackupFile> automaticBackups(const store::Workspace &workspace)
{
    std::vector<BackupFile> backups;
    for (const Numbered &file : numberedFiles(workspace)) {
        if (auto manifest = exchange::readManifest(file.path)) {
            backups.push_back({file.path, QFileInfo(file.path).size(), std::move(*manifest)});
        }
    }
    return backups;
}

Task<Result<std::optional<BackupFile>>> backUpWhenDue(store::Workspace workspace, QDateTime now,
                                                      std::stop_token stop)
{
    return runOnWorker(lookNow, std::move(workspace), std::move(now), std::move(stop));
}

DailyBackup::DailyBackup(const store::Workspace &workspace, const Clock &clock, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_clock(clock)
{
    connect(&m_timer, &QTimer::timeout, this, &DailyBackup::look);
}

void DailyBackup::start()
{
    QTimer::singleShot(firstLook, this, &DailyBackup::look);
    m_timer.start(nextLook);
}

void DailyBackup::look()
{
    if (m_scope.running() > 0) {
        return;
    }
    m_scope.launch(backUpWhenDue(m_workspace, m_clock.now(), m_scope.stopToken()),
                   [this](Result<std::optional<BackupFile>> backup) {
                       if (!backup && backup.error().kind != ErrorKind::cancelled) {
                           Q_EMIT failed(backup.error());
                       } else if (backup && *backup) {
                           Q_EMIT made((*backup)->path);
                       }
                   });
}

} // namespace crema::flows
