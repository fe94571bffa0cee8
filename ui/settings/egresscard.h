// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QTableView;
class QTimer;

namespace crema::ui {

class EgressModel;

/// The Privacy section of the settings: every request that left this computer, searchable.
class EgressCard final : public QWidget
{
    Q_OBJECT

public:
    /// `services` outlive it.
    explicit EgressCard(const flows::Services &services, QWidget *parent = nullptr);

private:
    void build();
    void load();
    void showEvent(QShowEvent *event) override;

    const flows::Services &m_services;
    EgressModel *m_model;
    QLineEdit *m_search = nullptr;
    QLabel *m_empty = nullptr;
    QTableView *m_table = nullptr;
    QTimer *m_pause;
};

} // namespace crema::ui
