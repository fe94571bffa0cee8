// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "base/error.h"
#include "flows/backupflow.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace crema::app {

/// Stands in for the window while a workspace cannot be opened: says what is wrong, saves what can be saved
/// or restores a backup. Accepted: open the workspace again. Needs that nobody has it open.
class RepairDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `why` is shown first; then what the check finds.
    RepairDialog(store::Workspace workspace, const QString &why, QWidget *parent = nullptr);

    /// Not while a repair is under way: it is one step that must not be left half looked after.
    void reject() override;
    /// The program is to end: the same, as soon as a repair that is under way is done.
    void end();

private:
    void build(const QString &why);
    void check();
    void repair();
    void restore(const QString &path);
    void chooseBackup();
    void setBusy(const QString &words);
    void showHealth(const flows::HealthReport &health);
    void showError(const Error &error);
    [[nodiscard]] std::shared_ptr<QLockFile> lock();

    store::Workspace m_workspace;
    QLabel *m_state = nullptr;
    QPlainTextEdit *m_details = nullptr;
    QPushButton *m_repair = nullptr;
    QPushButton *m_restore = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_quit = nullptr;
    bool m_repairing = false;
    bool m_isEnding = false;
    TaskScope m_scope;
};

} // namespace crema::app
