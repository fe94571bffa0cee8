// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/draftversions.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace crema::ui {

class DiffView;

/// The texts a draft has had, newest first: when, by whom, how each differs from the present text, and the
/// way back to it.
class VersionsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `versions` oldest first, the last one is the present text; `now` in the user's clock. Each is kept for
    /// so many days.
    VersionsDialog(QVector<flows::DraftVersion> versions, const QDateTime &now, int keptDays,
                   QWidget *parent = nullptr);

Q_SIGNALS:
    void restoreRequested(int number);

private:
    void build(int keptDays);
    void fill(const QDateTime &now);
    void compare();
    [[nodiscard]] const flows::DraftVersion *chosen() const;

    QVector<flows::DraftVersion> m_versions;
    QListWidget *m_list;
    DiffView *m_diff;
    QLabel *m_summary;
    QPushButton *m_restore;
};

/// Who wrote a version, in words.
[[nodiscard]] QString writerWords(const flows::DraftVersion &version);

} // namespace crema::ui
