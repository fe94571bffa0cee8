// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/mailtokens.h"

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

Task<Result<std::optional<Secret>>> readSecret(secrets::Keychain *keys, secrets::KeyName name)
{
    auto reading = keys->read(std::move(name));
    const auto found = co_await reading;
    if (!found) {
        co_return std::unexpected(found.error());
    }
    std::optional<Secret> secret;
    if (*found) {
        secret = (*found)->secret;
    }
    co_return secret;
}

Task<Result<>> writeSecret(secrets::Keychain *keys, secrets::KeyName name, Secret secret)
{
    auto writing = keys->write(std::move(name), std::move(secret));
    const auto place = co_await writing;
    if (!place) {
        co_return std::unexpected(place.error());
    }
    co_return Result<> {};
}

} // namespace

account::OAuthClient googleClient(const GoogleClient &google)
{
    return {google.clientId, Secret(google.clientSecret), google.authUrl, google.tokenUrl, google.revokeUrl,
            u"Google"_s};
}

MailTokens::MailTokens(net::Client &http, secrets::Keychain &keys, account::OAuthClient client)
    : m_http(http), m_keys(keys), m_client(std::move(client))
{
}

secrets::KeyName MailTokens::nameOf(const QString &email) const
{
    // A token belongs to the server that gave it, and goes to no other.
    return {secrets::Service::googleClient, m_client.tokenUrl.toString(), u"refresh_token/"_s + email};
}

std::shared_ptr<account::RenewedToken> MailTokens::of(const QString &email)
{
    auto &token = m_tokens[email];
    if (!token) {
        account::RefreshTokenPlace place;
        place.read = [keys = &m_keys, name = nameOf(email)] { return readSecret(keys, name); };
        place.write = [keys = &m_keys, name = nameOf(email)](Secret secret) {
            return writeSecret(keys, name, std::move(secret));
        };
        token = std::make_shared<account::RenewedToken>(m_http, m_client, std::move(place), email);
    }
    return token;
}

Task<Result<secrets::Place>> MailTokens::keep(QString email, account::Grant grant)
{
    auto writing = m_keys.write(nameOf(email), grant.refreshToken);
    const auto place = co_await writing;
    if (place) {
        of(email)->connectedAgain(grant);
    }
    co_return place;
}

Task<Result<std::optional<Secret>>> MailTokens::refreshToken(QString email)
{
    co_return co_await readSecret(&m_keys, nameOf(email));
}

Task<Result<>> MailTokens::forget(QString email)
{
    of(email)->forget();
    m_tokens.remove(email);
    co_return co_await m_keys.remove(nameOf(email));
}

} // namespace crema::flows
