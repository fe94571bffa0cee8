// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/meetingflow.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace crema::ui {

/// Asks when and where a chat takes place, for its calendar file.
class MeetingDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `now` is for words such as "tomorrow", and to tell what is past. `stage` is the one the contact moves
    /// to; empty when they stay.
    MeetingDialog(const QString &name, const QDateTime &now, const QString &stage, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Without contact and path.
    void chosen(const crema::flows::MeetingRequest &meeting);

private:
    void build();
    void showState();
    void choose();

    QDateTime m_now;
    QString m_stage;
    Result<QDateTime> m_start;
    QLineEdit *m_when = nullptr;
    QSpinBox *m_minutes = nullptr;
    QLineEdit *m_where = nullptr;
    QLabel *m_state = nullptr;
    QPushButton *m_ok = nullptr;
};

} // namespace crema::ui
