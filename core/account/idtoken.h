// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/oauth.h"

namespace crema::account {

/// Who granted, out of an id_token.
struct Identity
{
    QString email; ///< lower case; empty when the server has not verified it
    QString name;
};

/// Whether `issuer` may speak for this server: Google's two names for Google; else the origin of the address
/// for the browser or for tokens.
[[nodiscard]] bool isIssuerOf(const OAuthClient &client, const QUrl &issuer);

/// Reads an id_token that came straight from the token endpoint over TLS; its signature need not be checked
/// then (OpenID Connect Core 3.1.3.7). badAnswer unless issuer, audience, expiry and nonce (unless that is
/// empty) fit.
[[nodiscard]] Result<Identity> identityOf(const QByteArray &idToken, const OAuthClient &client,
                                          const QByteArray &nonce, const QDateTime &now);

} // namespace crema::account
