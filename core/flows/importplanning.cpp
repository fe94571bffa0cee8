// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/importplanning.h"

#include "contacts/importplanner.h"
#include "model/contactdocument.h"
#include "store/historyreader.h"
#include "store/keylookup.h"

#include <QSet>

#include <algorithm>
#include <set>
#include <string>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QVector<InvalidRow> rowsOf(const QVector<exchange::RowNote> &notes)
{
    QVector<InvalidRow> rows;
    for (const exchange::RowNote &note : notes) {
        rows << InvalidRow {note.row, note.reason};
    }
    return rows;
}

/// What is there already, for the planner. Keeps the first error.
class Existing final
{
public:
    explicit Existing(const store::Reader &reader) : m_reader(reader), m_keys(reader, Kind::contact) { }

    [[nodiscard]] contacts::ExistingLookup lookup();
    [[nodiscard]] Result<> answered() const
    {
        return m_error ? Result<>(std::unexpected(*m_error)) : Result<> {};
    }
    /// Answers of one moment cost less, but moving the log into the database waits for them.
    void endReading() { m_reading.reset(); }

private:
    void beginReading();
    void note(const Error &error) { m_error = m_error ? m_error : error; }
    [[nodiscard]] QVector<QString> idsIn(const Result<QStringList> &ids);

    const store::Reader &m_reader;
    store::KeyLookup m_keys;
    std::optional<store::ReadTransaction> m_reading;
    std::optional<Error> m_error;
};

void Existing::beginReading()
{
    if (m_reading) {
        return;
    }
    m_reading.emplace(m_reader);
    if (!m_reading->begun()) {
        note(m_reading->begun().error());
    }
}

QVector<QString> Existing::idsIn(const Result<QStringList> &ids)
{
    if (!ids) {
        note(ids.error());
    }
    return QVector<QString>(ids.value_or(QStringList()));
}

contacts::ExistingLookup Existing::lookup()
{
    contacts::ExistingLookup lookup;
    lookup.idsFor = [this](qint64 key) { return idsIn(m_keys.idsOf(key)); };
    lookup.idsNamed = [this](const QString &name, int most) {
        beginReading();
        return idsIn(m_reader.contactsNamed(name, most));
    };
    lookup.tookOutNotes = [this](const QString &id, const QString &notes) -> std::optional<bool> {
        const auto past = store::pastOf(m_reader.connection(), Kind::contact, id, u"notes"_s, notes);
        if (!past) {
            note(past.error());
        }
        return past && *past != store::PastText::unknown ? std::optional(*past == store::PastText::takenOut)
                                                         : std::nullopt;
    };
    lookup.contact = [this](const QString &id) {
        beginReading();
        const auto contact = m_reader.contactValues(id); // nobody asks whose word they are
        if (!contact && contact.error().kind != ErrorKind::notFound) {
            note(contact.error()); // who cannot be read must not be added a second time
        }
        return contact ? std::optional(*contact) : std::nullopt;
    };
    return lookup;
}

/// The columns that stand with people only because the file has them.
class ExtraFields final
{
public:
    void add(const Contact &contact)
    {
        const Json &columns = member(contact.extra, "columns");
        for (auto column = columns.begin(); columns.is_object() && column != columns.end(); ++column) {
            m_names.insert(column.key());
        }
    }

    [[nodiscard]] QStringList sorted() const
    {
        QStringList names;
        std::ranges::transform(m_names, std::back_inserter(names), &QString::fromStdString);
        names.sort(Qt::CaseInsensitive);
        return names;
    }

private:
    std::set<std::string> m_names;
};

/// A file of our own carries ids. One that is taken already (or trashed, or twice in the file) is left out,
/// to be replaced by a new one.
void dropTakenIds(const contacts::People &people, const store::Reader &reader)
{
    QSet<QString> taken;
    for (const auto &person : people) {
        QString &id = person->contact.id;
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

void planChanges(const std::vector<contacts::PlannedUpdate> &updates, PlannedImport &planned,
                 ExtraFields &extraFields)
{
    store::Operation changes;
    for (const contacts::PlannedUpdate &update : updates) {
        changes.patch(Kind::contact, update.id, toBody(update.before), toBody(update.after));
        if (member(update.before.extra, "columns") != member(update.after.extra, "columns")) {
            extraFields.add(update.after);
        }
        planned.completed.insert(update.id, {update.row, update.before.name(), 0});
    }
    planned.changes = std::move(changes.patches);
    for (const store::RecordPatch &patch : planned.changes) {
        planned.completed[patch.id].fields += static_cast<qsizetype>(patch.edits.size());
    }
}

ImportOutcome outcomeOf(const exchange::ReadPeople &read, size_t people)
{
    ImportOutcome outcome;
    outcome.format = exchange::formatName(read.format);
    outcome.rows = static_cast<int>(people) + static_cast<int>(read.invalid.size());
    outcome.invalid = rowsOf(read.invalid);
    outcome.warnings = rowsOf(read.warnings);
    return outcome;
}

/// What is known only when all is planned.
void tellPlan(const contacts::ImportPlan &plan, size_t created, ImportOutcome &outcome)
{
    outcome.created = static_cast<int>(created + plan.creates.size());
    outcome.updated = static_cast<int>(plan.updates.size());
    outcome.skipped = static_cast<int>(plan.skipped.size());
    for (const contacts::SkippedRow &row : plan.skipped) {
        if (row.sameAsRow != 0) {
            outcome.repeated << RepeatedRow {row.row, row.sameAsRow, row.reason};
        }
    }
    outcome.warnings += warningsOf(plan);
    outcome.possibleBeyond = plan.possibleBeyond;
}

/// Those of the next rows whom the planner gives out.
contacts::People planSome(contacts::ImportPlanner &planner, ExtraFields &extraFields)
{
    constexpr size_t rows = 500;
    contacts::People people;
    for (size_t row = 0; row < rows && planner.left() > 0; ++row) {
        if (auto person = planner.planNext()) {
            extraFields.add(person->contact);
            people.push_back(std::move(person));
        }
    }
    return people;
}

} // namespace

Result<PlannedImport> planPeople(exchange::ReadPeople read, const QString &databasePath,
                                 const GiveOut &giveOut, const std::stop_token &stop)
{
    const auto reader = store::Reader::open(databasePath);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    PlannedImport planned;
    planned.outcome = outcomeOf(read, read.people.size());
    const size_t count = read.people.size();
    Existing existing(**reader);
    ExtraFields extraFields;
    contacts::ImportPlanner planner(existing.lookup(), std::move(read.people));
    size_t created = 0;
    while (planner.left() > 0) {
        if (stop.stop_requested()) {
            return std::unexpected(contacts::importCancelled());
        }
        contacts::People people = planSome(planner, extraFields);
        existing.endReading();
        if (const auto answered = existing.answered(); !answered) {
            return std::unexpected(answered.error());
        }
        created += people.size();
        giveOut(std::move(people), count - planner.left() - planner.waiting() - created);
    }
    contacts::ImportPlan plan = planner.finish();
    tellPlan(plan, created, planned.outcome);
    planned.outcome.possibleDuplicates = duplicatesOf(plan, **reader);
    dropTakenIds(plan.creates, **reader);
    planChanges(plan.updates, planned, extraFields);
    for (const auto &person : plan.creates) {
        extraFields.add(person->contact);
    }
    planned.outcome.extraFields = extraFields.sorted();
    created += plan.creates.size();
    giveOut(std::move(plan.creates), count - created - planned.changes.size());
    return planned;
}

} // namespace crema::flows
