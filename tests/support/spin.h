// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/task.h"
#include "async/taskscope.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace crema::test {

inline constexpr std::chrono::milliseconds spinLimit {20000};

/// Runs the event loop until `predicate()` holds; false when `limit` passed first. The limit is a net for
/// broken code, never something a passing test comes near.
template <typename Predicate>
[[nodiscard]] bool spinUntil(Predicate predicate, std::chrono::milliseconds limit = spinLimit)
{
    const QDeadlineTimer deadline(limit);
    QEventLoop loop;
    QTimer wakeUp; // the predicate may depend on another thread that posts no event here
    wakeUp.start(std::chrono::milliseconds(5));
    while (!predicate()) {
        if (deadline.hasExpired())
            return false;
        loop.processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

/// The result of a task, for tests: runs the event loop until it is there. Error{timeout} when it never came.
template <typename T>
[[nodiscard]] Result<T> await(Task<Result<T>> task, std::chrono::milliseconds limit = spinLimit)
{
    const auto slot = std::make_shared<std::optional<Result<T>>>();
    TaskScope scope;
    scope.launch(std::move(task), [slot](Result<T> result) { slot->emplace(std::move(result)); });
    if (!spinUntil([slot] { return slot->has_value(); }, limit))
        return failure(ErrorKind::timeout, QStringLiteral("The task under test did not finish."));
    return std::move(**slot);
}

} // namespace crema::test
