// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http.h"

namespace crema::net {

/// How long the service asks to wait, from whichever header it uses: Retry-After in seconds or as a date,
/// retry-after-ms, X-RateLimit-Reset and its kin as seconds, epoch seconds or milliseconds, ISO time, "6m0s".
/// nullopt when there is none or it makes no sense; never negative, at most 24 hours.
[[nodiscard]] std::optional<std::chrono::milliseconds> askedWait(const Response &response,
                                                                 const QDateTime &now);

/// The wait before attempt `attempt + 1`: 0.5 s doubled each time, at most 8 s, between half and all of it as
/// `unit` (0..1) says.
[[nodiscard]] std::chrono::milliseconds backOff(int attempt, double unit);

} // namespace crema::net
