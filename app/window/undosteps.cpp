// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/undosteps.h"

#include "store/historyreader.h"
#include "ui/shell/statusline.h"
#include "ui/shell/toaststrip.h"

#include <QAction>
#include <QPointer>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace crema::app {

namespace {

constexpr auto stepShown = 10s;
constexpr auto patience = 200ms;
constexpr qsizetype mostOwn = 50;

store::UndoState stateOf(const flows::Services &services)
{
    return store::undoState(services.reader.connection()).value_or(store::UndoState {});
}

} // namespace

UndoSteps::UndoSteps(flows::Services &services, ui::ActionRegistry &actions, ui::MainWindow &window)
    : m_services(services), m_actions(actions), m_window(window)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_window.statusLine().showMessage(m_running);
        Q_EMIT jobChanged();
    });
}

void UndoSteps::undo()
{
    const store::UndoState state = stateOf(m_services);
    if (!m_done.isEmpty() && m_done.constLast().after == state.undoId) {
        takeBack(m_done.size() - 1);
        return;
    }
    run(Direction::back, state.undoLabel, [this](store::BulkProgress progress, std::stop_token stop) {
        return m_services.store.undo(std::move(progress), std::move(stop));
    });
}

void UndoSteps::undoOperation(const QString &operationId)
{
    const store::UndoState state = stateOf(m_services);
    run(Direction::back, state.undoId == operationId ? state.undoLabel : QString(),
        [this, operationId](store::BulkProgress progress, std::stop_token stop) {
            return m_services.store.undoOperation(operationId, std::move(progress), std::move(stop));
        });
}

void UndoSteps::redo()
{
    if (m_isRunning) {
        return;
    }
    if (!m_undone.isEmpty()) {
        Own step = m_undone.takeLast();
        step.redo();
        tell(tr("Redone: %1").arg(step.label));
        m_done << std::move(step);
        follow();
        return;
    }
    run(Direction::forth, stateOf(m_services).redoLabel,
        [this](store::BulkProgress progress, std::stop_token stop) {
            return m_services.store.redo(std::move(progress), std::move(stop));
        });
}

int UndoSteps::add(const QString &label, const std::function<void()> &undo, const std::function<void()> &redo)
{
    m_undone.clear();
    m_done << Own {++m_lastNumber, label, undo, redo, stateOf(m_services).undoId};
    if (m_done.size() > mostOwn) {
        m_done.removeFirst();
    }
    follow();
    return m_lastNumber;
}

void UndoSteps::undoOwn(int number)
{
    const auto step = std::ranges::find(m_done, number, &Own::number);
    if (step != m_done.end()) {
        takeBack(step - m_done.begin());
    }
}

void UndoSteps::takeBack(qsizetype place)
{
    if (m_isRunning) {
        return;
    }
    Own step = m_done.takeAt(place);
    step.undo();
    m_window.toasts().withdrawUndoBut({}); // the notice that offers the same
    tell(tr("Undone: %1").arg(step.label));
    m_undone << std::move(step);
    follow();
}

/// Until it has ended nothing else is taken back: a second key press must not go further than was meant.
void UndoSteps::run(Direction direction, const QString &label,
                    const std::function<Stepping(store::BulkProgress, std::stop_token)> &begin)
{
    if (m_isRunning) {
        return;
    }
    m_isRunning = true;
    m_percent = -1;
    m_stop = std::stop_source();
    m_running = (direction == Direction::back ? tr("Undoing: %1") : tr("Redoing: %1"))
                        .arg(label.isEmpty() ? tr("an earlier step") : label);
    m_patience.start();
    follow();
    const auto progress = [self = QPointer(this)](int done, int total) {
        if (self && self->m_isRunning && total > 0) {
            self->m_percent = static_cast<int>(100LL * done / total);
            Q_EMIT self->jobChanged();
        }
    };
    m_scope.launch(begin(progress, m_stop.get_token()),
                   [this, direction](const Result<store::UndoOutcome> &outcome) { end(direction, outcome); });
}

void UndoSteps::end(Direction direction, const Result<store::UndoOutcome> &outcome)
{
    m_isRunning = false;
    m_patience.stop();
    Q_EMIT jobChanged();
    follow();
    if (!outcome) {
        tell(outcome.error().kind == ErrorKind::cancelled ? tr("Cancelled. Nothing was changed.")
                                                          : outcome.error().text);
    } else if (!outcome->conflicts.empty()) {
        tell(tr("%n field(s) changed since and were left as they are", nullptr,
                static_cast<int>(outcome->conflicts.size())));
    } else {
        tell((direction == Direction::back ? tr("Undone: %1") : tr("Redone: %1")).arg(outcome->label));
    }
}

void UndoSteps::tell(const QString &words)
{
    m_window.statusLine().showMessage(words, stepShown);
}

std::optional<ui::JobItem> UndoSteps::job() const
{
    if (!m_isRunning || m_patience.isActive()) {
        return {};
    }
    return ui::JobItem {.id = u"undo"_s, .title = m_running, .percent = m_percent};
}

void UndoSteps::follow()
{
    const store::UndoState state = stateOf(m_services);
    const bool isOwn = !m_done.isEmpty() && m_done.constLast().after == state.undoId;
    if (!m_undone.isEmpty() && m_undone.constLast().after != state.undoId) {
        m_undone.clear(); // something else was done since
    }
    const QString back = isOwn ? m_done.constLast().label : state.undoLabel;
    const QString forth = m_undone.isEmpty() ? state.redoLabel : m_undone.constLast().label;
    QAction *undo = m_actions.find(u"edit.undo"_s);
    undo->setEnabled(!m_isRunning && !back.isEmpty());
    undo->setText(back.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(back));
    QAction *redo = m_actions.find(u"edit.redo"_s);
    redo->setEnabled(!m_isRunning && !forth.isEmpty());
    redo->setText(forth.isEmpty() ? tr("Redo") : tr("Redo: %1").arg(forth));
}

} // namespace crema::app
