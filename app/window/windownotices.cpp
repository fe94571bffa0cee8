// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/historyreader.h"
#include "ui/shell/toaststrip.h"
#include "window/windowcomposition.h"

using namespace Qt::StringLiterals;

namespace crema::app {

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
        tellOfChange(
                text, tr("Undo"), [this, operationId] { m_undo.undoOperation(operationId); }, operationId);
    }
}

QString WindowComposition::newestOperation() const
{
    const auto newest = store::operations(m_services.reader.connection(), 1);
    return newest && !newest->isEmpty() ? newest->constFirst().id : QString();
}

void WindowComposition::followUndo()
{
    m_undo.follow();
    m_window.toasts().withdrawUndoBut(
            newestOperation()); // of what is undone, or no longer the last thing done
}

} // namespace crema::app
