// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/idtoken.h"

#include "base/json.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::account {

namespace {

constexpr int leewaySeconds = 5 * 60;

QString tr(const char *text)
{
    return QCoreApplication::translate("account", text);
}

/// One spelling of an issuer; the names of this computer are one.
QString issuerOf(QString text)
{
    while (text.endsWith(u'/')) {
        text.chop(1);
    }
    QUrl url(text);
    if (url.host() == "localhost"_L1 || url.host() == "::1"_L1) {
        url.setHost(u"127.0.0.1"_s);
        return url.toString();
    }
    return text;
}

bool isOneOf(const QString &issuer, const QStringList &issuers)
{
    return std::ranges::any_of(issuers,
                               [&](const QString &own) { return issuerOf(own) == issuerOf(issuer); });
}

bool isFor(const Json &claims, const QString &clientId)
{
    return textAt(claims, "aud") == clientId || textsAt(claims, "aud").contains(clientId);
}

std::unexpected<Error> misfit(const QString &what)
{
    return failure(
            ErrorKind::badAnswer,
            tr("The sign-in answer does not fit what was asked (%1); nothing was connected.").arg(what));
}

} // namespace

Result<Identity> identityIn(const QString &idToken, const IdTokenCheck &check)
{
    const QStringList parts = idToken.split(u'.');
    const auto claims = parseJson(
            QByteArray::fromBase64(parts.value(1).toLatin1(), QByteArray::Base64UrlEncoding));
    if (parts.size() != 3 || !claims || !claims->is_object()) {
        return misfit(tr("its identity cannot be read"));
    }
    if (!isOneOf(textAt(*claims, "iss"), check.issuers)) {
        return misfit(tr("another server signed it"));
    }
    if (!isFor(*claims, check.clientId)) {
        return misfit(tr("it is for another program"));
    }
    if (textAt(*claims, "nonce").toUtf8() != check.nonce) {
        return misfit(tr("it belongs to another sign-in"));
    }
    const auto expiry = intOf(member(*claims, "exp"));
    if (!expiry || *expiry + leewaySeconds < check.now.toSecsSinceEpoch()) {
        return failure(
                ErrorKind::badAnswer,
                tr("The sign-in answer is out of date by this computer's clock; nothing was connected. "
                   "Check the date and time of this computer."));
    }
    Identity identity;
    identity.name = textAt(*claims, "name");
    const Json &verified = member(*claims, "email_verified");
    if (verified.is_null() || verified == Json(true) || textOf(verified) == "true"_L1) {
        identity.email = textAt(*claims, "email").toLower();
    }
    return identity;
}

} // namespace crema::account
