// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/pkce.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace crema::account {

namespace {
constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
}

QByteArray randomWord(int bytes)
{
    QByteArray random;
    random.reserve(bytes);
    for (int i = 0; i < bytes; ++i) {
        random += static_cast<char>(QRandomGenerator::system()->bounded(256));
    }
    return random.toBase64(base64Url);
}

QByteArray challengeOf(const QByteArray &verifier)
{
    return QCryptographicHash::hash(verifier, QCryptographicHash::Sha256).toBase64(base64Url);
}

bool isSame(QByteArrayView a, QByteArrayView b)
{
    if (a.size() != b.size()) {
        return false;
    }
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    }
    return difference == 0;
}

} // namespace crema::account
