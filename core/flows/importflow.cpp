// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/importflow.h"

#include "async/worker.h"
#include "base/dates.h"
#include "base/paths.h"
#include "contacts/importplan.h"
#include "flows/jobkinds.h"
#include "store/keylookup.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

/// What the worker hands back: what to write, and what to tell.
struct PreparedImport
{
    exchange::Format format = exchange::Format::csv;
    contacts::ImportPlan plan;
    QVector<InvalidRow> invalid;
    QVector<InvalidRow> warnings;
    QVector<PossibleDuplicate> duplicates;
};

QVector<InvalidRow> rowsOf(const QVector<exchange::RowNote> &notes)
{
    QVector<InvalidRow> rows;
    for (const exchange::RowNote &note : notes) {
        rows << InvalidRow {note.row, note.reason};
    }
    return rows;
}

contacts::ExistingLookup lookupIn(const store::Reader &reader, std::optional<Error> &error)
{
    contacts::ExistingLookup lookup;
    const auto keys = std::make_shared<store::KeyLookup>(reader, Kind::contact);
    lookup.idsFor = [keys, &error](const contacts::IdentityKey &key) {
        const auto ids = keys->idsOf(recordKey(key));
        if (!ids) {
            error = ids.error();
        }
        return QVector<QString>(ids.value_or(QStringList()));
    };
    lookup.contact = [&reader, &error](const QString &id) {
        const auto contact = reader.contact(id);
        if (!contact && contact.error().kind != ErrorKind::notFound) {
            error = contact.error(); // who cannot be read must not be added a second time
        }
        return contact ? std::optional(*contact) : std::nullopt;
    };
    return lookup;
}

QString nameOf(const contacts::PersonRef &person, const store::Reader &reader,
               const QHash<int, QString> &namesByRow)
{
    if (person.id.isEmpty()) {
        return namesByRow.value(person.row);
    }
    const auto contact = reader.contact(person.id);
    return contact ? contact->name() : person.id;
}

QVector<PossibleDuplicate> duplicatesOf(const contacts::ImportPlan &plan, const store::Reader &reader)
{
    QHash<int, QString> namesByRow;
    for (const contacts::PlannedCreate &create : plan.creates) {
        namesByRow.insert(create.row, create.contact.name());
    }
    QVector<PossibleDuplicate> duplicates;
    for (const contacts::PossiblePair &pair : plan.possible) {
        duplicates << PossibleDuplicate {nameOf(pair.person, reader, namesByRow), pair.person.row,
                                         nameOf(pair.other, reader, namesByRow), pair.other.id, pair.reason};
    }
    return duplicates;
}

Result<PreparedImport> prepareImport(ImportRequest request, Limits limits, QString databasePath,
                                     std::stop_token stop)
{
    const auto bytes = readFile(request.path, limits.importBytes);
    const auto format = exchange::formatFromName(request.format);
    if (!bytes || !format) {
        return std::unexpected(bytes ? format.error() : bytes.error());
    }
    exchange::ReadOptions options;
    options.format = *format;
    options.mapping = request.mapping;
    options.limits = limits;
    options.fileName = QFileInfo(request.path).fileName();
    options.stop = stop;
    auto people = exchange::readPeople(*bytes, options);
    if (!people) {
        return std::unexpected(people.error());
    }
    const auto reader = store::Reader::open(databasePath);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    std::optional<Error> lookupError;
    auto plan = contacts::planImport(std::move(people->people), lookupIn(**reader, lookupError), {}, stop);
    if (!plan || lookupError) {
        return std::unexpected(plan ? *lookupError : plan.error());
    }
    PreparedImport prepared {
            people->format, std::move(*plan), rowsOf(people->invalid), rowsOf(people->warnings), {}};
    prepared.duplicates = duplicatesOf(prepared.plan, **reader);
    return prepared;
}

store::Operation operationFor(PreparedImport &prepared, const QString &path, const Services &services)
{
    store::Operation operation;
    operation.label = tr("Import of %1").arg(QFileInfo(path).fileName());
    operation.origin = store::Origin::import;
    const QString now = toStoredTime(services.clock.now());
    QSet<QString> taken;
    for (contacts::PlannedCreate &create : prepared.plan.creates) {
        Contact &contact = create.contact;
        // A file of our own carries ids; one that is taken already (or trashed, or twice in the file) gets a
        // new one.
        if (contact.id.isEmpty() || taken.contains(contact.id)
            || services.reader.record(Kind::contact, contact.id)) {
            contact.id = services.ids.next();
        }
        taken.insert(contact.id);
        if (contact.createdAt.isEmpty()) {
            contact.createdAt = now;
        }
        operation.create(Kind::contact, contact.id, toBody(contact));
    }
    for (const contacts::PlannedUpdate &update : prepared.plan.updates) {
        operation.patch(Kind::contact, update.id, toBody(update.before), toBody(update.after));
    }
    return operation;
}

ImportOutcome outcomeOf(const PreparedImport &prepared)
{
    ImportOutcome outcome;
    outcome.format = exchange::formatName(prepared.format);
    outcome.created = static_cast<int>(prepared.plan.creates.size());
    outcome.updated = static_cast<int>(prepared.plan.updates.size());
    outcome.skipped = static_cast<int>(prepared.plan.skipped.size());
    outcome.invalid = prepared.invalid;
    outcome.warnings = prepared.warnings;
    outcome.possibleDuplicates = prepared.duplicates;
    return outcome;
}

Result<exchange::Preview> readPreview(QString path, Limits limits,
                                      std::optional<exchange::ColumnMapping> mapping)
{
    const auto bytes = readFile(path, limits.importBytes);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    exchange::ReadOptions options;
    options.limits = limits;
    options.mapping = std::move(mapping);
    options.fileName = QFileInfo(path).fileName();
    return exchange::preview(*bytes, options);
}

} // namespace

Task<Result<exchange::Preview>> previewImport(QString path, Deployment deployment,
                                              std::optional<exchange::ColumnMapping> mapping)
{
    return runOnWorker(readPreview, path, deployment.limits, mapping);
}

Task<Result<ImportOutcome>> importPeople(Services *services, ImportRequest request,
                                         std::function<void(int done, int total)> progress,
                                         std::stop_token stop)
{
    // Planned against what is there, so nobody else adds people between the plan and the writing.
    const auto turn = co_await services->jobs.turns().take(addingPeople(), stop);
    if (!turn) {
        co_return std::unexpected(turn.error());
    }
    auto preparing = runOnWorker(prepareImport, request, services->deployment.limits,
                                 services->workspace.databasePath(), stop);
    auto prepared = co_await preparing;
    if (!prepared) {
        co_return std::unexpected(prepared.error());
    }
    ImportOutcome outcome = outcomeOf(*prepared);
    const bool nothingToWrite = prepared->plan.creates.empty() && prepared->plan.updates.empty();
    if (request.dryRun || nothingToWrite) {
        co_return outcome;
    }
    store::Operation operation = operationFor(*prepared, request.path, *services);
    const auto applied = co_await services->store.applyBulk(std::move(operation), std::move(progress), stop);
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    outcome.operationId = applied->operationId;
    co_return outcome;
}

} // namespace crema::flows
