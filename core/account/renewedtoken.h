// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/oauth.h"
#include "async/completion.h"
#include "async/taskscope.h"
#include "net/tokensource.h"

#include <functional>
#include <optional>
#include <vector>

namespace crema::account {

/// Where the refresh token of an account is kept.
struct RefreshTokenPlace
{
    std::function<Task<Result<std::optional<Secret>>>()> read;
    std::function<Task<Result<>>(Secret)> write;
};

/// The access token of one account, in memory only, renewed a minute before it ends. However many ask at
/// once, the server is asked once; who is stopped leaves at once and the others get theirs. A refresh token
/// that a renewal brings is written to its place before the access token is given out. A token that is
/// refused soon after it replaced a refused one counts as a dead refresh token. A refresh token that the
/// server calls dead is not tried again until connectedAgain(): unauthorised at once, saying to connect
/// again.
class RenewedToken final : public net::TokenSource
{
public:
    /// `http` outlives this.
    RenewedToken(net::Client &http, OAuthClient client, RefreshTokenPlace place, QString account);
    /// Whoever waits is told Error{cancelled}.
    ~RenewedToken() override;

    [[nodiscard]] Task<Result<Secret>> token(std::stop_token stop) override;
    void refused(const Secret &token) override;

    /// After the user connected: the first access token, and the end of what was known of a dead one.
    void connectedAgain(const Grant &grant);
    /// After the account was disconnected.
    void forget();
    [[nodiscard]] bool isDead() const { return m_isDead; }

private:
    [[nodiscard]] bool isGood() const;
    [[nodiscard]] std::unexpected<Error> deadError() const;
    void startRenewing();
    void finishRenewing(const Result<Grant> &renewed);
    void take(const Grant &grant);
    void tellAll(const Result<Secret> &result);

    net::Client &m_http;
    OAuthClient m_client;
    RefreshTokenPlace m_place;
    QString m_account;
    Secret m_token;
    QDateTime m_expiresAt;
    QDateTime m_replacedAt; ///< when m_token took the place of a refused one; null when it did not
    bool m_wasRefused = false; ///< the last token, and no other came since
    bool m_isDead = false;
    bool m_isRenewing = false;
    std::vector<Completion<Secret>> m_waiting;
    TaskScope m_scope; ///< of the renewal: no caller's stop ends it
};

} // namespace crema::account
