// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/oauth.h"

#include <QVector>

#include <optional>
#include <utility>

namespace crema::account {

/// Names and values of an application/x-www-form-urlencoded body; one with an empty value is left out.
using Form = QVector<std::pair<QByteArray, QByteArray>>;
[[nodiscard]] QByteArray formBody(const Form &form);

/// A POST of that form to a server of tokens; never repeated unless the caller says so.
[[nodiscard]] net::Request tokenRequest(const OAuthClient &client, const QUrl &url, const Form &form);

/// What an answer of the token endpoint grants; `asked` is how it went out, for lifetimes. badAnswer for one
/// that grants nothing. Scopes that it does not name are those of `scopes`.
[[nodiscard]] Result<Grant> grantOf(const net::Response &response, const OAuthClient &client,
                                    const QStringList &scopes, const QDateTime &asked);
/// The id_token beside it; empty when there is none.
[[nodiscard]] QByteArray idTokenOf(const net::Response &response);

enum class Step { exchange, renewal, revocation };

/// What an answer without success means (RFC 6749, 5.2); nullopt for success.
[[nodiscard]] std::optional<Error> tokenError(const net::Response &response, const net::Request &request,
                                              const OAuthClient &client, Step step);
/// Whether that error says that the refresh token is dead, and not that the client is wrong.
[[nodiscard]] bool isDeadGrant(const Error &error);

/// A sentence about the clock when the server's differs much from ours; else empty.
[[nodiscard]] QString clockHint(const net::Response &response);

} // namespace crema::account
