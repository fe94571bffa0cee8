// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

namespace crema::store {

/// Stands in the header of every workspace database ("Crma"), so that no other program's file is taken for
/// one. See https://www.sqlite.org/fileformat.html section 1.3.
inline constexpr int cremaApplicationId = 0x43726d61;

/// Looks at the file's first bytes before anything opens it for writing: a file that is no SQLite database,
/// another program's database, or one of a newer Crema is refused and stays as it is. A missing or empty file
/// is fine.
[[nodiscard]] Result<> refuseForeignFile(const QString &path);

/// A consistent copy of the database at `target`, on the disk when this returns; a failed copy leaves no
/// file. `target` must not exist yet.
[[nodiscard]] Result<> copyDatabaseTo(Connection &connection, const QString &target);

} // namespace crema::store
