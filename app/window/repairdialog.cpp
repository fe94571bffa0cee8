// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/repairdialog.h"

#include "base/dates.h"
#include "store/workspaceswap.h"
#include "ui/theme/roles.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;

namespace crema::app {

RepairDialog::RepairDialog(store::Workspace workspace, const QString &why, QWidget *parent)
    : QDialog(parent), m_workspace(std::move(workspace))
{
    build(why);
    check();
}

void RepairDialog::build(const QString &why)
{
    setWindowTitle(tr("The workspace needs repair"));
    resize(640, 440);
    auto *column = new QVBoxLayout(this);
    column->addWidget(ui::makeLabel(tr("The workspace needs repair"), ui::TextRole::title));
    QLabel *words = ui::makeLabel(why.isEmpty() ? m_workspace.folder() : why);
    words->setWordWrap(true);
    column->addWidget(words);
    QLabel *promise = ui::makeLabel(
            tr("Nothing has been changed. A repair first copies everything as it is into a backup, then "
               "saves what can be read; what cannot is set aside, never deleted."),
            ui::TextRole::body, ui::Tone::muted);
    promise->setWordWrap(true);
    column->addWidget(promise);
    m_state = ui::makeLabel({}, ui::TextRole::strong);
    m_state->setWordWrap(true);
    m_state->setObjectName(u"repairState"_s);
    column->addWidget(m_state);
    m_details = new QPlainTextEdit;
    m_details->setReadOnly(true);
    m_details->setObjectName(u"repairDetails"_s);
    m_details->setAccessibleName(tr("What was found"));
    column->addWidget(m_details, 1);
    auto *buttons = new QDialogButtonBox;
    m_repair = buttons->addButton(tr("Save what can be saved"), QDialogButtonBox::ActionRole);
    m_repair->setObjectName(u"repairNow"_s);
    m_restore = buttons->addButton(tr("Restore a backup…"), QDialogButtonBox::ActionRole);
    m_open = buttons->addButton(tr("Open"), QDialogButtonBox::AcceptRole);
    m_open->setObjectName(u"repairOpen"_s);
    m_restore->setObjectName(u"repairRestore"_s);
    m_quit = buttons->addButton(tr("Quit"), QDialogButtonBox::RejectRole);
    m_quit->setObjectName(u"repairQuit"_s);
    connect(m_repair, &QPushButton::clicked, this, &RepairDialog::repair);
    connect(m_restore, &QPushButton::clicked, this, &RepairDialog::chooseBackup);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

void RepairDialog::setBusy(const QString &words)
{
    m_state->setText(words);
    for (QPushButton *button : {m_repair, m_restore, m_open}) {
        button->setEnabled(false);
    }
}

void RepairDialog::showError(const Error &error)
{
    m_state->setText(error.text);
    m_repair->setEnabled(true);
    m_restore->setEnabled(true);
}

void RepairDialog::check()
{
    setBusy(tr("Looking at what is wrong…"));
    m_scope.launch(flows::checkHealth(m_workspace), [this](Result<flows::HealthReport> health) {
        if (!health) {
            showError(health.error());
            return;
        }
        m_repair->setEnabled(!health->problems.isEmpty());
        m_restore->setEnabled(true);
        m_open->setEnabled(health->problems.isEmpty());
        m_state->setText(health->problems.isEmpty() ? tr("The check finds nothing wrong.")
                                                    : tr("%n problem(s) found:", nullptr,
                                                         static_cast<int>(health->problems.size())));
        m_details->setPlainText(health->problems.join(u'\n'));
    });
}

void RepairDialog::reject()
{
    if (!m_repairing) {
        QDialog::reject();
    }
}

void RepairDialog::end()
{
    m_isEnding = true;
    reject();
}

std::shared_ptr<QLockFile> RepairDialog::lock()
{
    auto lock = m_workspace.lock();
    if (!lock) {
        showError(lock.error());
        return nullptr;
    }
    return std::move(*lock);
}

void RepairDialog::repair()
{
    const auto held = lock();
    if (!held) {
        return;
    }
    setBusy(tr("Saving what can be saved…"));
    m_repairing = true;
    m_quit->setEnabled(false);
    const QString now = toStoredTime(QDateTime::currentDateTimeUtc());
    m_scope.launch(flows::repairWorkspace(m_workspace, now),
                   [this, held](Result<flows::HealthReport> health) {
                       held->unlock();
                       m_repairing = false;
                       m_quit->setEnabled(true);
                       if (health) {
                           showHealth(*health);
                       } else {
                           showError(health.error());
                       }
                       if (m_isEnding) {
                           reject();
                       }
                   });
}

void RepairDialog::showHealth(const flows::HealthReport &health)
{
    m_state->setText(!health.problems.isEmpty()      ? tr("Some problems are left.")
                             : health.lost.isEmpty() ? tr("Repaired. Nothing was lost.")
                                                     : tr("Repaired. Some things could not be read:"));
    QStringList lines = health.problems + health.lost + health.repaired;
    lines << tr("The damaged state is kept in %1").arg(health.backup);
    if (!health.quarantine.isEmpty()) {
        lines << tr("What could not be put back is in %1").arg(health.quarantine);
    }
    m_details->setPlainText(lines.join(u'\n'));
    m_restore->setEnabled(true);
    m_open->setEnabled(true);
    m_open->setDefault(true);
}

void RepairDialog::chooseBackup()
{
    auto *dialog = new QFileDialog(this, tr("Restore a backup"), flows::backupFolder(m_workspace));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Backups (*.zip)"));
    connect(dialog, &QFileDialog::fileSelected, this, &RepairDialog::restore);
    dialog->open();
}

void RepairDialog::restore(const QString &path)
{
    const auto held = lock();
    if (!held) {
        return;
    }
    setBusy(tr("Reading the backup…"));
    m_scope.launch(flows::prepareRestore(m_workspace, path, {}, m_scope.stopToken()),
                   [this, held](Result<flows::BackupFile> backup) {
                       held->unlock();
                       if (backup) {
                           accept(); // opening the workspace puts it in place
                       } else {
                           showError(backup.error());
                       }
                   });
}

} // namespace crema::app
