// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/tokenwire.h"

#include "account/refusals.h"
#include "account/scopes.h"
#include "base/json.h"
#include "net/failures.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace crema::account {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crema::account)
};

constexpr qint64 usualLifetime = 3600; ///< seconds, when the server does not say
constexpr qint64 longestLifetime = 30LL * 24 * 3600;
constexpr qint64 clockTolerance = 300;
const QString deadGrant = u"invalid_grant"_s;

Json bodyOf(const net::Response &response)
{
    return parseJson(response.body).value_or(Json());
}

/// Goes into a header: visible ASCII or nothing.
bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; });
}

QStringList scopesIn(const Json &json)
{
    QStringList scopes;
    const QString all = textsAt(json, "scope").join(u' ');
    for (const QString &scope : all.split(QRegularExpression(u"[\\s,]+"_s), Qt::SkipEmptyParts)) {
        const QString plain = normalisedScope(scope);
        if (!scopes.contains(plain)) {
            scopes << plain;
        }
    }
    return scopes;
}

qint64 lifetimeIn(const Json &json)
{
    const double number = numberAt(json, "expires_in", static_cast<double>(usualLifetime));
    const qint64 seconds = intAt(json, "expires_in", static_cast<qint64>(std::clamp(number, 0.0, 1e9)));
    return std::clamp<qint64>(seconds, 0, longestLifetime);
}

std::unexpected<Error> grantsNothing(const OAuthClient &client, const QString &detail)
{
    return failure(ErrorKind::badAnswer,
                   Tr::tr("%1 answered without giving the access that was asked for. Try again later.")
                           .arg(client.name),
                   detail);
}

QString withHint(const QString &text, const QString &hint)
{
    return hint.isEmpty() ? text : text + u' ' + hint;
}

QString wordsForInvalidGrant(const OAuthClient &client, Step step)
{
    return step == Step::renewal ? Tr::tr("The connection with %1 has ended: its permission was withdrawn or "
                                          "has run out. Connect the account again.")
                                           .arg(client.name)
                                 : Tr::tr("%1 did not take the answer of the browser: it was used already or "
                                          "is too old. Nothing was connected; try again.")
                                           .arg(client.name);
}

} // namespace

QByteArray formBody(const Form &form)
{
    QByteArray body;
    for (const auto &[name, value] : form) {
        if (value.isEmpty()) {
            continue;
        }
        body += (body.isEmpty() ? "" : "&") + name + '=' + value.toPercentEncoding();
    }
    return body;
}

net::Request tokenRequest(const OAuthClient &client, const QUrl &url, const Form &form)
{
    net::Request request;
    request.method = "POST";
    request.url = url;
    request.headers = {{"Accept", "application/json"}};
    request.contentType = "application/x-www-form-urlencoded";
    request.body = formBody(form);
    request.timeouts.total = 40s;
    request.maxBytes = 1'000'000;
    request.service = client.name;
    return request;
}

Result<Grant> grantOf(const net::Response &response, const OAuthClient &client, const QStringList &scopes,
                      const QDateTime &asked)
{
    const Json json = bodyOf(response);
    if (!json.is_object()) {
        return grantsNothing(client, Tr::tr("the token endpoint gave no JSON object"));
    }
    const QByteArray access = textAt(json, "access_token").toUtf8();
    if (!isToken(access)) {
        return grantsNothing(client, Tr::tr("the token endpoint gave no usable token"));
    }
    const QString type = textAt(json, "token_type");
    if (!type.isEmpty() && type.compare("bearer"_L1, Qt::CaseInsensitive) != 0) {
        return grantsNothing(client, Tr::tr("the token endpoint gave a token of another type than Bearer"));
    }
    Grant grant;
    grant.accessToken = Secret(QByteArrayView(access));
    grant.refreshToken = Secret(textAt(json, "refresh_token"));
    grant.expiresAt = asked.addSecs(lifetimeIn(json));
    grant.scopes = scopesIn(json);
    if (grant.scopes.isEmpty()) {
        grant.scopes = scopes;
    }
    return grant;
}

QByteArray idTokenOf(const net::Response &response)
{
    return textAt(bodyOf(response), "id_token").toUtf8();
}

std::optional<Error> tokenError(const net::Response &response, const net::Request &request,
                                const OAuthClient &client, Step step)
{
    auto error = net::statusError(response, request);
    if (!error) {
        return error;
    }
    const Json json = bodyOf(response);
    const QString word = errorWord(textAt(json, "error").toUtf8());
    if (!word.isEmpty()) {
        error->detail += u", "_s + word;
    }
    if (response.status >= 500 || response.status == 429) {
        return error;
    }
    if (word == deadGrant) {
        error->kind = ErrorKind::unauthorised;
        error->text = withHint(wordsForInvalidGrant(client, step), clockHint(response));
    } else if (word == "invalid_client"_L1 || word == "unauthorized_client"_L1
               || word == "deleted_client"_L1) {
        error->kind = ErrorKind::unauthorised;
        error->text =
                Tr::tr("%1 does not know this installation of Crema: its client id or client secret is "
                       "wrong. Connecting the account again does not mend this; whoever set up Crema can.")
                        .arg(client.name);
    } else if (word == "invalid_scope"_L1) {
        *error = refusalOf(word.toLatin1(), client.name);
        error->httpStatus = response.status;
    }
    return error;
}

bool isDeadGrant(const Error &error)
{
    return error.kind == ErrorKind::unauthorised && error.detail.endsWith(u", "_s + deadGrant);
}

QString clockHint(const net::Response &response)
{
    const QByteArray date = response.header("date");
    QDateTime theirs = QLocale::c().toDateTime(QString::fromLatin1(date),
                                               u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    theirs.setTimeSpec(Qt::UTC);
    if (!theirs.isValid() || std::abs(theirs.secsTo(response.at)) <= clockTolerance) {
        return {};
    }
    return Tr::tr("The date and time of this computer differ much from the server's: check them first.");
}

} // namespace crema::account
