// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/pkce.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace crema::account {

namespace {

constexpr auto urlSafe = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

QByteArray unguessable(int bytes)
{
    QByteArray random(bytes, Qt::Uninitialized);
    for (char &byte : random) {
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    }
    return random.toBase64(urlSafe);
}

QByteArray newVerifier()
{
    return unguessable(48);
}

QByteArray challengeOf(const QByteArray &verifier)
{
    return QCryptographicHash::hash(verifier, QCryptographicHash::Sha256).toBase64(urlSafe);
}

bool isSameSecret(QByteArrayView a, QByteArrayView b)
{
    if (a.size() != b.size()) {
        return false;
    }
    int difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        difference |= a[i] ^ b[i];
    }
    return difference == 0;
}

} // namespace crema::account
