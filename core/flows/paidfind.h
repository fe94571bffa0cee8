// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "model/run.h"

namespace crema::flows {

// The job ("find_paid", see jobkinds.h) of a search by People Data Labs: "resolving" what was typed into the
// vendor's words, then "searching". Credits are set aside for every person asked for, before the first
// request; charged for people who are delivered and new (not in contacts, not delivered by an earlier run),
// in the transaction that keeps the run; the rest goes back. What a killed process had paid for is found
// again in the vendor client's cache. A search that is cancelled leaves a run of the people whom the vendor
// was paid for by then, charged nothing now or later; a request whose answer was lost is told in the run.

/// Credits that a paid search for so many people sets aside.
[[nodiscard]] int paidFindCost(const Deployment &deployment, int people);

/// rejectedInput when the plan does not allow so many people in one run, naming the limit.
[[nodiscard]] Result<> checkPaidCriteria(const Services &services, const Criteria &criteria);

} // namespace crema::flows
