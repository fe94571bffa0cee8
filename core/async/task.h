// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QCoroTask>

#include <coroutine>
#include <cstddef>

namespace crema {

/// A coroutine that has started. It runs on the thread that called it and resumes there.
/// Write `Task<Result<T>>`; hand it to a TaskScope or await it. Destroying it does not stop it: a stop_token
/// does.
template <typename T = void>
using Task = QCoro::Task<T>;

/// QCoro compares a frame's handle with nullptr. For a `Result<T>` whose T can be made from nullptr (a
/// pointer, QByteArray) the comparison of std::expected would be chosen there and not compile; this exact
/// match, found through Error, goes first.
template <typename Promise>
[[nodiscard]] bool operator==(std::coroutine_handle<Promise> handle, std::nullptr_t) noexcept
{
    return !handle;
}

} // namespace crema
