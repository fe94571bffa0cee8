// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/oauth.h"
#include "async/turns.h"
#include "net/tokensource.h"

#include <functional>
#include <optional>

namespace crema::account {

/// Where the refresh token of an account is kept.
struct RefreshTokenPlace
{
    std::function<Task<Result<std::optional<Secret>>>()> read;
    std::function<Task<Result<>>(Secret)> write;
};

/// The access token of one account, in memory only, renewed a minute before it ends. However many ask at
/// once, the server is asked once. A refresh token that the server calls dead is not tried again until
/// connectedAgain(): unauthorised at once, saying to connect again.
class RenewedToken final : public net::TokenSource
{
public:
    /// `http` outlives this.
    RenewedToken(net::Client &http, OAuthClient client, RefreshTokenPlace place, QString account);

    [[nodiscard]] Task<Result<Secret>> token(std::stop_token stop) override;
    void refused(const Secret &token) override;

    /// After the user connected: the first access token, and the end of what was known of a dead one.
    void connectedAgain(const Grant &grant);
    /// After the account was disconnected.
    void forget();
    [[nodiscard]] bool isDead() const { return m_isDead; }

private:
    [[nodiscard]] bool isFresh() const;
    [[nodiscard]] Error dead() const;
    [[nodiscard]] Task<Result<Secret>> renewed(std::stop_token stop);

    net::Client &m_http;
    OAuthClient m_client;
    RefreshTokenPlace m_place;
    QString m_account;
    Secret m_token;
    QDateTime m_expiresAt;
    bool m_isDead = false;
    QDateTime m_refusedAt; ///< by the service, the last time
    int m_age = 0; ///< of the connection: another number after connecting or disconnecting
    Turns m_turns;
};

} // namespace crema::account
