// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "store/workspace.h"

#include <QStringList>

namespace crema::store {

/// Looks through a whole workspace: the database's own integrity, every body is readable, no ledger posting
/// is lopsided, the balances are the sums of their entries, every kept file matches its hash. Each problem is
/// one sentence; an error only when the check itself could not run.
[[nodiscard]] Result<QStringList> checkWorkspace(const Workspace &workspace);

} // namespace crema::store
