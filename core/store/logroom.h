// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/preparedrecord.h"

#include <span>

namespace crema::store {

/// Sees to it that the disk has room to write these records and then still to move the write-ahead log into
/// the database, which alone gives the log's room back: a bulk must end while it can still be taken back.
[[nodiscard]] Result<> makeRoom(Connection &connection, std::span<const PreparedRecord> records);

/// Moves the log into the database and shortens it to nothing; conflict when somebody reads, who needs it.
/// After a failure it may be large, and hold next to nothing of what counts.
[[nodiscard]] Result<> giveBackLog(Connection &connection);
/// Whether the disk was full: then alone the log's room helps. Whatever else fails may be a damaged file,
/// and the log the last that is whole.
[[nodiscard]] bool isDiskFull(const Error &error);

} // namespace crema::store
