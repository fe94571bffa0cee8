// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

namespace crema::store {

/// Where a record that is named on the command line must be.
enum class Whereabouts { live, inTrash, merged };

/// The one record of `kind` there whose id begins with `prefix`; an exact id comes before longer ones.
/// Records elsewhere do not make a prefix ambiguous. rejectedInput when several begin with it; notFound
/// otherwise, with the place where the record is instead ("is in the trash").
[[nodiscard]] Result<QString> resolveId(const Reader &reader, Kind kind, const QString &prefix,
                                        Whereabouts whereabouts);

} // namespace crema::store
