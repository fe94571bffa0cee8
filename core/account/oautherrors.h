// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/oauth.h"
#include "net/http.h"

namespace crema::account {

/// What a server says in the redirect instead of a code (RFC 6749, 4.1.2.1, and Google's own words).
[[nodiscard]] Error redirectError(const QString &word, const QString &server);

/// What the token endpoint says (RFC 6749, 5.2); nullopt for success. `renewing`: a refresh token was sent.
[[nodiscard]] std::optional<Error> tokenError(const net::Response &response, const net::Request &request,
                                              const QString &server, bool renewing);

/// The difference between the server's clock and ours explains the failure.
[[nodiscard]] bool isClockWrong(const net::Response &response);

} // namespace crema::account
