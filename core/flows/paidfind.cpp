// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/paidfind.h"

#include "async/worker.h"
#include "base/dates.h"
#include "base/log.h"
#include "contacts/identity.h"
#include "find/vendorresolver.h"
#include "find/vendorsearch.h"
#include "flows/foundpeople.h"
#include "flows/jobkinds.h"
#include "flows/planfields.h"
#include "ledger/credits.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

constexpr int runsLookedAt = 200;

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

/// Says of a person's id, profile or address that an earlier run delivered them. A fact: undoing or deleting
/// the run does not make them cost anything again.
const QString deliveredFact = u"delivered"_s;

/// The vendor's ids of people whom paid runs brought and who are in contacts, the newest runs first. For a
/// worker: with a few hundred runs it takes a while.
Result<QStringList> knownAtVendor(QString databasePath, std::stop_token stop)
{
    const auto reader = store::Reader::open(databasePath);
    const auto runs = reader ? (*reader)->runs(runsLookedAt) : std::unexpected(reader.error());
    if (!runs) {
        return std::unexpected(runs.error());
    }
    QStringList ids;
    for (const Run &run : *runs) {
        if (stop.stop_requested()) {
            return failure(ErrorKind::cancelled, tr("Cancelled."));
        }
        if (run.provider != "pdl"_L1) {
            continue;
        }
        for (const FoundPerson &found : run.people) {
            const auto known = knownContact(**reader, found);
            if (!known) {
                return std::unexpected(known.error());
            }
            const QString vendorId = textAt(found.person.extra, "pdlId");
            if (!known->isEmpty() && !vendorId.isEmpty()) {
                ids << vendorId;
            }
        }
    }
    ids.removeDuplicates();
    return ids;
}

Task<Result<jobs::StageOutcome>> resolving(Services *services, jobs::StageContext context)
{
    const Criteria criteria = criteriaFrom(member(context.input, "criteria"));
    auto resolve = find::resolveTargets(&services->pdl, &services->knowledge.get(), criteria,
                                        {context.jobId, false}, context.stop);
    const auto targets = co_await resolve;
    if (!targets) {
        co_return std::unexpected(targets.error());
    }
    Result<QStringList> known = QStringList();
    if (!criteria.includeKnown) {
        auto looking = runOnWorker(knownAtVendor, services->workspace.databasePath(), context.stop);
        known = co_await looking;
    }
    if (!known) {
        co_return std::unexpected(known.error());
    }
    jobs::StageOutcome outcome;
    outcome.result["targets"] = find::toJson(*targets);
    // Once: a search that goes on after a crash must ask the very same, to find the answers that are paid
    // for.
    outcome.result["excluded"] = jsonTexts(*known);
    co_return outcome;
}

Result<find::VendorSearchRequest> requestOf(Services *services, const jobs::StageContext &context)
{
    const auto profile = services->reader.profile();
    if (!profile) {
        return std::unexpected(profile.error());
    }
    find::VendorSearchRequest request;
    request.criteria = criteriaFrom(member(context.input, "criteria"));
    const Json &resolved = member(context.results, "resolving");
    request.targets = find::vendorTargetsFrom(member(resolved, "targets"));
    request.profile = *profile;
    request.excludedIds = textsAt(resolved, "excluded");
    request.knownContact = [services](const FoundPerson &found) { return knownContact(*services, found); };
    request.progress = context.progress;
    request.at = toStoredTime(services->clock.now());
    request.call = {context.jobId, boolAt(context.input, "fresh")};
    return request;
}

/// The run as the plan keeps it.
Run runOf(const jobs::StageContext &context, find::FindAnswer answer, Plan plan, const QString &at)
{
    Run run;
    run.id = textAt(context.input, "runId");
    run.criteria = criteriaFrom(member(context.input, "criteria"));
    run.provider = u"pdl"_s;
    run.widened = std::move(answer.widened);
    run.createdAt = at;
    run.extra["jobId"] = context.jobId;
    run.extra["vendorCredits"] = answer.vendorCredits;
    for (FoundPerson &found : answer.people) {
        found.person = keptByPlan(found.person, plan);
        run.people << std::move(found);
    }
    return run;
}

/// By what a delivered person is known again, also under another id of the vendor: our id, the profile,
/// addresses.
QStringList namesOf(const Contact &person)
{
    QStringList names {person.id};
    for (const contacts::IdentityKey &key : contacts::identityKeys(person)) {
        if (key.type == contacts::IdentityType::linkedin || key.type == contacts::IdentityType::email) {
            names << recordKey(key);
        }
    }
    return names;
}

Result<bool> wasDelivered(const store::Reader &reader, const QStringList &names)
{
    for (const QString &name : names) {
        const auto delivered = reader.fact(name, deliveredFact);
        if (!delivered) {
            return std::unexpected(delivered.error());
        }
        if (!delivered->isEmpty()) {
            return true;
        }
    }
    return false;
}

/// What is charged for: somebody new. Whoever is in contacts or came in an earlier run was paid for or is
/// free. Marks them as delivered.
Result<int> newPeople(const store::Reader &reader, const Run &run, store::Operation &operation)
{
    int count = 0;
    for (const FoundPerson &found : run.people) {
        const QStringList names = namesOf(found.person);
        const auto before = wasDelivered(reader, names);
        if (!before) {
            return std::unexpected(before.error());
        }
        count += found.contactId.isEmpty() && !*before;
        for (const QString &name : names) {
            operation.facts.push_back({name, deliveredFact, run.id});
        }
    }
    return count;
}

void addRun(store::Operation &operation, const Run &run)
{
    operation.label = tr("Find: %1").arg(criteriaInWords(run.criteria));
    operation.create(Kind::run, run.id, toBody(run));
}

Task<Result<jobs::StageOutcome>> searching(Services *services, jobs::StageContext context)
{
    const auto plan = ledger::readPlan(services->reader);
    auto request = requestOf(services, context);
    if (!plan || !request) {
        co_return std::unexpected(plan ? request.error() : plan.error());
    }
    const QString at = request->at;
    find::VendorSearch search(services->pdl, services->knowledge, std::move(*request));
    auto asking = search.run(context.stop);
    auto answer = co_await asking;
    if (!answer) {
        Error error = answer.error();
        if (pdl::mayHaveCounted(error)) {
            error.text += u' ' + tr("Whether the vendor counted the request cannot be told.");
        }
        co_return std::unexpected(std::move(error));
    }
    Run run = runOf(context, std::move(*answer), *plan, at);
    jobs::StageOutcome outcome;
    const auto fresh = newPeople(services->reader, run, outcome.operation);
    if (!fresh) {
        co_return std::unexpected(fresh.error());
    }
    const int charged = *fresh * services->deployment.costs.paidPerson;
    run.cost = charged;
    addRun(outcome.operation, run);
    outcome.result = {{"people", run.people.size()}, {"charged", charged}};
    outcome.forgets = {u"resolving"_s};
    co_return outcome;
}

/// A search that is cancelled or fails leaves a run of whom the vendor was paid for by then, free of charge;
/// one that is cancelled while an answer was lost says so in a run, with people or without.
Task<Result<store::Operation>> keptPeople(Services *services, store::JobRow job, Error error)
{
    const jobs::StageContext context {job.id, job.input, job.results, {}, {}};
    const auto plan = ledger::readPlan(services->reader);
    auto request = requestOf(services, context);
    if (!plan || !request) {
        co_return std::unexpected(plan ? request.error() : plan.error());
    }
    const QString at = request->at;
    find::VendorSearch search(services->pdl, services->knowledge, std::move(*request));
    auto looking = search.kept();
    auto answer = co_await looking;
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    store::Operation operation;
    const bool cancelled = error.kind == ErrorKind::cancelled;
    if (answer->people.isEmpty() && (!cancelled || answer->lost == 0)) {
        co_return operation;
    }
    answer->widened.prepend(
            cancelled
                    ? tr("The search was cancelled. Whom it had found by then is kept; nothing was charged.")
                    : tr("The search failed. Whom it had found by then is kept; nothing was charged. %1")
                              .arg(error.text));
    Run run = runOf(context, std::move(*answer), *plan, at);
    run.id = services->ids.next(); // the job's own is for the search that goes through when it is done again
    const auto fresh = newPeople(services->reader, run, operation);
    if (!fresh) {
        co_return std::unexpected(fresh.error());
    }
    addRun(operation, run);
    co_return operation;
}

Task<store::Operation> whenSearchEnded(Services *services, store::JobRow job, Error error)
{
    if (!member(job.results, "resolving").contains("targets")) {
        co_return store::Operation(); // nothing was searched yet
    }
    const QString jobId = job.id;
    auto keeping = keptPeople(services, std::move(job), std::move(error));
    auto kept = co_await keeping;
    if (!kept) {
        qCWarning(logJobs) << "whom the cancelled search" << jobId
                           << "had found could not be read; the pages stay in the cache:"
                           << kept.error().text;
        co_return store::Operation();
    }
    co_return std::move(*kept);
}

} // namespace

int paidFindCost(const Deployment &deployment, int people)
{
    return deployment.costs.paidPerson * people;
}

Result<> checkPaidCriteria(const Services &services, const Criteria &criteria)
{
    const auto plan = ledger::readPlan(services.reader);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const int most = services.deployment.limitsOf(*plan).peoplePerPaidRun;
    if (criteria.limit < 1 || criteria.limit > most) {
        return failure(
                ErrorKind::rejectedInput,
                tr("The %1 plan brings 1 to %2 people in one paid search; %3 were asked for. Nothing was "
                   "searched or charged.")
                        .arg(planName(*plan))
                        .arg(most)
                        .arg(criteria.limit));
    }
    return {};
}

jobs::JobKind paidFindJob(Services &services)
{
    Services *own = &services;
    jobs::JobKind kind;
    kind.name = u"find_paid"_s;
    kind.stages = {{u"resolving"_s,
                    [own](jobs::StageContext context) { return resolving(own, std::move(context)); }},
                   {u"searching"_s,
                    [own](jobs::StageContext context) { return searching(own, std::move(context)); }}};
    kind.toReserve = [own](const Json &input) {
        return paidFindCost(own->deployment, criteriaFrom(member(input, "criteria")).limit);
    };
    kind.toCharge = [](const Json &, const Json &results) {
        return static_cast<int>(intAt(member(results, "searching"), "charged"));
    };
    kind.whenEnded = [own](store::JobRow job, Error error) {
        return whenSearchEnded(own, std::move(job), std::move(error));
    };
    // One after the other: two searches at once could both pay for the same person.
    kind.turn = [](const Json &) { return u"paid search"_s; };
    return kind;
}

} // namespace crema::flows
