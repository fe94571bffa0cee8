// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace crema::store {

/// A wrong byte in a packed database may unpack to more or fewer bytes than there were, and everything behind
/// it is shifted. Puts the pages behind the likeliest such place where they belong: whole pages from the
/// beginning up to it, whole pages up to the end behind it. A file of whole pages, or
/// one that was cut off, stays as it is.
[[nodiscard]] Result<> alignPages(const QString &databasePath);

} // namespace crema::store
