// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/completion.h"
#include "async/fault.h"
#include "async/task.h"

#include <exception>
#include <functional>
#include <stop_token>
#include <tuple>
#include <type_traits>

namespace crema {

namespace async::detail {

template <typename R>
struct ResultOf
{
    using Value = R;
};
template <typename T>
struct ResultOf<std::expected<T, Error>>
{
    using Value = T;
};

/// Runs the job on Qt's global thread pool, which the application waits for before it goes away.
void startOnPool(std::move_only_function<void()> job);

[[nodiscard]] Error cancelledBeforeStart();

template <typename Arg>
[[nodiscard]] bool asksToStop(const Arg &arg)
{
    if constexpr (std::is_same_v<Arg, std::stop_token>)
        return arg.stop_requested();
    else
        return false;
}

template <typename T, typename Function, typename... Args>
[[nodiscard]] Result<T> callGuarded(Function function, Args &...args)
{
    if ((asksToStop(args) || ...))
        return std::unexpected(cancelledBeforeStart());
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Function, Args...>>) {
            function(std::move(args)...);
            return {};
        } else {
            return function(std::move(args)...);
        }
    } catch (...) {
        return std::unexpected(faultOf(std::current_exception()));
    }
}

template <typename T>
Task<Result<T>> awaitFuture(CompletionFuture<T> future)
{
    co_return co_await future;
}

} // namespace async::detail

/// Runs `function(args...)` on a worker thread and gives its value back on the calling thread, queued.
/// `function` is a plain function or a lambda without captures that returns `T` or `Result<T>`; whatever it
/// needs goes in by value as arguments: a std::stop_token to look at, a thread-safe
/// `std::function<void(int)>` to report progress. The work starts at once. A stop requested before a worker
/// is free gives Error{cancelled}; an exception gives Error{internal}. Nothing is lost when the caller's
/// event loop ends first: the value is dropped.
template <typename Function, typename... Args>
[[nodiscard]] auto runOnWorker(Function function, Args... args)
        -> Task<Result<typename async::detail::ResultOf<std::invoke_result_t<Function, Args...>>::Value>>
{
    static_assert(requires { +function; }, "runOnWorker takes a plain function or a lambda without captures");
    using T = typename async::detail::ResultOf<std::invoke_result_t<Function, Args...>>::Value;

    Completion<T> done;
    CompletionFuture<T> future = done.future();
    async::detail::startOnPool([function, done = std::move(done),
                                values = std::make_tuple(std::move(args)...)]() mutable {
        done.complete(std::apply(
                [function](auto &...value) { return async::detail::callGuarded<T>(function, value...); },
                values));
    });
    return async::detail::awaitFuture<T>(std::move(future));
}

} // namespace crema
