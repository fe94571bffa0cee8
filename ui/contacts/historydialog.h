// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/services.h"
#include "store/recordevents.h"

#include <QDialog>
#include <QTimer>

#include <functional>
#include <stop_token>

class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace crema::ui {

class Banner;
class BusyBar;

/// Everything that was done in the workspace, newest first: what each operation changed, taking one back
/// whatever came after it, and going back to a point.
class HistoryDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `services` outlives the dialog.
    explicit HistoryDialog(flows::Services &services, QWidget *parent = nullptr);

    ~HistoryDialog() override { m_stop.request_stop(); }
    Q_DISABLE_COPY_MOVE(HistoryDialog)

    /// What is under way is stopped first: the dialog goes then, or stays to tell how it ended.
    void done(int result) override;

Q_SIGNALS:
    void trashRequested();

private:
    void build();
    void buildLists();
    QWidget *buildButtons();
    void connectParts();
    void read();
    void fill(const QVector<store::OperationEntry> &entries);
    void filter(const QString &text);
    void followSelection();
    void showSteps(const QString &operationId, const QVector<store::OperationStep> &steps);
    void undoSelected();
    void askToRestore();
    void restoreTo(const QString &operationId);
    using Begin = std::function<Task<Result<store::UndoOutcome>>(store::BulkProgress, std::stop_token)>;
    /// `done` is what to say of the label of what was undone.
    void run(const QString &stage, const Begin &begin, const QString &ended);
    void tell(const Result<store::UndoOutcome> &outcome, const QString &heading);
    [[nodiscard]] bool isRunning() const { return m_stop.stop_possible(); }
    [[nodiscard]] const store::OperationEntry *selected() const;

    flows::Services &m_services;
    Banner *m_banner;
    QLineEdit *m_filter;
    QStackedWidget *m_stack;
    QTreeWidget *m_list;
    QTreeWidget *m_steps;
    QPushButton *m_more;
    QPushButton *m_undo;
    QPushButton *m_restore;
    QPushButton *m_trash;
    BusyBar *m_busy;
    QVector<store::OperationEntry> m_entries;
    int m_limit;
    bool m_isLeaving = false;
    std::stop_source m_stop {std::nostopstate}; ///< of what is under way
    QTimer m_following; ///< gathers the changes of a running job
    TaskScope m_reading;
    TaskScope m_stepReading;
    TaskScope m_scope;
};

} // namespace crema::ui
