// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/importplan.h"

#include <QCoreApplication>

namespace crema::contacts {

Error importCancelled()
{
    return {.kind = ErrorKind::cancelled,
            .text = QCoreApplication::translate("import", "The import was cancelled; nothing was changed."),
            .detail = {},
            .retryAfter = {}};
}

} // namespace crema::contacts
