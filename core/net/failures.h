// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http.h"

#include "base/error.h"

#include <QNetworkReply>

namespace crema::net {

/// Why no whole answer came. `detail` is redacted.
[[nodiscard]] Error connectionError(QNetworkReply::NetworkError error, const QString &qtText,
                                    const Request &request);

/// What an answer outside 200..299 means; nullopt for success. `retryAfter` is what the service asked for,
/// counted from the answer's own time. A client of a service may put its own words in place of `text`.
///
/// 401 unauthorised, 402 outOfCredits, 403 forbidden, 404 and 410 notFound, 408 and 504 timeout, 409 and 412
/// conflict, 429 rateLimited, other 4xx rejectedInput, 3xx and 5xx badAnswer.
[[nodiscard]] std::optional<Error> statusError(const Response &response, const Request &request);

/// No whole answer came, and the server may have seen and done what was asked. Kept in `detail`, so that the
/// error carries it to whoever must not ask twice.
void markArrived(Error &error);
[[nodiscard]] bool mayHaveArrived(const Error &error);

/// "POST api.example.com/v5/person/search", for `detail`.
[[nodiscard]] QString inShort(const Request &request);

} // namespace crema::net
