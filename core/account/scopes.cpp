// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/scopes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::account {

QString normalisedScope(const QString &scope)
{
    const QString userInfo = u"https://www.googleapis.com/auth/userinfo."_s;
    return scope.startsWith(userInfo) ? scope.mid(userInfo.size()) : scope;
}

bool hasScopes(const Grant &grant, const QStringList &scopes)
{
    QStringList granted;
    for (const QString &scope : grant.scopes) {
        granted << normalisedScope(scope);
    }
    return std::ranges::all_of(
            scopes, [&granted](const QString &scope) { return granted.contains(normalisedScope(scope)); });
}

} // namespace crema::account
