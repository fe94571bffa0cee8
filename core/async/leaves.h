// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>

namespace crema::async {

/// How many coroutines are suspended in one of our leaves (Completion, delay, runOnWorker), on all threads.
/// Every suspended chain of tasks ends in one leaf, so zero means that no frame is waiting any more.
[[nodiscard]] std::size_t pendingLeaves();

/// The one place where shutdown lets the event loop run on: processes events of this thread until no leaf is
/// pending or `limit` has passed. Call it after all scopes were stopped, outside of any event handler.
/// Returns whether nothing is left.
[[nodiscard]] bool drain(std::chrono::milliseconds limit);
/// The same until `isDone()`, while other leaves may stay.
[[nodiscard]] bool drainUntil(const std::function<bool()> &isDone, std::chrono::milliseconds limit);

namespace detail {

/// Book-keeping of suspended frames; thread-safe. It also keeps frames that a rude exit leaves behind
/// reachable.
void leafSuspended(void *frame);
void leafResumed(void *frame);

} // namespace detail

} // namespace crema::async
