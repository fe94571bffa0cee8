// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/fault.h"
#include "async/task.h"

#include <QObject>

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace crema {

/// The tasks of one owner: a presenter, a window, a test. Member of that owner, used on its thread only.
///
///     m_scope.launch(find(criteria, m_scope.stopToken()), [this](Result<Run> run) { show(std::move(run));
///     });
///
/// Each callback comes once, from the event loop, never inside launch(); not at all after requestStop() or
/// the scope's destruction. It may destroy the scope and its owner. Tasks that were stopped run on, without
/// anyone listening, until they notice their token. An exception in a task arrives as Error{internal} and is
/// logged.
class TaskScope final
{
public:
    TaskScope();
    /// Requests stop; no callback comes any more.
    ~TaskScope();
    Q_DISABLE_COPY_MOVE(TaskScope)

    /// The token for tasks started now.
    [[nodiscard]] std::stop_token stopToken() const { return m_stop.get_token(); }

    /// Stops all tasks launched so far and silences their callbacks; the scope can launch new ones at once.
    void requestStop();

    /// Tasks that are not finished, or finished and not yet delivered; stopped ones count until they end.
    [[nodiscard]] int running() const { return m_core->running; }

    /// Takes over a started task and delivers its result to `callback(Result<T>)`.
    template <typename T, std::invocable<Result<T>> Callback>
    void launch(Task<Result<T>> task, Callback callback)
    {
        ++m_core->running;
        std::move_only_function<void(Result<T>)> deliver = std::move(callback);
        // The driving frame owns everything it needs and outlives the scope when it must.
        drive<T>(m_core, m_stop.get_token(), std::move(task), std::move(deliver));
    }

private:
    /// What outlives the scope while tasks wind down.
    struct Core
    {
        std::unique_ptr<QObject> context = std::make_unique<QObject>(); ///< null once the scope is gone
        int running = 0;
    };

    template <typename T>
    static Task<> drive(std::shared_ptr<Core> core, std::stop_token stop, Task<Result<T>> task,
                        std::move_only_function<void(Result<T>)> deliver);
    static void finish(const std::shared_ptr<Core> &core, std::stop_token stop,
                       std::move_only_function<void()> deliver);

    std::shared_ptr<Core> m_core = std::make_shared<Core>();
    std::stop_source m_stop;
};

template <typename T>
Task<> TaskScope::drive(std::shared_ptr<Core> core, std::stop_token stop, Task<Result<T>> task,
                        std::move_only_function<void(Result<T>)> deliver)
{
    std::optional<Result<T>> result;
    try {
        auto answer = co_await task;
        result.emplace(std::move(answer));
    } catch (...) {
        result.emplace(std::unexpected(async::detail::faultOf(std::current_exception())));
    }
    finish(core, std::move(stop), [deliver = std::move(deliver), result = std::move(*result)]() mutable {
        deliver(std::move(result));
    });
}

} // namespace crema
