// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/findflow.h"

#include "async/worker.h"
#include "base/dates.h"
#include "find/sampledirectory.h"
#include "find/suggestionindex.h"
#include "flows/foundpeople.h"
#include "flows/jobkinds.h"
#include "flows/keyflow.h"
#include "flows/localprovider.h"
#include "flows/paidfind.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words, int n = -1)
{
    return QCoreApplication::translate("flows", words, nullptr, n);
}

Result<> checkCriteria(const Criteria &criteria, const QString &provider, const Services &services)
{
    const Deployment &deployment = services.deployment;
    if (provider != "local"_L1 && provider != "pdl"_L1) {
        return failure(
                ErrorKind::rejectedInput,
                tr("There is no people provider \"%1\"; \"local\" searches your contacts and the sample "
                   "people, \"pdl\" People Data Labs.")
                        .arg(provider));
    }
    if (criteria.isEmpty()) {
        return failure(ErrorKind::rejectedInput,
                       tr("Say at least a title, a company, a location or a school."));
    }
    if (provider == "pdl"_L1) {
        return checkPaidCriteria(services, criteria);
    }
    if (criteria.limit < 1 || criteria.limit > deployment.limits.localRunPeople) {
        return failure(ErrorKind::rejectedInput,
                       tr("A search brings 1 to %1 people; %2 was asked for.")
                               .arg(deployment.limits.localRunPeople)
                               .arg(criteria.limit));
    }
    return {};
}

Task<Result<jobs::StageOutcome>> searching(Services *services, jobs::StageContext context)
{
    const Criteria criteria = criteriaFrom(member(context.input, "criteria"));
    LocalProvider provider(services->workspace.databasePath(), services->knowledge);
    auto search = provider.find(criteria, context.stop);
    auto answer = co_await search;
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    Run run;
    run.id = textAt(context.input, "runId");
    run.criteria = criteria;
    run.provider = provider.name();
    run.widened = answer->widened;
    run.people = std::move(answer->people);
    run.createdAt = toStoredTime(services->clock.now());
    jobs::StageOutcome outcome;
    outcome.operation.label = tr("Find: %1").arg(criteriaInWords(criteria));
    outcome.operation.create(Kind::run, run.id, toBody(run));
    outcome.result["people"] = run.people.size();
    co_return outcome;
}

Result<QVector<Suggestion>> suggestions(QString databasePath, find::SuggestionKind kind, QString text,
                                        int limit, const truth::DirectoryKnowledge *knowledge,
                                        std::stop_token stop)
{
    const auto reader = store::Reader::open(databasePath);
    const auto sample = find::sampleDirectory();
    if (!reader || !sample) {
        return std::unexpected(reader ? sample.error() : reader.error());
    }
    find::SuggestionIndex index(*knowledge);
    const auto read = (*reader)->forEachContact([&](const Contact &contact) {
        index.offer(contact);
        return !stop.stop_requested();
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    for (const Contact &person : *sample) {
        index.offer(person);
    }
    index.offerKnowledge();
    QVector<Suggestion> list;
    for (const find::Suggestion &suggestion : index.suggest(kind, text, limit)) {
        list << Suggestion {suggestion.text, suggestion.count};
    }
    return list;
}

} // namespace

jobs::JobKind findJob(Services &services)
{
    Services *own = &services;
    jobs::JobKind kind;
    kind.name = u"find"_s;
    kind.stages = {{u"searching"_s,
                    [own](jobs::StageContext context) { return searching(own, std::move(context)); }}};
    return kind;
}

Task<Result<Run>> findPeople(Services *services, Criteria criteria, QString provider, std::stop_token stop,
                             bool fresh)
{
    if (const auto usable = checkCriteria(criteria, provider, *services); !usable) {
        co_return std::unexpected(usable.error());
    }
    if (provider == "pdl"_L1) {
        const auto key = co_await needKey(services, secrets::Service::peopleDataLabs);
        if (!key) {
            co_return std::unexpected(key.error());
        }
    }
    const QString runId = services->ids.next();
    Json input {{"runId", runId}, {"criteria", toJson(criteria)}, {"fresh", fresh}};
    const QString title = tr("Find: %1").arg(criteriaInWords(criteria));
    const QString kind = provider == "pdl"_L1 ? u"find_paid"_s : u"find"_s;
    const auto job = co_await services->jobs.run(kind, title, std::move(input), stop);
    if (!job) {
        co_return std::unexpected(job.error());
    }
    co_return services->reader.run(runId);
}

Task<Result<SaveOutcome>> savePeople(Services *services, QString runId, QStringList personIds)
{
    // Whoever else adds people, an import or the same click again, comes before or after: nobody is added
    // twice.
    const std::stop_token never;
    const auto turn = co_await services->jobs.turns().take(addingPeople(), never);
    const auto run = services->reader.run(runId);
    if (!turn || !run) {
        co_return std::unexpected(turn ? run.error() : turn.error());
    }
    SaveOutcome outcome;
    store::Operation operation;
    for (const FoundPerson &found : run->people) {
        if (!personIds.isEmpty() && !personIds.contains(found.person.id)) {
            continue;
        }
        const auto known = knownContact(*services, found);
        if (!known) {
            co_return std::unexpected(known.error());
        }
        const QString contactId = known->isEmpty() ? services->ids.next() : *known;
        outcome.contactIds.insert(found.person.id, contactId);
        if (known->isEmpty()) {
            createFound(operation, *services, found, contactId, runId);
            ++outcome.created;
        } else {
            ++outcome.known;
        }
    }
    operation.label = tr("Save %n person(s) found", outcome.created);
    const auto applied = co_await services->store.apply(std::move(operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    outcome.operationId = applied->operationId;
    co_return outcome;
}

Task<Result<QVector<Suggestion>>> suggest(Services *services, QString kind, QString text, int limit,
                                          std::stop_token stop)
{
    return suggestFrom(services->workspace.databasePath(), &services->knowledge.get(), std::move(kind),
                       std::move(text), limit, stop);
}

Task<Result<QVector<Suggestion>>> suggestFrom(QString databasePath,
                                              const truth::DirectoryKnowledge *knowledge, QString kind,
                                              QString text, int limit, std::stop_token stop)
{
    const auto known = find::suggestionKind(kind);
    if (!known) {
        co_return failure(ErrorKind::rejectedInput,
                          tr("There are no suggestions of the kind \"%1\"; the kinds are %2.")
                                  .arg(kind, find::suggestionKindWords().join(u", "_s)));
    }
    co_return co_await runOnWorker(suggestions, databasePath, *known, text, limit, knowledge, stop);
}

} // namespace crema::flows
