// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/operation.h"

namespace crema::store {

/// Adds a record to what an operation did; after a thousand only the kinds are kept (`bulk`).
void noteRecord(Change &change, ChangedRecord record);

/// The same for many records of a kind that are not named at all.
void noteKind(Change &change, Kind kind);

} // namespace crema::store
