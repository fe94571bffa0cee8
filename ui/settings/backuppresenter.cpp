// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/backuppresenter.h"

#include "async/worker.h"

#include <QFileInfo>

namespace crema::ui {

namespace {

constexpr auto progressEvery = std::chrono::milliseconds(100);

Result<flows::BackupFile> manifestOf(QString path)
{
    auto manifest = exchange::readManifest(path);
    if (!manifest) {
        return std::unexpected(manifest.error());
    }
    return flows::BackupFile {path, QFileInfo(path).size(), std::move(*manifest)};
}

template <typename T>
std::optional<Error> errorIn(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

} // namespace

BackupPresenter::BackupPresenter(const flows::Services &services, QObject *parent)
    : QObject(parent), m_services(services)
{
    connect(&m_clock, &QTimer::timeout, this, [this] { Q_EMIT working(m_stage, *m_percent); });
}

void BackupPresenter::load()
{
    m_listing.launch(runOnWorker(flows::automaticBackups, m_services.workspace),
                     [this](Result<std::vector<flows::BackupFile>> automatic) {
                         if (automatic) {
                             Q_EMIT listed(flows::readBackupSettings(m_services.workspace),
                                           flows::backupFolder(m_services.workspace), *automatic);
                         } else {
                             Q_EMIT failed(automatic.error());
                         }
                     });
}

void BackupPresenter::setDaily(bool daily)
{
    flows::BackupSettings settings = flows::readBackupSettings(m_services.workspace);
    settings.daily = daily;
    save(settings);
}

void BackupPresenter::setFolder(const QString &folder)
{
    flows::BackupSettings settings = flows::readBackupSettings(m_services.workspace);
    settings.folder = folder;
    save(settings);
}

void BackupPresenter::save(const flows::BackupSettings &settings)
{
    if (settings == flows::readBackupSettings(m_services.workspace)) {
        return;
    }
    if (const auto saved = flows::writeBackupSettings(m_services.workspace, settings); !saved) {
        Q_EMIT failed(saved.error());
    }
    load();
}

void BackupPresenter::begin(const QString &stage)
{
    m_scope.requestStop();
    m_stage = stage;
    m_percent = std::make_shared<std::atomic<int>>(-1); // a worker that still stops keeps its own
    m_clock.start(progressEvery);
    Q_EMIT working(stage, -1);
}

flows::ArchiveProgress BackupPresenter::progress() const
{
    return [percent = m_percent](qint64 done, qint64 total) {
        *percent = total > 0 ? static_cast<int>(done * 100 / total) : -1;
    };
}

bool BackupPresenter::end(const std::optional<Error> &error)
{
    m_clock.stop();
    Q_EMIT idle();
    if (error && error->kind != ErrorKind::cancelled) {
        Q_EMIT failed(*error);
    }
    return !error;
}

void BackupPresenter::backUpTo(const QString &path)
{
    begin(tr("Backing up"));
    m_scope.launch(flows::backUp(m_services.workspace, path, flows::DatabaseCopy::consistent, progress(),
                                 m_scope.stopToken()),
                   [this](Result<flows::BackupFile> backup) {
                       if (end(errorIn(backup))) {
                           Q_EMIT backedUp(*backup);
                       }
                   });
}

void BackupPresenter::inspect(const QString &path)
{
    begin(tr("Looking at the backup"));
    m_scope.launch(runOnWorker(manifestOf, path), [this](Result<flows::BackupFile> backup) {
        if (end(errorIn(backup))) {
            Q_EMIT found(*backup);
        }
    });
}

void BackupPresenter::restore(const QString &path)
{
    begin(tr("Reading the backup"));
    m_scope.launch(flows::prepareRestore(m_services.workspace, path, progress(), m_scope.stopToken()),
                   [this](Result<flows::BackupFile> backup) {
                       if (end(errorIn(backup))) {
                           Q_EMIT reopenRequested();
                       }
                   });
}

void BackupPresenter::check()
{
    begin(tr("Looking through database and files"));
    m_scope.launch(flows::checkHealth(m_services.workspace), [this](Result<flows::HealthReport> health) {
        if (end(errorIn(health))) {
            Q_EMIT checked(health->problems);
        }
    });
}

void BackupPresenter::cancel()
{
    m_scope.requestStop();
    m_clock.stop();
    Q_EMIT idle();
}

} // namespace crema::ui
