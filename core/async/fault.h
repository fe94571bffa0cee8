// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <exception>

namespace crema::async::detail {

/// Logs an exception that reached the border of a task or a worker and gives it as Error{internal}.
[[nodiscard]] Error faultOf(const std::exception_ptr &exception);

} // namespace crema::async::detail
