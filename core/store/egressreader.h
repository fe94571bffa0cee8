// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/operation.h"
#include "store/reader.h"

namespace crema::store {

/// What left this computer, newest first. `text` is looked for in the service, the host, the purpose and the
/// kinds of personal data; all when empty.
[[nodiscard]] Result<QVector<EgressRow>> readEgress(const Reader &reader, const QString &text = {},
                                                    int limit = 1000);

} // namespace crema::store
