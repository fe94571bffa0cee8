// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/renewedtoken.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::account {

namespace {

constexpr int earlySeconds = 60;
constexpr int refusedAgainSeconds = 60;

QString tr(const char *text)
{
    return QCoreApplication::translate("account", text);
}

} // namespace

RenewedToken::RenewedToken(net::Client &http, OAuthClient client, RefreshTokenPlace place, QString account)
    : m_http(http), m_client(std::move(client)), m_place(std::move(place)), m_account(std::move(account))
{
}

bool RenewedToken::isFresh() const
{
    return !m_token.isEmpty() && m_http.clock().now().addSecs(earlySeconds) < m_expiresAt;
}

Error RenewedToken::dead() const
{
    return {ErrorKind::unauthorised,
            tr("The connection of %1 has ended. Connect the account again under Settings, Connections, or "
               "with "
               "\"crema-cli gmail connect\"; nothing was lost.")
                    .arg(m_account),
            {},
            {},
            0};
}

Task<Result<Secret>> RenewedToken::token(std::stop_token stop)
{
    // One renewal at a time: whoever comes later finds its result.
    auto waiting = m_turns.take(u"renewal"_s, stop);
    const auto turn = co_await waiting;
    if (!turn) {
        co_return std::unexpected(turn.error());
    }
    if (m_isDead) {
        co_return std::unexpected(dead());
    }
    if (isFresh()) {
        Secret copy = m_token;
        co_return copy;
    }
    co_return co_await renewed(std::move(stop));
}

Task<Result<Secret>> RenewedToken::renewed(std::stop_token stop)
{
    const int age = m_age;
    auto reading = m_place.read();
    const auto kept = co_await reading;
    if (!kept) {
        co_return std::unexpected(kept.error());
    }
    if (!*kept) {
        co_return std::unexpected(dead());
    }
    auto renewing = renew(&m_http, m_client, **kept, std::move(stop));
    const auto grant = co_await renewing;
    if (age != m_age) { // connected again or disconnected meanwhile: that counts
        Secret copy = m_token;
        co_return copy.isEmpty() ? Result<Secret>(std::unexpected(dead())) : Result<Secret>(copy);
    }
    if (!grant) {
        m_isDead = grant.error().kind == ErrorKind::unauthorised;
        co_return std::unexpected(grant.error());
    }
    if (!grant->refreshToken.isEmpty()) {
        auto writing = m_place.write(grant->refreshToken);
        const auto written = co_await writing;
        if (!written) {
            co_return std::unexpected(written.error());
        }
    }
    m_token = grant->accessToken;
    m_expiresAt = grant->expiresAt;
    Secret copy = m_token;
    co_return copy;
}

void RenewedToken::refused(const Secret &token)
{
    if (token != m_token) {
        return; // somebody else has renewed it already
    }
    // A token that was new and is refused as well: another one would be, too.
    const QDateTime now = m_http.clock().now();
    m_isDead = m_refusedAt.isValid() && m_refusedAt.secsTo(now) < refusedAgainSeconds;
    m_refusedAt = now;
    m_token = {};
}

void RenewedToken::connectedAgain(const Grant &grant)
{
    ++m_age;
    m_token = grant.accessToken;
    m_expiresAt = grant.expiresAt;
    m_isDead = false;
    m_refusedAt = {};
}

void RenewedToken::forget()
{
    ++m_age;
    m_token = {};
    m_isDead = true;
}

} // namespace crema::account
