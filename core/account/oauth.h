// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/task.h"
#include "base/clock.h"
#include "base/secret.h"
#include "net/client.h"

#include <QDateTime>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <functional>
#include <stop_token>

namespace crema::account {

/// The program as an OAuth 2.0 server knows it: an installed client (RFC 8252), whose secret is public by
/// nature and may be empty.
struct OAuthClient
{
    QString id;
    Secret secret;
    QUrl authUrl; ///< where the browser goes
    QUrl tokenUrl;
    QUrl revokeUrl;
    QString name; ///< of the server, for people and the egress log: "Google"

    [[nodiscard]] bool isSetUp() const { return !id.isEmpty() && authUrl.isValid() && tokenUrl.isValid(); }
};

/// What the user is asked for.
struct Asking
{
    QStringList scopes;
    QString loginHint; ///< the address that is to be connected again; empty when any will do
    bool askAgain = false; ///< consent is asked for even when it was given before
};

/// What the user gave. A server may grant fewer scopes than were asked for.
struct Grant
{
    Secret accessToken;
    QDateTime expiresAt; ///< of the access token, UTC
    Secret refreshToken; ///< empty when a renewal brought none: the old one goes on
    QStringList scopes;
    QString email; ///< out of the id_token, lower case; empty when the server says none
    QString name;
};

/// Opens an address in the user's browser; false when there is none.
using BrowserOpener = std::function<bool(const QUrl &)>;

/// Authorization by the system's browser with PKCE (RFC 7636, S256) and a receiver on 127.0.0.1 that lives
/// for this one answer.
///
/// cancelled when stopped; timeout when nobody answered in `patience`; forbidden when the user or their
/// organisation said no; internal when no browser could be opened (the text has the address to copy);
/// unauthorised for a code that the server refuses, badAnswer for an answer that does not fit what was asked
/// (issuer, audience, nonce, expiry of the id_token). A grant is given as the server granted it: whoever
/// asked compares scopes and address.
[[nodiscard]] Task<Result<Grant>> authorise(net::Client *http, OAuthClient client, Asking asking,
                                            BrowserOpener open, std::stop_token stop,
                                            std::chrono::milliseconds patience = std::chrono::minutes(5));

/// A new access token. unauthorised when the refresh token is dead (`invalid_grant`): the user has to connect
/// again; other errors may pass.
[[nodiscard]] Task<Result<Grant>> renew(net::Client *http, OAuthClient client, Secret refreshToken,
                                        std::stop_token stop);

/// Ends the grant at the server. A token that is dead already counts as done.
[[nodiscard]] Task<Result<>> revoke(net::Client *http, OAuthClient client, Secret token,
                                    std::stop_token stop);

} // namespace crema::account
