// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/oauth.h"

#include "account/idtoken.h"
#include "account/loopbackreceiver.h"
#include "account/oautherrors.h"
#include "account/pkce.h"
#include "async/delay.h"
#include "base/json.h"

#include <QCoreApplication>
#include <QTimer>
#include <QUrlQuery>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace crema::account {

namespace {

constexpr int stateBytes = 32;
constexpr int verifierBytes = 48;
constexpr int usualLifetime = 3600; ///< seconds, of an access token whose server says none

QString tr(const char *text)
{
    return QCoreApplication::translate("account", text);
}

using Parameters = QVector<std::pair<QString, QString>>;

/// application/x-www-form-urlencoded: also '+', which servers would read as a blank.
QByteArray encoded(const Parameters &parameters)
{
    QByteArrayList pairs;
    for (const auto &[name, value] : parameters) {
        pairs << QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return pairs.join('&');
}

/// What one sign-in must find again in its answers.
struct Attempt
{
    QByteArray state = randomWord(stateBytes);
    QByteArray nonce = randomWord(stateBytes);
    QByteArray verifier = randomWord(verifierBytes);
    QString redirectUri;
};

QUrl authorizationUrl(const OAuthClient &client, const Asking &asking, const Attempt &attempt)
{
    Parameters parameters {{u"client_id"_s, client.id},
                           {u"redirect_uri"_s, attempt.redirectUri},
                           {u"response_type"_s, u"code"_s},
                           {u"scope"_s, asking.scopes.join(u' ')},
                           {u"state"_s, QString::fromLatin1(attempt.state)},
                           {u"nonce"_s, QString::fromLatin1(attempt.nonce)},
                           {u"code_challenge"_s, QString::fromLatin1(challengeOf(attempt.verifier))},
                           {u"code_challenge_method"_s, u"S256"_s},
                           {u"access_type"_s, u"offline"_s}};
    if (!asking.loginHint.isEmpty()) {
        parameters.push_back({u"login_hint"_s, asking.loginHint});
    }
    if (asking.askAgain) {
        parameters.push_back({u"prompt"_s, u"consent"_s});
    }
    QUrl url = client.authUrl;
    QByteArray query = url.query(QUrl::FullyEncoded).toLatin1();
    if (!query.isEmpty()) {
        query += '&';
    }
    url.setQuery(QString::fromLatin1(query + encoded(parameters)), QUrl::StrictMode);
    return url;
}

net::Request tokenRequest(const OAuthClient &client, const Parameters &parameters, const QString &purpose)
{
    Parameters all = parameters;
    all.push_back({u"client_id"_s, client.id});
    if (!client.secret.isEmpty()) {
        all.push_back({u"client_secret"_s, QString::fromUtf8(client.secret.reveal())});
    }
    net::Request request;
    request.method = "POST";
    request.url = client.tokenUrl;
    request.headers = {{"Accept", "application/json"}};
    request.contentType = "application/x-www-form-urlencoded";
    request.body = encoded(all);
    request.service = client.name;
    request.purpose = purpose;
    return request;
}

/// "email" and "profile" come back by their long names.
QStringList scopesIn(const Json &json, const QStringList &asked)
{
    const QString text = textAt(json, "scope");
    if (text.isEmpty()) {
        return asked; // RFC 6749, 5.1: left out when it is what was asked for
    }
    QStringList scopes = text.split(u' ', Qt::SkipEmptyParts);
    for (QString &scope : scopes) {
        for (const QString &word : {u"email"_s, u"profile"_s}) {
            if (scope == u"https://www.googleapis.com/auth/userinfo."_s + word) {
                scope = word;
            }
        }
    }
    return scopes;
}

Result<Grant> grantFrom(const net::Response &response, const QString &server, const QStringList &asked)
{
    const auto json = parseJson(response.body);
    Grant grant;
    grant.accessToken = Secret(json ? textAt(*json, "access_token") : QString());
    if (grant.accessToken.isEmpty()) {
        return failure(ErrorKind::badAnswer,
                       tr("%1 answered the sign-in with something that is not understood.").arg(server));
    }
    const auto seconds = intOf(member(*json, "expires_in"));
    const QString text = textAt(*json, "expires_in");
    const qint64 lifetime = seconds ? *seconds : text.isEmpty() ? usualLifetime : text.toLongLong();
    grant.expiresAt = response.at.addSecs(std::max<qint64>(0, lifetime));
    grant.refreshToken = Secret(textAt(*json, "refresh_token"));
    grant.scopes = scopesIn(*json, asked);
    return grant;
}

QString originOf(const QUrl &url)
{
    return url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo)
            .toString();
}

QStringList issuersOf(const OAuthClient &client)
{
    if (client.authUrl.host() == "accounts.google.com"_L1) {
        return {u"https://accounts.google.com"_s, u"accounts.google.com"_s};
    }
    return {originOf(client.authUrl), originOf(client.tokenUrl)};
}

Result<> takeIdentity(Grant &grant, const net::Response &response, const OAuthClient &client,
                      const Attempt &attempt)
{
    const auto json = parseJson(response.body);
    const QString idToken = json ? textAt(*json, "id_token") : QString();
    if (idToken.isEmpty()) {
        return {};
    }
    const auto identity = identityIn(idToken, {issuersOf(client), client.id, attempt.nonce, response.at});
    if (!identity) {
        return std::unexpected(identity.error());
    }
    grant.email = identity->email;
    grant.name = identity->name;
    return {};
}

Task<Result<Grant>> exchange(net::Client *http, OAuthClient client, Asking asking, Attempt attempt,
                             QString code, std::stop_token stop)
{
    net::Request request = tokenRequest(client,
                                        {{u"grant_type"_s, u"authorization_code"_s},
                                         {u"code"_s, code},
                                         {u"code_verifier"_s, QString::fromLatin1(attempt.verifier)},
                                         {u"redirect_uri"_s, attempt.redirectUri}},
                                        tr("Connect an account"));
    auto sending = http->send(request, std::move(stop));
    const auto response = co_await sending;
    if (!response) {
        co_return std::unexpected(response.error());
    }
    if (const auto error = tokenError(*response, request, client.name, false)) {
        co_return std::unexpected(*error);
    }
    auto grant = grantFrom(*response, client.name, asking.scopes);
    if (!grant) {
        co_return grant;
    }
    if (grant->refreshToken.isEmpty()) {
        co_return failure(
                ErrorKind::badAnswer,
                tr("%1 gave no lasting permission, so the connection would end within the hour. Remove "
                   "Crema from your account's third-party access there, then connect again.")
                        .arg(client.name));
    }
    if (const auto known = takeIdentity(*grant, *response, client, attempt); !known) {
        co_return std::unexpected(known.error());
    }
    co_return grant;
}

/// Ends the wait of a receiver when the user cancels or never answers.
class Patience final
{
public:
    Patience(LoopbackReceiver &receiver, std::chrono::milliseconds patience, std::stop_token stop)
        : m_onStop(std::move(stop), GiveUp {&receiver})
    {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &receiver, [&receiver] {
            receiver.giveUp(
                    {ErrorKind::timeout,
                     tr("Nobody answered in the browser; nothing was connected. Try again when you are "
                        "ready."),
                     {},
                     {},
                     0});
        });
        m_timer.start(patience);
    }

private:
    struct GiveUp
    {
        LoopbackReceiver *receiver;
        void operator()() const
        {
            // May come from any thread; the receiver lives on its own.
            QMetaObject::invokeMethod(receiver, [own = receiver] {
                own->giveUp({ErrorKind::cancelled, tr("Cancelled; nothing was connected."), {}, {}, 0});
            });
        }
    };

    QTimer m_timer;
    std::stop_callback<GiveUp> m_onStop;
};

Task<Result<Redirected>> askUser(OAuthClient client, Asking asking, Attempt *attempt, BrowserOpener open,
                                 std::stop_token stop, std::chrono::milliseconds patience)
{
    LoopbackReceiver receiver(attempt->state);
    if (!receiver.listen()) {
        co_return failure(
                ErrorKind::internal,
                tr("This computer lets no program wait for the browser's answer on 127.0.0.1; a firewall "
                   "may forbid it. Nothing was connected."));
    }
    attempt->redirectUri = receiver.redirectUri().toString(QUrl::FullyEncoded);
    auto answer = receiver.answer();
    const Patience limit(receiver, patience, stop);
    const QUrl url = authorizationUrl(client, asking, *attempt);
    if (!open(url)) {
        co_return failure(ErrorKind::internal,
                          tr("No browser could be opened. Open this address yourself and try again: %1")
                                  .arg(url.toString(QUrl::FullyEncoded)));
    }
    auto redirected = co_await answer;
    co_return redirected;
}

} // namespace

Task<Result<Grant>> authorise(net::Client *http, OAuthClient client, Asking asking, BrowserOpener open,
                              std::stop_token stop, std::chrono::milliseconds patience)
{
    Attempt attempt;
    auto asked = askUser(client, asking, &attempt, std::move(open), stop, patience);
    const auto redirected = co_await asked;
    if (!redirected) {
        co_return std::unexpected(redirected.error());
    }
    if (!redirected->error.isEmpty()) {
        co_return std::unexpected(redirectError(redirected->error, client.name));
    }
    co_return co_await exchange(http, client, asking, attempt, redirected->code, std::move(stop));
}

Task<Result<Grant>> renew(net::Client *http, OAuthClient client, Secret refreshToken, std::stop_token stop)
{
    net::Request request = tokenRequest(client,
                                        {{u"grant_type"_s, u"refresh_token"_s},
                                         {u"refresh_token"_s, QString::fromUtf8(refreshToken.reveal())}},
                                        tr("Renew the connection of an account"));
    request.repeat = net::Repeat::idempotent;
    auto sending = http->send(request, std::move(stop));
    const auto response = co_await sending;
    if (!response) {
        co_return std::unexpected(response.error());
    }
    if (const auto error = tokenError(*response, request, client.name, true)) {
        co_return std::unexpected(*error);
    }
    co_return grantFrom(*response, client.name, {});
}

Task<Result<>> revoke(net::Client *http, OAuthClient client, Secret token, std::stop_token stop)
{
    net::Request request;
    request.method = "POST";
    request.url = client.revokeUrl;
    request.contentType = "application/x-www-form-urlencoded";
    request.body = encoded({{u"token"_s, QString::fromUtf8(token.reveal())}});
    request.repeat = net::Repeat::idempotent;
    request.service = client.name;
    request.purpose = tr("Disconnect an account");
    auto sending = http->send(request, std::move(stop));
    const auto response = co_await sending;
    if (!response) {
        co_return std::unexpected(response.error());
    }
    const auto json = parseJson(response->body);
    const bool isDead = response->status == 400 && json && textAt(*json, "error") == "invalid_token"_L1;
    if (const auto error = tokenError(*response, request, client.name, false); error && !isDead) {
        co_return std::unexpected(*error);
    }
    co_return Result<> {};
}

} // namespace crema::account
