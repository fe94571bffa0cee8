// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "base/clock.h"
#include "flows/backupflow.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace crema::flows {

/// How a workspace is backed up by itself; kept beside it in `backup.json`.
struct BackupSettings
{
    bool daily = true;
    QString folder; ///< empty: `backups/` in the workspace

    [[nodiscard]] bool operator==(const BackupSettings &) const = default;
};
/// The defaults when nothing, or nothing readable, was ever written.
[[nodiscard]] BackupSettings readBackupSettings(const store::Workspace &workspace);
[[nodiscard]] Result<> writeBackupSettings(const store::Workspace &workspace, const BackupSettings &settings);

/// The automatic backups of a workspace, newest first. Their numbers say the order, not their dates: a clock
/// that was wrong once mixes nothing up. Those that cannot be read are left out.
[[nodiscard]] std::vector<BackupFile> automaticBackups(const store::Workspace &workspace);

/// Makes one when the last is a day old (or seems to come from the future) and something changed since; then
/// removes those beyond the seventh good one. Nothing when none is due. A damaged workspace is an error, and
/// nothing is removed.
[[nodiscard]] Task<Result<std::optional<BackupFile>>> backUpWhenDue(store::Workspace workspace, QDateTime now,
                                                                    std::stop_token stop);

/// Keeps a workspace backed up as long as a window is open: looks a minute after start and twice an hour. The
/// work is done off the window's thread, one at a time. `workspace` and `clock` outlive it.
class DailyBackup final : public QObject
{
    Q_OBJECT

public:
    DailyBackup(const store::Workspace &workspace, const Clock &clock, QObject *parent = nullptr);

    void start();
    /// Looks now.
    void look();

Q_SIGNALS:
    void made(const QString &path);
    void failed(const crema::Error &error);

private:
    const store::Workspace &m_workspace;
    const Clock &m_clock;
    QTimer m_timer;
    TaskScope m_scope;
};

} // namespace crema::flows
