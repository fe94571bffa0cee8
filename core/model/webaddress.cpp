// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/webaddress.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace crema {

bool isWebAddress(const QUrl &url)
{
    const bool web = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    // "https://www.linkedin.com@elsewhere.example" leads elsewhere.
    return url.isValid() && web && url.host().contains(u'.') && url.userInfo().isEmpty();
}

} // namespace crema
