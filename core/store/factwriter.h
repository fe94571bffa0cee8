// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/operation.h"

namespace crema::store {

/// Writes the ledger entries, receipts, facts and job rows of an operation inside the caller's transaction. A
/// posting that does not sum to zero is refused; an account that would go below zero fails the whole
/// operation (outOfCredits).
[[nodiscard]] Result<> writeFacts(Connection &connection, const Operation &operation, const QString &at,
                                  Change &change);

} // namespace crema::store
