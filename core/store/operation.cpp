// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/operation.h"

namespace crema::store {

QString originName(Origin origin)
{
    switch (origin) {
    case Origin::user:
        return QStringLiteral("user");
    case Origin::job:
        return QStringLiteral("job");
    case Origin::import:
        return QStringLiteral("import");
    case Origin::sync:
        return QStringLiteral("sync");
    case Origin::migration:
        return QStringLiteral("migration");
    case Origin::mailbox:
        return QStringLiteral("mailbox");
    }
    return {};
}

QString purgedField()
{
    return QStringLiteral("@purged");
}

} // namespace crema::store
