// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/redaction.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace crema::net {

namespace {

const QString gap = u"[hidden]"_s;

/// name=value, name: value and "name": "value", with the usual names of credentials.
const QRegularExpression &namedSecrets()
{
    static const QRegularExpression pattern(
            uR"re((?<![a-z])("?(?:api[-_]?key|x-api-key|key|code|code_verifier|token|access_token|refresh_token|id_token|client_secret|password|secret|authorization|cookie|set-cookie)"?\s*[=:]\s*)("[^"]*"|(?:(?:bearer|basic)\s+)?[^\s&,;"'}\]]+))re"_s,
            QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

/// Credentials that show themselves.
const QRegularExpression &bareSecrets()
{
    static const QRegularExpression pattern(
            uR"re(\bbearer\s+[A-Za-z0-9._~+/=-]{6,}|\bbasic\s+[A-Za-z0-9+/]{8,}={0,2}|\b(?:sk|rk|pk)[-_][A-Za-z0-9_-]{8,}|\bya29\.[A-Za-z0-9._-]+|\bwhsec_[A-Za-z0-9+/=]+)re"_s,
            QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

} // namespace

QString redacted(const QString &text, const QVector<SecretHeader> &secrets)
{
    QString result = text;
    for (const SecretHeader &secret : secrets) {
        const QString value = QString::fromUtf8(secret.value.reveal());
        if (!value.isEmpty()) {
            result.replace(value, gap);
            result.replace(QString::fromLatin1(QUrl::toPercentEncoding(value)), gap);
        }
    }
    result.replace(namedSecrets(), u"\\1"_s + gap);
    result.replace(bareSecrets(), gap);
    return result;
}

QString hostOf(const QUrl &url)
{
    return url.port() < 0 ? url.host() : u"%1:%2"_s.arg(url.host()).arg(url.port());
}

QString placeOf(const QUrl &url)
{
    return hostOf(url) + url.path(QUrl::FullyEncoded);
}

} // namespace crema::net
