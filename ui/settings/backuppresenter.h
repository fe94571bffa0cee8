// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/dailybackup.h"
#include "flows/services.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace crema::ui {

/// What the Backup section of the settings shows and does. One thing at a time.
class BackupPresenter final : public QObject
{
    Q_OBJECT

public:
    /// `services` outlives it.
    explicit BackupPresenter(const flows::Services &services, QObject *parent = nullptr);

    /// Reads what there is; told by listed().
    void load();
    void setDaily(bool daily);
    /// Where automatic backups go from now on; empty for the folder in the workspace.
    void setFolder(const QString &folder);
    void backUpTo(const QString &path);
    /// Looks at a file that is to be restored; found() or failed() follows.
    void inspect(const QString &path);
    void restore(const QString &path);
    void check();
    void cancel();
    [[nodiscard]] QDateTime now() const { return m_services.clock.now(); }

Q_SIGNALS:
    void listed(const crema::flows::BackupSettings &settings, const QString &folder,
                const std::vector<crema::flows::BackupFile> &automatic);
    /// `percent` is below 0 while nobody knows.
    void working(const QString &stage, int percent);
    void idle();
    void backedUp(const crema::flows::BackupFile &backup);
    void found(const crema::flows::BackupFile &backup);
    void checked(const QStringList &problems);
    void failed(const crema::Error &error);
    /// A backup was verified and decided on: the workspace has to be closed and opened again.
    void reopenRequested();

private:
    void begin(const QString &stage);
    [[nodiscard]] flows::ArchiveProgress progress() const;
    [[nodiscard]] bool end(const std::optional<Error> &error);
    void save(const flows::BackupSettings &settings);

    const flows::Services &m_services;
    TaskScope m_scope; ///< the work of the user
    TaskScope m_listing;
    QTimer m_clock; ///< fetches the progress from the worker
    QString m_stage;
    std::shared_ptr<std::atomic<int>> m_percent = std::make_shared<std::atomic<int>>(-1);
};

} // namespace crema::ui
