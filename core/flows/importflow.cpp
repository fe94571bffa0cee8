// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/importflow.h"

#include "async/worker.h"
#include "base/dates.h"
#include "base/memory.h"
#include "base/parallel.h"
#include "base/paths.h"
#include "base/prefetch.h"
#include "contacts/importplan.h"
#include "exchange/columns.h"
#include "flows/jobkinds.h"
#include "store/contactrecord.h"
#include "store/historyreader.h"
#include "store/keylookup.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

#include <set>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

/// A contact that is there and that the file completes.
struct Completed
{
    int row = 0;
    QString name;
};

/// "First name, City": fields as the columns of the preview call them.
QString titlesOf(const QStringList &fields)
{
    QStringList titles;
    for (const QString &name : fields) {
        const exchange::Field field = exchange::fieldFromName(name);
        titles << (field == exchange::Field::other ? name : exchange::fieldTitle(field));
    }
    return titles.join(u", "_s);
}

/// What the worker hands back: what to write, and what to tell.
struct PreparedImport
{
    ImportOutcome outcome; ///< without the operation, which is still to come
    std::shared_ptr<contacts::People> creates;
    std::shared_ptr<QStringList> ids; ///< one for each of `creates`, and some more
    store::Operation rest; ///< the changes of contacts that are there
    QHash<QString, Completed> completed; ///< by the ids of those
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
    lookup.idsFor = [keys, &error](qint64 key) {
        const auto ids = keys->idsOf(key);
        if (!ids) {
            error = ids.error();
        }
        return QVector<QString>(ids.value_or(QStringList()));
    };
    lookup.idsNamed = [&reader, &error](const QString &name, int most) {
        const auto ids = reader.contactsNamed(name, most);
        if (!ids) {
            error = ids.error();
        }
        return QVector<QString>(ids.value_or(QStringList()));
    };
    lookup.tookOutNotes = [&reader, &error](const QString &id, const QString &notes) -> std::optional<bool> {
        const auto past = store::pastOf(reader.connection(), Kind::contact, id, u"notes"_s, notes);
        if (!past) {
            error = past.error();
        }
        return past && *past != store::PastText::unknown ? std::optional(*past == store::PastText::takenOut)
                                                         : std::nullopt;
    };
    lookup.contact = [&reader, &error](const QString &id) {
        const auto contact = reader.contactValues(id); // nobody asks whose word they are
        if (!contact && contact.error().kind != ErrorKind::notFound) {
            error = contact.error(); // who cannot be read must not be added a second time
        }
        return contact ? std::optional(*contact) : std::nullopt;
    };
    return lookup;
}

QString nameOf(const contacts::PersonRef &person, const store::Reader &reader,
               const contacts::ImportPlan &plan)
{
    if (person.id.isEmpty()) {
        const auto created = std::ranges::lower_bound(plan.creates, person.row, {},
                                                      [](const auto &create) { return create->row; });
        return created != plan.creates.end() && (*created)->row == person.row ? (*created)->contact.name()
                                                                              : QString();
    }
    const auto contact = reader.contactValues(person.id);
    return contact ? contact->name() : person.id;
}

QVector<PossibleDuplicate> duplicatesOf(const contacts::ImportPlan &plan, const store::Reader &reader)
{
    QVector<PossibleDuplicate> duplicates;
    for (const contacts::PossiblePair &pair : plan.possible) {
        duplicates << PossibleDuplicate {nameOf(pair.person, reader, plan), pair.person.row,
                                         nameOf(pair.other, reader, plan), pair.other.id, pair.reason};
    }
    return duplicates;
}

Result<exchange::ReadPeople> readFileOf(const ImportRequest &request, const Limits &limits,
                                        const std::stop_token &stop)
{
    const auto bytes = request.bytes ? Result<QByteArray>(*request.bytes)
                                     : readFile(request.path, limits.importBytes);
    const auto format = exchange::formatFromName(request.format);
    if (!bytes || !format) {
        return std::unexpected(bytes ? format.error() : bytes.error());
    }
    exchange::ReadOptions options;
    options.format = *format;
    options.mapping = request.mapping;
    options.encoding = request.encoding;
    options.limits = limits;
    options.fileName = QFileInfo(request.path).fileName();
    options.stop = stop;
    return exchange::readPeople(*bytes, options);
}

/// The columns that stand with the people only because the file has them.
QStringList extraFieldsOf(const contacts::ImportPlan &plan)
{
    std::set<std::string> names;
    const auto add = [&names](const Contact &contact) {
        const Json &columns = member(contact.extra, "columns");
        for (auto column = columns.begin(); columns.is_object() && column != columns.end(); ++column) {
            names.insert(column.key());
        }
    };
    for (size_t row = 0; const auto &create : plan.creates) {
        prefetchAhead(plan.creates, row++);
        add(create->contact);
    }
    for (const contacts::PlannedUpdate &update : plan.updates) {
        if (member(update.before.extra, "columns") != member(update.after.extra, "columns")) {
            add(update.after);
        }
    }
    QStringList sorted;
    std::ranges::transform(names, std::back_inserter(sorted), &QString::fromStdString);
    sorted.sort(Qt::CaseInsensitive);
    return sorted;
}

/// A file of our own carries ids. One that is taken already (or trashed, or twice in the file) is left out,
/// to be replaced by a new one.
void dropTakenIds(const contacts::People &creates, const store::Reader &reader)
{
    QSet<QString> taken;
    for (size_t row = 0; const auto &create : creates) {
        prefetchAhead(creates, row++);
        QString &id = create->contact.id;
        if (id.isEmpty()) {
            continue;
        }
        if (taken.contains(id) || reader.record(Kind::contact, id)) {
            id.clear();
        } else {
            taken.insert(id);
        }
    }
}

store::Operation changesOf(const contacts::ImportPlan &plan, const QString &path)
{
    store::Operation operation;
    operation.label = tr("Import of %1").arg(QFileInfo(path).fileName());
    operation.origin = store::Origin::import;
    for (const contacts::PlannedUpdate &update : plan.updates) {
        operation.patch(Kind::contact, update.id, toBody(update.before), toBody(update.after));
    }
    return operation;
}

/// New ids in ascending order: the index of ids then grows at its end instead of all over.
std::shared_ptr<QStringList> ascendingIds(qsizetype count, IdSource &source)
{
    auto ids = std::make_shared<QStringList>();
    ids->reserve(count);
    for (qsizetype i = 0; i < count; ++i) {
        *ids << source.next();
    }
    std::ranges::sort(*ids);
    return ids;
}

/// What somebody known keeps, and what they get beside what is there.
QVector<InvalidRow> warningsOf(const contacts::ImportPlan &plan)
{
    QVector<InvalidRow> warnings;
    for (const contacts::LeftOut &left : plan.leftOut) {
        warnings << InvalidRow {left.row,
                                tr("%1 is known already and keeps what is there; the file says otherwise: %2")
                                        .arg(left.name, titlesOf(left.fields))};
    }
    for (const contacts::NewFirm &firm : plan.newFirms) {
        warnings << InvalidRow {firm.row,
                                tr("%1 works at %2 according to the file; %3 stays first")
                                        .arg(firm.name, firm.firm, firm.first)};
    }
    for (const contacts::JoinedNotes &joined : plan.joinedNotes) {
        warnings << InvalidRow {joined.row,
                                tr("%1 is known already; the notes of the file were added to what is there")
                                        .arg(joined.name)};
    }
    return warnings;
}

Result<PreparedImport> prepareImport(ImportRequest request, Limits limits, QString databasePath,
                                     IdSource *ids, std::stop_token stop)
{
    auto people = readFileOf(request, limits, stop);
    if (!people) {
        return std::unexpected(people.error());
    }
    const auto reader = store::Reader::open(databasePath);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    const store::ReadTransaction reading(**reader);
    if (!reading.begun()) {
        return std::unexpected(reading.begun().error());
    }
    std::optional<Error> lookupError;
    Result<contacts::ImportPlan> plan;
    std::shared_ptr<QStringList> newIds;
    const auto count = static_cast<qsizetype>(people->people.size());
    const auto rows = static_cast<int>(count + static_cast<qsizetype>(people->invalid.size()));
    inParallel(2, [&](size_t part) {
        if (part == 0) {
            plan = contacts::planImport(std::move(people->people), lookupIn(**reader, lookupError), {}, stop);
        } else {
            newIds = ascendingIds(count, *ids);
        }
    });
    if (!plan || lookupError) {
        return std::unexpected(plan ? *lookupError : plan.error());
    }
    PreparedImport prepared;
    ImportOutcome &outcome = prepared.outcome;
    outcome.format = exchange::formatName(people->format);
    outcome.rows = rows;
    outcome.created = static_cast<int>(plan->creates.size());
    outcome.updated = static_cast<int>(plan->updates.size());
    outcome.skipped = static_cast<int>(plan->skipped.size());
    for (const contacts::SkippedRow &row : plan->skipped) {
        if (row.sameAsRow != 0) {
            outcome.repeated << RepeatedRow {row.row, row.sameAsRow, row.reason};
        }
    }
    outcome.invalid = rowsOf(people->invalid);
    outcome.warnings = rowsOf(people->warnings) + warningsOf(*plan);
    outcome.possibleDuplicates = duplicatesOf(*plan, **reader);
    outcome.possibleBeyond = plan->possibleBeyond;
    outcome.extraFields = extraFieldsOf(*plan);
    dropTakenIds(plan->creates, **reader);
    prepared.rest = changesOf(*plan, request.path);
    for (const contacts::PlannedUpdate &update : plan->updates) {
        prepared.completed.insert(update.id, {update.row, update.before.name()});
    }
    prepared.ids = newIds;
    prepared.creates = std::make_shared<contacts::People>(std::move(plan->creates));
    return prepared;
}

/// Takes the new people of `prepared`.
store::BulkCreates recordsOf(PreparedImport &prepared, const Services &services)
{
    auto creates = std::move(prepared.creates);
    auto ids = std::move(prepared.ids);
    const size_t count = creates->size();
    const QString now = toStoredTime(services.clock.now());
    auto record = [creates = std::move(creates), ids = std::move(ids), now](size_t index) {
        const auto create = std::move((*creates)[index]); // goes with the record it becomes
        Contact &contact = create->contact;
        std::vector<qint64> keys(create->keys->plain.begin(), create->keys->plain.end());
        if (contact.id.isEmpty()) {
            contact.id = (*ids)[static_cast<qsizetype>(index)];
        }
        if (contact.createdAt.isEmpty()) {
            contact.createdAt = now;
        }
        contact.sources.clear(); // the operation says whose word all of it is
        return store::prepareContact(contact, std::move(keys));
    };
    return {count, std::move(record)};
}

/// How many fields of each contact the import means to change.
QHash<QString, qsizetype> fieldCounts(const store::Operation &operation)
{
    QHash<QString, qsizetype> counts;
    for (const store::RecordPatch &patch : operation.patches) {
        counts[patch.id] += static_cast<qsizetype>(patch.edits.size());
    }
    return counts;
}

/// Who was edited since the import was planned keeps what they have now.
void tellKept(const std::vector<store::UndoConflict> &kept, const QHash<QString, Completed> &completed,
              const QHash<QString, qsizetype> &planned, ImportOutcome &outcome)
{
    QMap<QString, QStringList> fields;
    QHash<QString, qsizetype> counts;
    for (const store::UndoConflict &field : kept) {
        ++counts[field.id];
        if (const QString name = field.field.section(u'/', 0, 0); !fields[field.id].contains(name)) {
            fields[field.id] << name;
        }
    }
    for (const auto &[id, names] : fields.asKeyValueRange()) {
        const Completed &contact = completed.value(id);
        outcome.warnings << InvalidRow {
                contact.row,
                tr("%1 was edited while the file was being imported and keeps what is there; left out: %2")
                        .arg(contact.name, titlesOf(names))};
        if (counts.value(id) >= planned.value(id)) {
            --outcome.updated;
            ++outcome.skipped;
        }
    }
}

/// Much of what an import frees it takes again.
class KeptMemory final
{
public:
    KeptMemory() { keepFreeMemory(FreeMemory::keptLonger); }
    ~KeptMemory() { (void)runOnWorker(keepFreeMemory, FreeMemory::usual); } // takes a while
    Q_DISABLE_COPY_MOVE(KeptMemory)
};

Result<exchange::Preview> readPreview(QString path, Limits limits,
                                      std::optional<exchange::ColumnMapping> mapping, QString encoding)
{
    const auto bytes = readFile(path, limits.importBytes);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    exchange::ReadOptions options;
    options.limits = limits;
    options.mapping = std::move(mapping);
    options.encoding = std::move(encoding);
    options.fileName = QFileInfo(path).fileName();
    return exchange::preview(*bytes, options);
}

} // namespace

Task<Result<exchange::Preview>> previewImport(QString path, Deployment deployment,
                                              std::optional<exchange::ColumnMapping> mapping,
                                              QString encoding)
{
    return runOnWorker(readPreview, path, deployment.limits, mapping, encoding);
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
    const KeptMemory kept;
    auto preparing = runOnWorker(prepareImport, request, services->deployment.limits,
                                 services->workspace.databasePath(), &services->ids, stop);
    auto prepared = co_await preparing;
    if (!prepared) {
        co_return std::unexpected(prepared.error());
    }
    ImportOutcome outcome = std::move(prepared->outcome);
    if (request.dryRun || (prepared->creates->empty() && prepared->rest.patches.empty())) {
        co_return outcome;
    }
    const auto planned = fieldCounts(prepared->rest);
    auto writing = prepared->creates->empty()
            ? services->store.applyBulk(std::move(prepared->rest), std::move(progress), stop)
            : services->store.applyBulk(std::move(prepared->rest), recordsOf(*prepared, *services),
                                        std::move(progress), stop);
    const auto applied = co_await writing;
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    outcome.operationId = applied->operationId;
    tellKept(applied->kept, prepared->completed, planned, outcome);
    co_return outcome;
}

} // namespace crema::flows
