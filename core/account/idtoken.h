// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

namespace crema::account {

/// What is expected of an id_token.
struct IdTokenCheck
{
    QStringList issuers;
    QString clientId;
    QByteArray nonce;
    QDateTime now;
};

/// Who signed in, as the id_token says it.
struct Identity
{
    QString email; ///< lower case; empty when it is not verified or not there
    QString name;
};

/// Reads a token that came straight from the token endpoint, whose connection stands for its signature
/// (OpenID Connect Core 1.0, 3.1.3.7): issuer, audience, expiry and nonce are checked. badAnswer, saying
/// which does not fit.
[[nodiscard]] Result<Identity> identityIn(const QString &idToken, const IdTokenCheck &check);

} // namespace crema::account
