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

/// For an attempt that was on its way when it failed: the service may have worked on it.
void markArrived(Error &error);
/// Whether an Error of Client::send or stream is one of those. False when there was no connection, the
/// request never left, or the service refused it.
[[nodiscard]] bool mayHaveArrived(const Error &error);

/// "POST api.example.com/v5/person/search", for `detail`.
[[nodiscard]] QString inShort(const Request &request);

} // namespace crema::net
