// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/mergeflow.h"

#include <QDialog>

class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace crema::ui {

class Banner;

/// Contacts that were merged into others, to take them out again. Deletes itself when closed.
class MergedDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `services` outlives the dialog.
    explicit MergedDialog(flows::Services &services, QWidget *parent = nullptr);

Q_SIGNALS:
    /// In words.
    void unmerged(const QString &words);

private:
    void build();
    void fill();
    void unmergeSelected();
    void showOutcome(const Result<flows::UnmergeOutcome> &outcome);

    flows::Services &m_services;
    Banner *m_banner;
    QStackedWidget *m_stack;
    QTreeWidget *m_list;
    QPushButton *m_out;
    TaskScope m_scope;
};

} // namespace crema::ui
