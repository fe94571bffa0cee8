// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deployment.h"
#include "store/operation.h"
#include "store/reader.h"

#include <QDateTime>

namespace crema::ledger {

// Credits are a double-entry ledger: what comes into "available" comes out of "granted", a job's reservation moves from
// "available" to "reserved:<job>", and from there to "spent" (delivered) or back (the rest). The database refuses any
// entry that would take an account below zero, in the transaction of the work it pays for.

/// What the user has, as shown in the status line and by `crema-cli credits`.
struct Credits
{
    int balance = 0;
    int max = 0; ///< what the plan grants a period
    Plan plan = Plan::free;
    QString resetsAt; ///< ISO 8601 UTC; empty before the first grant
};

[[nodiscard]] Result<Credits> readCredits(const store::Reader &reader, const Deployment &deployment);
[[nodiscard]] Result<Plan> readPlan(const store::Reader &reader);

/// The grant that is due now, if any: the first one, or a new period's. It fills up to the plan's credits; a clock set
/// back grants nothing.
[[nodiscard]] Result<std::optional<store::Operation>> dueGrant(const store::Reader &reader, const Deployment &deployment,
                                                               const QDateTime &now, const QString &postingId);

/// Sets `credits` aside for a job. With metering off nothing moves.
void reserve(store::Operation &operation, const Deployment &deployment, const QString &jobId, int credits,
             const QString &postingId);

/// What a job's end does with its reservation.
struct Settlement
{
    QString jobId;
    QString kind; ///< of the job
    QString what; ///< for people
    int reserved = 0; ///< what the job said it may cost
    int charged = 0; ///< for what was delivered; never more than reserved
    int held = 0; ///< what is set aside for it (`heldFor`): nothing when metering was off as it began
};

/// Credits that are set aside for a job now.
[[nodiscard]] Result<int> heldFor(const store::Reader &reader, const QString &jobId);

/// Charges what was delivered, gives the rest back and writes the receipt, in the same operation as the
/// results. What moves is what the job holds, whatever metering says by now.
void settle(store::Operation &operation, const Settlement &settlement, const QString &postingId);

/// outOfCredits, saying how many are missing, unless `credits` can be reserved now.
[[nodiscard]] Result<> checkAffordable(const Credits &credits, const Deployment &deployment, int needed);

} // namespace crema::ledger
