// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/historyreader.h"
#include "ui/shell/statusline.h"
#include "ui/shell/toaststrip.h"
#include "window/windowcomposition.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

constexpr std::chrono::seconds stepShown {10};

QString conflictWords(const store::UndoOutcome &outcome)
{
    return WindowComposition::tr("%n field(s) changed since and were left as they are", nullptr,
                                 static_cast<int>(outcome.conflicts.size()));
}

} // namespace

void WindowComposition::tell(const QString &text, const QString &action, const std::function<void()> &then)
{
    m_window.toasts().show({.text = text, .actionText = action, .act = then});
}

void WindowComposition::tellOfChange(const QString &text, const QString &action,
                                     const std::function<void()> &undo, const QString &operationId)
{
    m_window.toasts().show({.text = text, .actionText = action, .act = undo, .undoes = operationId});
}

/// The page itself tells what failed; who looks at another one is told that there is something to look at.
void WindowComposition::showFailure(const QString &page, const Error &error)
{
    if (error.kind != ErrorKind::cancelled && m_window.currentPage() != page) {
        m_window.toasts().show({.text = error.text,
                                .actionText = tr("Show"),
                                .act = [this, page] { m_window.showPage(page); },
                                .tone = ui::Tone::bad});
    }
}

void WindowComposition::showDone(const QString &text, const QString &operationId)
{
    if (operationId.isEmpty()) {
        tell(text, {}, {});
    } else {
        tellOfChange(text, tr("Undo"), [this, operationId] { undoOperation(operationId); }, operationId);
    }
}

QString WindowComposition::newestOperation() const
{
    const auto newest = store::operations(m_services.reader.connection(), 1);
    return newest && !newest->isEmpty() ? newest->constFirst().id : QString();
}

void WindowComposition::undo()
{
    m_scope.launch(m_services.store.undo(),
                   [this](const Result<store::UndoOutcome> &outcome) { tellUndone(outcome); });
}

void WindowComposition::undoOperation(const QString &operationId)
{
    m_scope.launch(m_services.store.undoOperation(operationId),
                   [this](const Result<store::UndoOutcome> &outcome) { tellUndone(outcome); });
}

void WindowComposition::tellUndone(const Result<store::UndoOutcome> &outcome)
{
    tellStep(!outcome                             ? outcome.error().text
                     : outcome->conflicts.empty() ? tr("Undone: %1").arg(outcome->label)
                                                  : conflictWords(*outcome));
}

void WindowComposition::tellStep(const QString &words)
{
    m_window.statusLine().showMessage(words, stepShown);
}

void WindowComposition::redo()
{
    m_scope.launch(m_services.store.redo(), [this](Result<store::UndoOutcome> outcome) {
        tellStep(!outcome                             ? outcome.error().text
                         : outcome->conflicts.empty() ? tr("Redone: %1").arg(outcome->label)
                                                      : conflictWords(*outcome));
    });
}

void WindowComposition::followUndo()
{
    const auto state = store::undoState(m_services.reader.connection());
    const store::UndoState known = state.value_or(store::UndoState {});
    QAction *undo = m_actions.find(u"edit.undo"_s);
    undo->setEnabled(!known.undoLabel.isEmpty());
    undo->setText(known.undoLabel.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(known.undoLabel));
    QAction *redo = m_actions.find(u"edit.redo"_s);
    redo->setEnabled(!known.redoLabel.isEmpty());
    redo->setText(known.redoLabel.isEmpty() ? tr("Redo") : tr("Redo: %1").arg(known.redoLabel));
    m_window.toasts().withdrawUndoBut(
            newestOperation()); // of what is undone, or no longer the last thing done
}

} // namespace crema::app
