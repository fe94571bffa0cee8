// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/profile.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;

namespace crema::ui {

/// Which resume goes along with an email: a check box for the only one, a list when there are several, and
/// what to do first when there is none.
class ResumeChoice final : public QWidget
{
    Q_OBJECT

public:
    explicit ResumeChoice(QWidget *parent = nullptr);

    /// `attached` is the draft's resume; empty for none, and it may be gone.
    void show(const QVector<Resume> &resumes, const QString &attached);

Q_SIGNALS:
    /// The user chose a resume; empty for none.
    void chosen(const QString &resumeId);

private:
    void fill(const QVector<Resume> &resumes, const QString &attached);

    QCheckBox *m_only;
    QWidget *m_several;
    QComboBox *m_list;
    QLabel *m_none;
    QString m_onlyId;
};

} // namespace crema::ui
