// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/task.h"

#include <chrono>
#include <stop_token>

namespace crema {

/// Waits `duration` on the event loop of the calling thread. Error{cancelled} once `stop` is requested, which
/// may happen from any thread; the coroutine resumes queued in both cases.
[[nodiscard]] Task<Result<>> delay(std::chrono::milliseconds duration, std::stop_token stop);

} // namespace crema
