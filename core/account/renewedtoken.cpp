// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/renewedtoken.h"

#include "account/tokenwire.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::account {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crema::account)
};

constexpr qint64 renewBefore = 60; ///< seconds
constexpr qint64 soon = 300; ///< seconds; a token that served longer was good

/// Reads, renews, and keeps a new refresh token before the access token is given out.
Task<Result<Grant>> renewal(net::Client *http, OAuthClient client, RefreshTokenPlace place, QString account,
                            std::stop_token stop)
{
    const auto kept = co_await place.read();
    if (!kept) {
        co_return std::unexpected(kept.error());
    }
    if (!kept->has_value() || (*kept)->isEmpty()) {
        co_return failure(ErrorKind::unauthorised,
                          Tr::tr("%1 is not connected with %2 on this computer. Connect it in the settings.")
                                  .arg(account, client.name));
    }
    const Secret old = **kept;
    auto grant = co_await renew(http, std::move(client), old, stop);
    if (!grant || grant->refreshToken.isEmpty() || grant->refreshToken == old) {
        co_return grant;
    }
    // Disconnected or connected anew meanwhile: what is kept now is not ours to replace.
    if (stop.stop_requested()) {
        co_return failure(ErrorKind::cancelled, Tr::tr("The renewal was cancelled."));
    }
    const Secret fresh = grant->refreshToken;
    const auto written = co_await place.write(fresh);
    if (!written) {
        co_return std::unexpected(written.error());
    }
    co_return grant;
}

} // namespace

RenewedToken::RenewedToken(net::Client &http, OAuthClient client, RefreshTokenPlace place, QString account)
    : m_http(http), m_client(std::move(client)), m_place(std::move(place)), m_account(std::move(account))
{
}

RenewedToken::~RenewedToken()
{
    tellAll(failure(ErrorKind::cancelled, Tr::tr("The account is closed.")));
}

bool RenewedToken::isGood() const
{
    return !m_token.isEmpty() && m_http.clock().now().addSecs(renewBefore) < m_expiresAt;
}

std::unexpected<Error> RenewedToken::deadError() const
{
    return failure(
            ErrorKind::unauthorised,
            Tr::tr("%1 has to be connected with %2 again: its permission was withdrawn or has run out.")
                    .arg(m_account, m_client.name));
}

Task<Result<Secret>> RenewedToken::token(std::stop_token stop)
{
    if (m_isDead) {
        co_return deadError();
    }
    if (isGood()) {
        Secret token = m_token; // a copy: QCoro moves out of what is returned, members too
        co_return token;
    }
    const Completion<Secret> mine;
    m_waiting.push_back(mine);
    const std::stop_callback onStop(std::move(stop), [mine] {
        mine.complete(failure(ErrorKind::cancelled, Tr::tr("Cancelled while the access was being renewed.")));
    });
    startRenewing();
    co_return co_await mine.future(); // this may be gone by then
}

void RenewedToken::startRenewing()
{
    if (m_isRenewing) {
        return;
    }
    m_isRenewing = true;
    m_scope.launch(renewal(&m_http, m_client, m_place, m_account, m_scope.stopToken()),
                   [this](Result<Grant> renewed) { finishRenewing(renewed); });
}

void RenewedToken::finishRenewing(const Result<Grant> &renewed)
{
    m_isRenewing = false;
    if (renewed) {
        m_replacedAt = m_wasRefused ? m_http.clock().now() : QDateTime();
        take(*renewed);
        tellAll(m_token);
        return;
    }
    if (isDeadGrant(renewed.error())) {
        m_isDead = true;
        Error error = deadError().error();
        error.detail = renewed.error().detail;
        error.httpStatus = renewed.error().httpStatus;
        tellAll(std::unexpected(error));
        return;
    }
    tellAll(std::unexpected(renewed.error()));
}

void RenewedToken::take(const Grant &grant)
{
    m_token = grant.accessToken;
    m_expiresAt = grant.expiresAt;
    m_wasRefused = false;
}

void RenewedToken::tellAll(const Result<Secret> &result)
{
    const auto waiting = std::exchange(m_waiting, {});
    for (const Completion<Secret> &one : waiting) {
        one.complete(result);
    }
}

void RenewedToken::refused(const Secret &token)
{
    if (m_token.isEmpty() || !(token == m_token)) {
        return; // an old one: there is another by now
    }
    const bool isAgain = m_replacedAt.isValid() && m_replacedAt.secsTo(m_http.clock().now()) < soon;
    m_isDead = m_isDead || isAgain;
    m_token = Secret();
    m_wasRefused = true;
}

void RenewedToken::connectedAgain(const Grant &grant)
{
    m_scope.requestStop(); // a renewal with the old refresh token says nothing any more
    m_isRenewing = false;
    m_isDead = false;
    m_replacedAt = QDateTime();
    take(grant);
    tellAll(m_token);
}

void RenewedToken::forget()
{
    m_scope.requestStop();
    m_isRenewing = false;
    m_isDead = false;
    m_wasRefused = false;
    m_token = Secret();
    tellAll(failure(ErrorKind::unauthorised,
                    Tr::tr("%1 is no longer connected with %2.").arg(m_account, m_client.name)));
}

} // namespace crema::account
