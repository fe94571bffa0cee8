// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/oauth.h"

#include "account/idtoken.h"
#include "account/loopbackreceiver.h"
#include "account/pkce.h"
#include "account/refusals.h"
#include "account/tokenwire.h"
#include "base/json.h"

#include <QCoreApplication>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace crema::account {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crema::account)
};

/// What belongs to one attempt and to no other.
struct Attempt
{
    QByteArray state = unguessable(32);
    QByteArray nonce; ///< with "openid" only
    QByteArray verifier = newVerifier();
    QUrl redirectUri;
};

QUrl authorisationUrl(const OAuthClient &client, const Asking &asking, const Attempt &attempt)
{
    QUrlQuery query(client.authUrl);
    const auto add = [&query](const QString &name, const QString &value) {
        if (!value.isEmpty()) {
            // addQueryItem would leave '+' as it is, and servers read that as a blank.
            query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        }
    };
    add(u"client_id"_s, client.id);
    add(u"redirect_uri"_s, attempt.redirectUri.toString(QUrl::FullyEncoded));
    add(u"response_type"_s, u"code"_s);
    add(u"scope"_s, asking.scopes.join(u' '));
    add(u"code_challenge"_s, QString::fromLatin1(challengeOf(attempt.verifier)));
    add(u"code_challenge_method"_s, u"S256"_s);
    add(u"state"_s, QString::fromLatin1(attempt.state));
    add(u"nonce"_s, QString::fromLatin1(attempt.nonce));
    add(u"login_hint"_s, asking.loginHint);
    add(u"prompt"_s, asking.askAgain ? u"consent"_s : QString());
    QUrl url = client.authUrl;
    url.setQuery(query);
    return url;
}

net::Request exchangeRequest(const OAuthClient &client, const Attempt &attempt, const QByteArray &code)
{
    net::Request request = tokenRequest(client, client.tokenUrl,
                                        {{"grant_type", "authorization_code"},
                                         {"code", code},
                                         {"code_verifier", attempt.verifier},
                                         {"redirect_uri", attempt.redirectUri.toEncoded()},
                                         {"client_id", client.id.toUtf8()},
                                         {"client_secret", client.secret.reveal()}});
    request.purpose = Tr::tr("Connect the account");
    return request;
}

/// The grant with who gave it.
Result<Grant> checkedGrant(const net::Response &response, const OAuthClient &client, const Asking &asking,
                           const Attempt &attempt, const QDateTime &asked)
{
    auto grant = grantOf(response, client, asking.scopes, asked);
    if (!grant) {
        return grant;
    }
    if (grant->refreshToken.isEmpty()) {
        return failure(ErrorKind::badAnswer,
                       Tr::tr("%1 gave access for an hour only. Remove Crema from the programs connected "
                              "with your %1 account, then connect again.")
                               .arg(client.name),
                       Tr::tr("the token endpoint gave no refresh token"));
    }
    const QByteArray idToken = idTokenOf(response);
    if (idToken.isEmpty()) {
        return grant;
    }
    auto identity = identityOf(idToken, client, attempt.nonce, response.at);
    if (!identity) {
        const QString hint = clockHint(response);
        identity.error().text += hint.isEmpty() ? QString() : u' ' + hint;
        return std::unexpected(identity.error());
    }
    grant->email = identity->email;
    grant->name = identity->name;
    return grant;
}

Task<Result<Grant>> exchanged(net::Client *http, OAuthClient client, Asking asking, Attempt attempt,
                              QByteArray code, std::stop_token stop)
{
    const net::Request request = exchangeRequest(client, attempt, code);
    const QDateTime asked = http->clock().now();
    const auto response = co_await http->send(request, std::move(stop));
    if (!response) {
        co_return std::unexpected(response.error());
    }
    if (auto error = tokenError(*response, request, client, Step::exchange)) {
        co_return std::unexpected(*std::move(error));
    }
    co_return checkedGrant(*response, client, asking, attempt, asked);
}

/// What the browser brought: the code, or why there is none.
Result<QByteArray> codeOf(const RedirectAnswer &answer, const OAuthClient &client)
{
    if (!answer.error.isEmpty()) {
        return std::unexpected(refusalOf(answer.error, client.name));
    }
    // RFC 9207: an answer that names another server was meant for another attempt.
    if (!answer.issuer.isEmpty() && !isIssuerOf(client, QUrl(QString::fromUtf8(answer.issuer)))) {
        return failure(ErrorKind::badAnswer,
                       Tr::tr("The answer in the browser came from another server than %1. Nothing was "
                              "connected; try again.")
                               .arg(client.name));
    }
    return answer.code;
}

Result<> sent(const OAuthClient &client, const BrowserOpener &open, const QUrl &url)
{
    if (!open || !open(url)) {
        return failure(ErrorKind::internal,
                       Tr::tr("No browser could be opened. The address for connecting with %1 was: %2")
                               .arg(client.name, url.toString(QUrl::FullyEncoded)));
    }
    return {};
}

std::unexpected<Error> notSetUp()
{
    return failure(ErrorKind::internal,
                   Tr::tr("This installation of Crema has no client of the mail service. Whoever set up "
                          "Crema can add one."));
}

} // namespace

Task<Result<Grant>> authorise(net::Client *http, OAuthClient client, Asking asking, BrowserOpener open,
                              std::stop_token stop, std::chrono::milliseconds patience)
{
    if (!client.isSetUp()) {
        co_return notSetUp();
    }
    if (stop.stop_requested()) {
        co_return failure(ErrorKind::cancelled, Tr::tr("Connecting the account was cancelled."));
    }
    Attempt attempt;
    attempt.nonce = asking.scopes.contains(u"openid"_s) ? unguessable(32) : QByteArray();
    LoopbackReceiver receiver(attempt.state, client.name);
    if (const auto listening = receiver.listen(); !listening) {
        co_return std::unexpected(listening.error());
    }
    attempt.redirectUri = receiver.redirectUri();
    if (const auto opened = sent(client, open, authorisationUrl(client, asking, attempt)); !opened) {
        co_return std::unexpected(opened.error());
    }
    const auto answer = co_await receiver.answer(patience, stop);
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    auto code = codeOf(*answer, client);
    Result<Grant> grant = std::unexpected(code ? Error() : code.error());
    if (code) {
        grant = co_await exchanged(http, client, asking, attempt, *code, stop);
    }
    co_await receiver.pageDelivered(stop);
    co_return grant;
}

Task<Result<Grant>> renew(net::Client *http, OAuthClient client, Secret refreshToken, std::stop_token stop)
{
    if (!client.isSetUp()) {
        co_return notSetUp();
    }
    const Form form {{"grant_type", "refresh_token"},
                     {"refresh_token", refreshToken.reveal()},
                     {"client_id", client.id.toUtf8()},
                     {"client_secret", client.secret.reveal()}};
    net::Request request = tokenRequest(client, client.tokenUrl, form);
    request.purpose = Tr::tr("Renew the access to the account");
    request.repeat = net::Repeat::idempotent;
    const QDateTime asked = http->clock().now();
    const auto response = co_await http->send(request, std::move(stop));
    if (!response) {
        co_return std::unexpected(response.error());
    }
    if (auto error = tokenError(*response, request, client, Step::renewal)) {
        co_return std::unexpected(*std::move(error));
    }
    co_return grantOf(*response, client, {}, asked);
}

Task<Result<>> revoke(net::Client *http, OAuthClient client, Secret token, std::stop_token stop)
{
    if (!client.revokeUrl.isValid()) {
        co_return failure(ErrorKind::notFound,
                          Tr::tr("%1 has no address where access can be ended. Remove Crema there by hand.")
                                  .arg(client.name));
    }
    net::Request request = tokenRequest(client, client.revokeUrl, {{"token", token.reveal()}});
    request.purpose = Tr::tr("End the access to the account");
    request.repeat = net::Repeat::idempotent;
    const auto response = co_await http->send(request, std::move(stop));
    if (!response) {
        co_return std::unexpected(response.error());
    }
    const QString word = textAt(parseJson(response->body).value_or(Json()), "error");
    const bool isDeadAlready = response->status == 400
            && (word == "invalid_token"_L1 || word == "invalid_grant"_L1);
    if (auto error = tokenError(*response, request, client, Step::revocation); error && !isDeadAlready) {
        co_return std::unexpected(*std::move(error));
    }
    co_return Result<> {};
}

} // namespace crema::account
