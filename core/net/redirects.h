// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http.h"

#include "base/error.h"

namespace crema::net {

/// Why this request must not leave the computer: no https, a user name in the address, no host.
[[nodiscard]] Result<> mayLeave(const Request &request);

/// True for an answer that sends us elsewhere.
[[nodiscard]] bool isRedirect(const Response &response);

/// The request that follows from a redirect, or why it is not followed. Credentials and bodies go to no other
/// origin, nothing goes from https to http.
[[nodiscard]] Result<Request> redirected(const Request &request, const Response &response);

} // namespace crema::net
