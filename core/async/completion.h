// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <coroutine>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

class QObject;

namespace crema {

namespace async::detail {

/// The part of a completion that does not depend on its value: who waits and how it is woken.
class CompletionBase : public std::enable_shared_from_this<CompletionBase>
{
public:
    CompletionBase();
    virtual ~CompletionBase();
    Q_DISABLE_COPY_MOVE(CompletionBase)

    [[nodiscard]] bool isComplete() const;

    /// Registers the coroutine of the calling thread; false when the value is there already.
    [[nodiscard]] bool beginWait(std::coroutine_handle<> waiter);

    /// The waiter is going away without having been resumed.
    void forgetWaiter();

protected:
    /// Marks as complete and posts the resumption; `m_mutex` is held.
    void completeLocked();

    mutable std::mutex m_mutex;
    bool m_complete = false;

private:
    void resumeWaiter();

    std::coroutine_handle<> m_waiter;
    std::unique_ptr<QObject> m_context; ///< lives on the waiting thread, receives the queued call
};

template <typename T>
class CompletionState final : public CompletionBase
{
public:
    bool complete(Result<T> result)
    {
        const std::lock_guard lock(m_mutex);
        if (m_complete)
            return false;
        m_result.emplace(std::move(result));
        completeLocked();
        return true;
    }

    [[nodiscard]] Result<T> take()
    {
        const std::lock_guard lock(m_mutex);
        if (!m_result)
            return failure(ErrorKind::internal, QStringLiteral("The same result was awaited twice."));
        Result<T> result = std::move(*m_result);
        m_result.reset();
        return result;
    }

private:
    std::optional<Result<T>> m_result;
};

/// The error a waiter gets when the work was dropped before it ran.
[[nodiscard]] Error droppedError();

} // namespace async::detail

/// What a coroutine awaits, once: gives `Result<T>`. Resumes on the awaiting thread through its event loop,
/// never inside complete(). When the value is there already, the await does not suspend.
template <typename T = void>
class [[nodiscard]] CompletionFuture final
{
public:
    explicit CompletionFuture(std::shared_ptr<async::detail::CompletionState<T>> state)
        : m_state(std::move(state))
    {
    }
    CompletionFuture(CompletionFuture &&) noexcept = default;
    CompletionFuture &operator=(CompletionFuture &&) = delete;
    ~CompletionFuture()
    {
        if (m_state)
            m_state->forgetWaiter();
    }

    [[nodiscard]] bool await_ready() const { return m_state->isComplete(); }
    [[nodiscard]] bool await_suspend(std::coroutine_handle<> waiter) { return m_state->beginWait(waiter); }
    [[nodiscard]] Result<T> await_resume() { return m_state->take(); }

private:
    std::shared_ptr<async::detail::CompletionState<T>> m_state;
};

/// A one-shot answer from any thread to one coroutine. Copies share the answer; the first complete() wins.
///
///     Completion<Change> done;
///     auto change = done.future();
///     m_writer->post([done = std::move(done), op]() { done.complete(write(op)); });
///     co_return co_await change;
///
/// Move the completion into the job, as above: when the last copy is destroyed without complete(), because
/// the job was dropped at shutdown, the waiter gets Error{cancelled} instead of waiting for ever. Completing
/// after the waiter, its event loop or the application are gone is harmless: the value is dropped.
template <typename T = void>
class Completion final
{
public:
    Completion() : m_shared(std::make_shared<Producers>()) { }

    /// The awaitable of this completion; take it once, on any thread, await it on the thread that is to be
    /// resumed.
    [[nodiscard]] CompletionFuture<T> future() const { return CompletionFuture<T>(m_shared->state); }

    /// Gives the answer; thread-safe. Returns false when there was one already (this one is dropped).
    bool complete(Result<T> result) const { return m_shared->state->complete(std::move(result)); }

private:
    struct Producers
    {
        Producers() = default;
        ~Producers() { state->complete(std::unexpected(async::detail::droppedError())); }
        Q_DISABLE_COPY_MOVE(Producers)

        std::shared_ptr<async::detail::CompletionState<T>> state =
                std::make_shared<async::detail::CompletionState<T>>();
    };

    std::shared_ptr<Producers> m_shared;
};

} // namespace crema
