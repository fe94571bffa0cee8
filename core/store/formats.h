// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

namespace crema::store {

// The format of a database is said twice: by a number in its header, of which one wrong byte makes another
// version, and by its tables.

/// An empty database in memory, of this version.
[[nodiscard]] Result<std::unique_ptr<Connection>> emptyDatabase(int version);

/// The version whose tables, indexes and triggers these are, nothing more and nothing less; 0 when they are
/// of none that this program knows. The header's number where that fits: two versions may share their tables.
[[nodiscard]] int versionOfTables(Connection &connection);

/// What the header says that cannot be right, as a sentence; else empty.
[[nodiscard]] QString wrongHeader(Connection &connection);
/// The same of a database whose tables are known, as an error that says what to do.
[[nodiscard]] Result<> refuseWrongHeader(Connection &connection);

/// The version of the tables where they are known, else the header's.
[[nodiscard]] int formatOf(Connection &connection);

} // namespace crema::store
