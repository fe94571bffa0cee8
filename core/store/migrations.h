// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

#include <vector>

namespace crema::store {

/// The version of the database's shape that this program reads and writes.
[[nodiscard]] int currentSchemaVersion();

/// Brings the database to the current version, one numbered step after the other in one transaction; before
/// the first step of a database that holds data the file is copied to `<name>.before-v<N>.db`. A database of
/// a newer program, or of another program, is left alone.
[[nodiscard]] Result<> migrate(Connection &connection);

/// The same with these steps; a database that is further already stays as it is.
[[nodiscard]] Result<> migrateThrough(Connection &connection, const std::vector<const char *> &steps);

/// `PRAGMA user_version`.
[[nodiscard]] Result<int> schemaVersion(Connection &connection);

/// Conflict error that names the file when `version` is newer than this program knows.
[[nodiscard]] Result<> refuseNewerVersion(const QString &path, int version);

} // namespace crema::store
