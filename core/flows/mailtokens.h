// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/renewedtoken.h"
#include "base/deployment.h"
#include "secrets/keychain.h"

#include <QHash>

#include <memory>

namespace crema::flows {

/// The program as the Google server of this deployment knows it.
[[nodiscard]] account::OAuthClient googleClient(const GoogleClient &google);

/// The tokens of connected mailboxes, one renewal at a time each: refresh tokens in the keychain, access
/// tokens in memory, nothing anywhere else.
class MailTokens final
{
public:
    /// `http` and `keys` outlive this.
    MailTokens(net::Client &http, secrets::Keychain &keys, account::OAuthClient client);

    [[nodiscard]] const account::OAuthClient &client() const { return m_client; }
    [[nodiscard]] std::shared_ptr<account::RenewedToken> of(const QString &email);

    /// Keeps what the user granted; says where the refresh token went.
    [[nodiscard]] Task<Result<secrets::Place>> keep(QString email, account::Grant grant);
    /// The refresh token, to revoke it; nullopt when there is none.
    [[nodiscard]] Task<Result<std::optional<Secret>>> refreshToken(QString email);
    [[nodiscard]] Task<Result<>> forget(QString email);

private:
    [[nodiscard]] secrets::KeyName nameOf(const QString &email) const;

    net::Client &m_http;
    secrets::Keychain &m_keys;
    account::OAuthClient m_client;
    QHash<QString, std::shared_ptr<account::RenewedToken>> m_tokens;
};

} // namespace crema::flows
