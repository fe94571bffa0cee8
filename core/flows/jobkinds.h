// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contacts/identity.h"
#include "flows/services.h"

namespace crema::flows {

/// The stage tables of the flows' jobs.
[[nodiscard]] jobs::JobKind findJob(Services &services);
[[nodiscard]] jobs::JobKind paidFindJob(Services &services);
[[nodiscard]] jobs::JobKind writeJob(Services &services);
[[nodiscard]] jobs::JobKind modelWriteJob(Services &services);
[[nodiscard]] jobs::JobKind prepJob(Services &services);
[[nodiscard]] jobs::JobKind pushJob(Services &services);

/// The name under which work that adds people to contacts takes turns.
[[nodiscard]] QString addingPeople();

/// An identity key as the store is given it.
[[nodiscard]] QString recordKey(const contacts::IdentityKey &key);

} // namespace crema::flows
