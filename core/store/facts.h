// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

#include <QHash>

namespace crema::store {

/// The newest value of this fact of every record that has one, by record; those whose newest value is empty
/// are left out.
[[nodiscard]] Result<QHash<QString, QString>> factsNamed(const Reader &reader, const QString &name);

} // namespace crema::store
