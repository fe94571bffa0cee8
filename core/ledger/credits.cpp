// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/credits.h"

#include "base/dates.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ledger {

namespace {

const QString available = u"available"_s;
const QString granted = u"granted"_s;
const QString spent = u"spent"_s;
const QString account = u"account"_s; // record id of the facts about plan and period
const QString periodStart = u"periodStart"_s;
const QString planFact = u"plan"_s;

QString reservedFor(const QString &jobId)
{
    return u"reserved:"_s + jobId;
}

struct Move
{
    QString from;
    QString to;
    int credits = 0;
    QString note;
};

void post(store::Operation &operation, const Move &move, const QString &jobId, const QString &postingId)
{
    if (move.credits == 0) {
        return;
    }
    operation.ledger.push_back({postingId, move.from, -move.credits, jobId, move.note});
    operation.ledger.push_back({postingId, move.to, move.credits, jobId, move.note});
}

} // namespace

Result<Plan> readPlan(const store::Reader &reader)
{
    const auto name = reader.fact(account, planFact);
    return name ? Result<Plan>(planFromName(*name)) : std::unexpected(name.error());
}

Result<Credits> readCredits(const store::Reader &reader, const Deployment &deployment)
{
    const auto plan = readPlan(reader);
    const auto balance = reader.balance(available);
    const auto start = reader.fact(account, periodStart);
    if (!plan || !balance || !start) {
        return std::unexpected(!plan ? plan.error() : !balance ? balance.error() : start.error());
    }
    Credits credits {*balance, deployment.limitsOf(*plan).creditsPerPeriod, *plan, {}};
    if (start->isEmpty()) {
        credits.balance = credits.max; // the first grant comes with the first operation
    } else {
        credits.resetsAt = toStoredTime(fromStoredTime(*start).addDays(deployment.periodDays));
    }
    return credits;
}

namespace {

Result<int> heldByJobs(const store::Reader &reader)
{
    const auto open = reader.jobs(true);
    if (!open) {
        return std::unexpected(open.error());
    }
    int sum = 0;
    for (const store::JobRow &job : *open) {
        const auto held = heldFor(reader, job.id);
        if (!held) {
            return held;
        }
        sum += *held;
    }
    return sum;
}

} // namespace

Result<std::optional<store::Operation>> dueGrant(const store::Reader &reader, const Deployment &deployment,
                                                 const QDateTime &now, const QString &postingId)
{
    const auto plan = readPlan(reader);
    const auto balance = reader.balance(available);
    const auto start = reader.fact(account, periodStart);
    if (!plan || !balance || !start) {
        return std::unexpected(!plan ? plan.error() : !balance ? balance.error() : start.error());
    }
    if (!start->isEmpty() && now < fromStoredTime(*start).addDays(deployment.periodDays)) {
        return std::nullopt;
    }
    // What open jobs hold may come back: it counts as there.
    const auto held = heldByJobs(reader);
    if (!held) {
        return std::unexpected(held.error());
    }
    store::Operation operation;
    operation.origin = store::Origin::job;
    const int missing = std::max(0, deployment.limitsOf(*plan).creditsPerPeriod - *balance - *held);
    post(operation, {granted, available, missing, u"period"_s}, {}, postingId);
    operation.facts.push_back({account, periodStart, toStoredTime(now)});
    return operation;
}

void reserve(store::Operation &operation, const Deployment &deployment, const QString &jobId, int credits,
             const QString &postingId)
{
    if (deployment.metering) {
        post(operation, {available, reservedFor(jobId), credits, u"reserve"_s}, jobId, postingId);
    }
}

Result<int> heldFor(const store::Reader &reader, const QString &jobId)
{
    return reader.balance(reservedFor(jobId));
}

void settle(store::Operation &operation, const Settlement &settlement, const QString &postingId)
{
    const int charged = std::clamp(settlement.charged, 0, settlement.reserved);
    const int released = settlement.reserved - charged;
    const QString held = reservedFor(settlement.jobId);
    const int spending = std::min(charged, settlement.held);
    post(operation, {held, spent, spending, u"charge"_s}, settlement.jobId, postingId + u"c"_s);
    post(operation, {held, available, settlement.held - spending, u"release"_s}, settlement.jobId,
         postingId + u"r"_s);
    operation.receipts.push_back(
            {settlement.jobId, settlement.kind, settlement.what, settlement.reserved, charged, released, {}});
}

Result<> checkAffordable(const Credits &credits, const Deployment &deployment, int needed)
{
    if (!deployment.metering || needed <= credits.balance) {
        return {};
    }
    return failure(
            ErrorKind::outOfCredits,
            u"This costs %1 credits; you have %2, so %3 are missing. Nothing was charged."_s.arg(needed)
                    .arg(credits.balance)
                    .arg(needed - credits.balance));
}

} // namespace crema::ledger
