// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/services.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QSpinBox;
class QTimer;

namespace crema::ui {

/// The part of the settings about follow-ups: whether the desktop tells of them, and after how many days one
/// is suggested when an email left.
class RemindersCard final : public QWidget
{
    Q_OBJECT

public:
    /// `services` outlive it; `on` is the state of the switch, which the owner keeps.
    RemindersCard(flows::Services &services, bool on, QWidget *parent = nullptr);
    ~RemindersCard() override;

Q_SIGNALS:
    void switched(bool on);

private:
    void build(bool on);
    void showDays();
    void saveDays();

    flows::Services &m_services;
    TaskScope m_scope;
    QCheckBox *m_notices;
    QSpinBox *m_days;
    QLabel *m_problem;
    QTimer *m_pause;
};

} // namespace crema::ui
