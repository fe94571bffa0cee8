// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/backuppresenter.h"
#include "ui/theme/glyph.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;

namespace crema::ui {

class Banner;
class BusyBar;
class KeyValueList;

/// The Backup section: when the last backup was made and where, back up and restore in one file each, a check
/// of everything.
class BackupCard final : public QWidget
{
    Q_OBJECT

public:
    explicit BackupCard(const flows::Services &services, QWidget *parent = nullptr);

    [[nodiscard]] BackupPresenter &presenter() { return m_presenter; }

Q_SIGNALS:
    /// The workspace was exchanged: close it and open it again.
    void reopenRequested();
    /// The check found problems and the user wants them repaired, for which the workspace has to be closed.
    void repairRequested();

private:
    void build();
    void connectPresenter();
    void showList(const flows::BackupSettings &settings, const QString &folder,
                  const std::vector<flows::BackupFile> &automatic);
    void askRestore(const flows::BackupFile &backup);
    void showProblems(const QStringList &problems);
    void chooseTarget();
    void chooseBackup();
    void chooseFolder();
    void tell(Tone tone, Glyph glyph, const QString &heading, const QString &text,
              const QString &action = {});
    void setBusy(bool busy);
    void showEvent(QShowEvent *event) override;

    BackupPresenter m_presenter;
    QString m_folder;
    Banner *m_banner = nullptr;
    BusyBar *m_busy = nullptr;
    KeyValueList *m_facts = nullptr;
    QCheckBox *m_daily = nullptr;
    QList<QPushButton *> m_buttons;
};

} // namespace crema::ui
