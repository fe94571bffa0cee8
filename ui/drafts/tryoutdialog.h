// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/rewriteflow.h"
#include "flows/services.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;
class QSplitter;

namespace crema::ui {

class BusyBar;
class MarkedTextEdit;

/// Writes for everyone of an order only to be looked at: nothing is sent, and nothing kept before the
/// user says so. Shows each email
/// with what the gate says of it, who gets none and why, and what a model's server took for it.
class TryOutDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `services` outlives it. Begins at once.
    TryOutDialog(flows::Services &services, const flows::WriteOrder &order, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The user likes what they see: exactly these emails are to be stored.
    void keepRequested(const crema::flows::WriteOrder &order, const crema::flows::DryRun &run);

private:
    void build();
    [[nodiscard]] QWidget *buildResults();
    void begin(const flows::WriteOrder &order);
    void showRun(const Result<flows::DryRun> &run);
    void showDraft(int row);
    [[nodiscard]] QString nameOf(const QString &contactId, const flows::WriteOrder &order) const;

    flows::Services &m_services;
    flows::WriteOrder m_order;
    flows::DryRun m_run;
    BusyBar *m_busy = nullptr;
    QSplitter *m_results = nullptr;
    QListWidget *m_list = nullptr;
    QLabel *m_subject = nullptr;
    MarkedTextEdit *m_body = nullptr;
    QLabel *m_findings = nullptr;
    QLabel *m_summary = nullptr;
    QPushButton *m_write = nullptr;
    TaskScope m_scope; ///< last: what is under way ends before the widgets do
};

} // namespace crema::ui
