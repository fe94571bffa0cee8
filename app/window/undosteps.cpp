// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/undosteps.h"

#include "ui/common/busybar.h"
#include "ui/common/errorwords.h"
#include "ui/shell/statusline.h"
#include "ui/shell/toaststrip.h"

#include <QMessageBox>

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
constexpr qsizetype mostOwn = 50;

store::UndoState stateOf(const flows::Services &services)
{
    return store::undoState(services.reader.connection()).value_or(store::UndoState {});
}

} // namespace

bool UndoSteps::isNext(const QVector<Own> &steps, const store::UndoState &state)
{
    return !steps.isEmpty() && steps.constLast().after == state.undoId;
}

UndoSteps::UndoSteps(flows::Services &services, ui::ActionRegistry &actions, ui::MainWindow &window)
    : m_services(services), m_actions(actions), m_window(window)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(ui::BusyBar::patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_window.statusLine().showMessage(m_running);
        Q_EMIT jobChanged();
    });
}

UndoSteps::~UndoSteps()
{
    m_stop.request_stop(); // the workspace is not to wait for it unseen
}

void UndoSteps::undo()
{
    const store::UndoState state = stateOf(m_services);
    if (isNext(m_done, state)) {
        runOwn(Direction::back, m_done.constLast());
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
    const store::UndoState state = stateOf(m_services);
    if (isNext(m_undone, state)) {
        runOwn(Direction::forth, m_undone.constLast());
        return;
    }
    run(Direction::forth, state.redoLabel, [this](store::BulkProgress progress, std::stop_token stop) {
        return m_services.store.redo(std::move(progress), std::move(stop));
    });
}

int UndoSteps::add(const QString &label, const Write &undo, const Write &redo)
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
        runOwn(Direction::back, *step);
    }
}

/// Until it has ended nothing else is taken back: a second key press must not go further than was meant.
void UndoSteps::run(Direction direction, const QString &label,
                    const std::function<Stepping(store::BulkProgress, std::stop_token)> &begin)
{
    if (m_isRunning) {
        tell(m_running);
        return;
    }
    start(direction, label, true);
    const auto progress = [self = QPointer(this)](int done, int total) {
        if (self && self->m_isRunning && total > 0) {
            self->m_percent = static_cast<int>(100LL * done / total);
            Q_EMIT self->jobChanged();
        }
    };
    m_scope.launch(begin(progress, m_stop.get_token()),
                   [this, direction](const Result<store::UndoOutcome> &outcome) { end(direction, outcome); });
}

void UndoSteps::runOwn(Direction direction, Own step)
{
    if (m_isRunning) {
        tell(m_running);
        return;
    }
    start(direction, step.label, false);
    auto writing = direction == Direction::back ? step.undo() : step.redo();
    m_scope.launch(std::move(writing), [this, direction, step = std::move(step)](const Result<> &outcome) {
        endOwn(direction, step, outcome);
    });
}

void UndoSteps::start(Direction direction, const QString &label, bool mayStop)
{
    m_isRunning = true;
    m_mayStop = mayStop;
    m_percent = -1;
    m_stop = std::stop_source();
    m_running = (direction == Direction::back ? tr("Undoing: %1") : tr("Redoing: %1"))
                        .arg(label.isEmpty() ? tr("an earlier step") : label);
    m_patience.start();
    follow();
}

void UndoSteps::leave()
{
    m_isRunning = false;
    m_patience.stop();
    if (m_window.statusLine().message() == m_running) {
        m_window.statusLine().showMessage({});
    }
    Q_EMIT jobChanged();
}

void UndoSteps::endOwn(Direction direction, const Own &step, const Result<> &outcome)
{
    leave();
    if (outcome) {
        auto &from = direction == Direction::back ? m_done : m_undone;
        auto &to = direction == Direction::back ? m_undone : m_done;
        from.removeIf([&step](const Own &own) { return own.number == step.number; });
        to << step;
        m_window.toasts().withdrawUndoBut({}); // the notice that offers the same
        Q_EMIT ownStepMoved();
        tell(direction, step.label);
    } else {
        tellError(outcome.error());
    }
    follow();
}

void UndoSteps::end(Direction direction, const Result<store::UndoOutcome> &outcome)
{
    leave();
    follow();
    if (!outcome) {
        tellError(outcome.error());
    } else if (!outcome->conflicts.empty()) {
        tell(tr("%n field(s) changed since and were left as they are", nullptr,
                static_cast<int>(outcome->conflicts.size())));
    } else {
        tell(direction, outcome->label);
    }
}

void UndoSteps::tell(Direction direction, const QString &label)
{
    tell((direction == Direction::back ? tr("Undone: %1") : tr("Redone: %1")).arg(label));
}

void UndoSteps::tellError(const Error &error)
{
    if (error.kind == ErrorKind::cancelled) {
        tell(tr("Cancelled. Nothing was changed."));
        return;
    }
    const ui::ErrorWords words = ui::wordsFor(error.kind);
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Not done"), words.heading, QMessageBox::Close,
                                &m_window);
    box->setObjectName(u"undoProblem"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(words.advice.isEmpty() ? error.text : error.text + u'\n' + words.advice);
    box->open();
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
    return ui::JobItem {.id = u"undo"_s, .title = m_running, .percent = m_percent, .cancellable = m_mayStop};
}

void UndoSteps::follow()
{
    const store::UndoState state = stateOf(m_services);
    if (!isNext(m_undone, state) && state.redoLabel.isEmpty()) {
        m_undone.clear(); // something else was done since; else the history is further back than they are
    }
    const QString back = isNext(m_done, state) ? m_done.constLast().label : state.undoLabel;
    const QString forth = isNext(m_undone, state) ? m_undone.constLast().label : state.redoLabel;
    QAction *undo = m_actions.find(u"edit.undo"_s);
    undo->setEnabled(!m_isRunning && !back.isEmpty());
    undo->setText(back.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(back));
    QAction *redo = m_actions.find(u"edit.redo"_s);
    redo->setEnabled(!m_isRunning && !forth.isEmpty());
    redo->setText(forth.isEmpty() ? tr("Redo") : tr("Redo: %1").arg(forth));
}

} // namespace crema::app
