// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/idtoken.h"

#include "account/pkce.h"
#include "base/json.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::account {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crema::account)
};

constexpr qint64 leewaySeconds = 300;

/// A loopback host by any of its names.
QUrl plainLoopback(QUrl url)
{
    if (net::isLoopback(url)) {
        url.setHost(u"127.0.0.1"_s);
    }
    return url;
}

std::unexpected<Error> unfit(const OAuthClient &client, const QString &what)
{
    return failure(ErrorKind::badAnswer,
                   Tr::tr("%1 gave a proof of the account that does not fit what was asked (%2). Nothing was "
                          "connected; try again.")
                           .arg(client.name, what),
                   u"id_token: "_s + what);
}

std::optional<Json> payloadOf(const QByteArray &idToken)
{
    const QList<QByteArray> parts = idToken.split('.');
    if (parts.size() != 3) {
        return std::nullopt;
    }
    const auto bytes = QByteArray::fromBase64Encoding(
            parts.at(1), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    auto json = bytes ? parseJson(*bytes) : failure(ErrorKind::badAnswer, {});
    return json && json->is_object() ? std::optional(*std::move(json)) : std::nullopt;
}

bool isFor(const Json &payload, const QString &clientId)
{
    const QStringList audience = textsAt(payload, "aud");
    const QString party = textAt(payload, "azp");
    return audience.contains(clientId) && (party.isEmpty() || party == clientId);
}

} // namespace

bool isIssuerOf(const OAuthClient &client, const QUrl &issuer)
{
    const QString google = u"accounts.google.com"_s;
    if (client.authUrl.host() == google) {
        return issuer == QUrl(u"https://"_s + google) || issuer == QUrl(google);
    }
    const QUrl plain = plainLoopback(issuer);
    return net::isSameOrigin(plain, plainLoopback(client.authUrl))
            || net::isSameOrigin(plain, plainLoopback(client.tokenUrl));
}

Result<Identity> identityOf(const QByteArray &idToken, const OAuthClient &client, const QByteArray &nonce,
                            const QDateTime &now)
{
    const auto payload = payloadOf(idToken);
    if (!payload) {
        return unfit(client, Tr::tr("it cannot be read"));
    }
    if (!isIssuerOf(client, QUrl(textAt(*payload, "iss")))) {
        return unfit(client, Tr::tr("it is from somebody else"));
    }
    if (!isFor(*payload, client.id)) {
        return unfit(client, Tr::tr("it is for another program"));
    }
    const double expires = numberAt(*payload, "exp", static_cast<double>(intAt(*payload, "exp")));
    if (expires + leewaySeconds < static_cast<double>(now.toSecsSinceEpoch())) {
        return unfit(client, Tr::tr("it has expired"));
    }
    if (!nonce.isEmpty() && !isSameSecret(textAt(*payload, "nonce").toUtf8(), nonce)) {
        return unfit(client, Tr::tr("it belongs to another attempt"));
    }
    const bool isUnverified = !boolAt(*payload, "email_verified", true)
            || textAt(*payload, "email_verified") == "false"_L1;
    return Identity {isUnverified ? QString() : textAt(*payload, "email").trimmed().toLower(),
                     textAt(*payload, "name").simplified()};
}

} // namespace crema::account
