// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http.h"

#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::net {

QByteArray Response::header(QByteArrayView name) const
{
    const auto found = std::ranges::find_if(
            headers, [name](const Header &header) { return QByteArrayView(header.name) == name; });
    return found == headers.end() ? QByteArray() : found->value;
}

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    // Not QHostAddress alone: it would ask nobody about "localhost".
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

} // namespace crema::net
