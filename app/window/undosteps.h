// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/services.h"
#include "store/historyreader.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/jobsbutton.h"
#include "ui/shell/mainwindow.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace crema::app {

/// What Undo and Redo of the window do: one step at a time, with progress and Cancel when it takes long. The
/// steps are those of the workspace's history and, in between, those that leave nothing in it (saved
/// filters), which this keeps while the window is open.
class UndoSteps final : public QObject
{
    Q_OBJECT

public:
    /// All outlive it.
    UndoSteps(flows::Services &services, ui::ActionRegistry &actions, ui::MainWindow &window);
    /// Stops what is under way.
    ~UndoSteps() override;
    Q_DISABLE_COPY_MOVE(UndoSteps)

    void undo();
    void redo();
    void undoOperation(const QString &operationId);
    using Write = std::function<Task<Result<>>()>;
    /// Something was done that the history does not have. Returns its number, for undoOwn().
    int add(const QString &label, const Write &undo, const Write &redo);
    /// Nothing when that is taken back already.
    void undoOwn(int number);
    /// The commands say what they would do now.
    void follow();
    /// The step that is under way and takes long.
    [[nodiscard]] std::optional<ui::JobItem> job() const;
    void cancel() { m_stop.request_stop(); }

Q_SIGNALS:
    void jobChanged();
    /// One of those that were added was taken back or repeated.
    void ownStepMoved();

private:
    struct Own
    {
        int number = 0;
        QString label;
        Write undo;
        Write redo;
        QString after; ///< the operation that stood on top of the history then
    };
    enum class Direction { back, forth };
    using Stepping = Task<Result<store::UndoOutcome>>;

    void run(Direction direction, const QString &label,
             const std::function<Stepping(store::BulkProgress, std::stop_token)> &begin);
    /// The last one was done with the history as it is now.
    [[nodiscard]] static bool isNext(const QVector<Own> &steps, const store::UndoState &state);
    void runOwn(Direction direction, Own step);
    void start(Direction direction, const QString &label, bool mayStop);
    void leave();
    void end(Direction direction, const Result<store::UndoOutcome> &outcome);
    void endOwn(Direction direction, const Own &step, const Result<> &outcome);
    void tell(Direction direction, const QString &label);
    void tellError(const Error &error);
    void tell(const QString &words);

    flows::Services &m_services;
    ui::ActionRegistry &m_actions;
    ui::MainWindow &m_window;
    QVector<Own> m_done;
    QVector<Own> m_undone; ///< the last one is repeated next
    int m_lastNumber = 0;
    bool m_isRunning = false;
    bool m_mayStop = false; ///< steps of the history may
    QString m_running; ///< in words
    int m_percent = -1;
    QTimer m_patience; ///< what is over at once needs no progress
    std::stop_source m_stop;
    TaskScope m_scope;
};

} // namespace crema::app
