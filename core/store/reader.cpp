// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reader.h"

#include "store/databasefile.h"
#include "store/historyreader.h"
#include "store/migrations.h"
#include "store/readerrows.h"
#include "store/recordindex.h"
#include "store/schema.h"

#include <QScopeGuard>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

JobRow readJob(const Statement &row)
{
    JobRow job;
    job.id = row.text(0);
    job.kind = row.text(1);
    job.title = row.text(2);
    job.state = row.text(3);
    job.stage = row.text(4);
    job.input = parseJson(row.view(5)).value_or(Json::object());
    job.results = parseJson(row.view(6)).value_or(Json::object());
    job.error = row.text(7);
    job.done = static_cast<int>(row.integer(8));
    job.total = static_cast<int>(row.integer(9));
    job.paid = row.integer(10) != 0;
    job.createdAt = row.text(11);
    job.updatedAt = row.text(12);
    return job;
}

constexpr const char *selectJob =
        "SELECT id,kind,title,state,stage,input,results,error,done,total,paid,created_at,updated_at FROM "
        "job ";

template <typename Value, typename Make>
Result<QVector<Value>> mapped(const Result<QVector<StoredRecord>> &records, Make make)
{
    if (!records) {
        return std::unexpected(records.error());
    }
    QVector<Value> values;
    values.reserve(records->size());
    for (const StoredRecord &record : *records) {
        values << make(record);
    }
    return values;
}

} // namespace

Result<std::unique_ptr<Reader>> Reader::open(const QString &databasePath)
{
    if (const auto ours = refuseForeignFile(databasePath); !ours) {
        return std::unexpected(ours.error());
    }
    auto connection = Connection::open(databasePath, Access::readOnly);
    if (!connection) {
        return std::unexpected(connection.error());
    }
    const auto version = schemaVersion(**connection);
    if (!version) {
        return std::unexpected(version.error());
    }
    if (const auto known = refuseNewerVersion(databasePath, *version); !known) {
        return std::unexpected(known.error());
    }
    if (*version < currentSchemaVersion()) {
        return failure(
                ErrorKind::conflict,
                u"The workspace \"%1\" is in an older format (%2); open it once in Crema, which converts "
                u"it."_s.arg(databasePath)
                        .arg(*version));
    }
    return std::unique_ptr<Reader>(new Reader(std::move(*connection)));
}

Result<QString> Reader::resolve(Kind kind, const QString &prefix) const
{
    if (prefix.isEmpty()) {
        return failure(ErrorKind::rejectedInput, u"An id is missing."_s);
    }
    // The upper end keeps the search inside the index; char(1114111) sorts after everything.
    Statement statement(
            *m_connection,
            QByteArray("SELECT id FROM ") + tableOf(kind).name
                    + " WHERE id >= ?1 AND id < ?1||char(1114111) AND substr(id,1,length(?1))=?1 AND "
                      "op NOT IN (SELECT op FROM staging) ORDER BY id LIMIT 2");
    statement.bind(1, prefix);
    const auto ids = collect<QString>(statement, [](const Statement &row) { return row.text(0); });
    if (!ids) {
        return std::unexpected(ids.error());
    }
    if (ids->isEmpty()) {
        return failure(ErrorKind::notFound, u"There is no %1 \"%2\"."_s.arg(kindName(kind), prefix));
    }
    if (ids->size() > 1 && ids->constFirst() != prefix) {
        return failure(ErrorKind::rejectedInput,
                       u"Several %1 ids begin with \"%2\"; write more of it."_s.arg(kindName(kind), prefix));
    }
    return ids->constFirst();
}

Statement &Reader::recordById(Kind kind) const
{
    auto known = m_recordsById.find(kind);
    if (known != m_recordsById.end() && known->second.failed()) {
        m_recordsById.erase(known); // it could not be prepared
        known = m_recordsById.end();
    }
    if (known == m_recordsById.end()) {
        const QByteArray sql = selectFrom(kind) + "id=?1 AND op NOT IN (SELECT op FROM staging)";
        known = m_recordsById.try_emplace(kind, *m_connection, sql).first;
    }
    return known->second;
}

Result<StoredRecord> Reader::record(Kind kind, const QString &id) const
{
    Statement &statement = recordById(kind);
    const auto done = qScopeGuard([&statement] { statement.reset(); });
    if (statement.bind(1, id).step()) {
        return readStored(statement, kind);
    }
    return statement.failed()
            ? Result<StoredRecord>(std::unexpected(statement.error()))
            : failure(ErrorKind::notFound, u"There is no %1 \"%2\"."_s.arg(kindName(kind), id));
}

Result<StoredRecord> Reader::live(Kind kind, const QString &id) const
{
    auto found = record(kind, id);
    if (found && found->state != "live"_L1) {
        const QString where = found->state == "trashed"_L1
                ? u"is in the trash"_s
                : u"was merged into \"%1\""_s.arg(found->state.mid(7));
        return failure(ErrorKind::notFound, u"The %1 \"%2\" %3."_s.arg(kindName(kind), id, where));
    }
    return found;
}

Result<Contact> Reader::contact(const QString &id) const
{
    const auto stored = live(Kind::contact, id);
    if (!stored) {
        return std::unexpected(stored.error());
    }
    Contact contact = contactFrom(stored->id, stored->body);
    const auto origins = fieldOrigins(*m_connection, Kind::contact, stored->rid);
    if (!origins) {
        return std::unexpected(origins.error());
    }
    contact.sources = sourcesOf(*origins);
    return contact;
}

Result<Contact> Reader::contactValues(const QString &id) const
{
    const auto stored = live(Kind::contact, id);
    return stored ? Result<Contact>(contactFrom(stored->id, stored->body)) : std::unexpected(stored.error());
}

Result<Draft> Reader::draft(const QString &id) const
{
    const auto stored = live(Kind::draft, id);
    return stored ? Result<Draft>(draftFrom(stored->id, stored->body)) : std::unexpected(stored.error());
}

Result<Run> Reader::run(const QString &id) const
{
    const auto stored = live(Kind::run, id);
    return stored ? Result<Run>(runFrom(stored->id, stored->body)) : std::unexpected(stored.error());
}

Result<Prep> Reader::prep(const QString &id) const
{
    const auto stored = live(Kind::prep, id);
    return stored ? Result<Prep>(prepFrom(stored->id, stored->body)) : std::unexpected(stored.error());
}

Result<Resume> Reader::resume(const QString &id) const
{
    const auto stored = live(Kind::resume, id);
    return stored ? Result<Resume>(resumeFrom(stored->id, stored->body)) : std::unexpected(stored.error());
}

Result<Profile> Reader::profile() const
{
    const auto stored = live(Kind::profile, profileId());
    if (stored) {
        return profileFrom(stored->body);
    }
    return stored.error().kind == ErrorKind::notFound ? Result<Profile>(Profile {})
                                                      : std::unexpected(stored.error());
}

Result<std::optional<Resume>> Reader::defaultResume() const
{
    const auto all = resumes();
    if (!all) {
        return std::unexpected(all.error());
    }
    const auto it = std::ranges::find(*all, true, &Resume::isDefault);
    return it != all->end()  ? std::optional(*it)
            : all->isEmpty() ? std::nullopt
                             : std::optional(all->constFirst());
}

Result<QVector<StoredRecord>> Reader::list(Kind kind, const QByteArray &where, const QStringList &values,
                                           const QByteArray &order) const
{
    QByteArray sql = selectFrom(kind) + liveRows;
    if (!where.isEmpty()) {
        sql += " AND " + where;
    }
    Statement statement(*m_connection, sql + " ORDER BY " + order);
    for (qsizetype i = 0; i < values.size(); ++i) {
        statement.bind(static_cast<int>(i) + 1, values[i]);
    }
    QVector<StoredRecord> records;
    while (statement.step()) {
        auto record = readStored(statement, kind);
        if (!record) {
            return std::unexpected(record.error());
        }
        records << std::move(*record);
    }
    return statement.failed() ? Result<QVector<StoredRecord>>(std::unexpected(statement.error())) : records;
}

namespace {

QByteArray whereOf(const RecordFilter &filter, const char *stateColumn, QStringList &values)
{
    QByteArrayList parts;
    const auto add = [&](const char *column, const QString &value) {
        if (!value.isEmpty()) {
            values << value;
            parts << QByteArray(column) + "=?" + QByteArray::number(values.size());
        }
    };
    add("contact_id", filter.contactId);
    add("run_id", filter.runId);
    add(stateColumn, filter.state);
    return parts.join(" AND ");
}

} // namespace

Result<QVector<Draft>> Reader::drafts(const RecordFilter &filter) const
{
    QStringList values;
    const QByteArray where = whereOf(filter, "mail_state", values);
    return mapped<Draft>(list(Kind::draft, where, values, "created_at DESC, rid DESC"),
                         [](const StoredRecord &record) { return draftFrom(record.id, record.body); });
}

Result<QVector<Run>> Reader::runs(int limit) const
{
    return mapped<Run>(
            list(Kind::run, {}, {}, "created_at DESC, rid DESC LIMIT " + QByteArray::number(limit)),
            [](const StoredRecord &record) { return runFrom(record.id, record.body); });
}

Result<QVector<Prep>> Reader::preps(const RecordFilter &filter) const
{
    QStringList values;
    RecordFilter own = filter;
    own.runId.clear(); // a prep belongs to a contact, not to a run
    const QByteArray where = whereOf(own, "prep_status", values);
    return mapped<Prep>(list(Kind::prep, where, values, "created_at DESC, rid DESC"),
                        [](const StoredRecord &record) { return prepFrom(record.id, record.body); });
}

Result<QVector<Resume>> Reader::resumes() const
{
    return mapped<Resume>(list(Kind::resume, {}, {}, "created_at DESC, rid DESC"),
                          [](const StoredRecord &record) { return resumeFrom(record.id, record.body); });
}

Result<QStringList> Reader::withKey(Kind kind, const QString &key) const
{
    Statement statement(*m_connection,
                        QByteArray("SELECT id FROM lookup JOIN ") + tableOf(kind).name
                                + " USING(rid) WHERE key=?1 AND kind=?2 AND " + liveRows);
    const auto ids = collect<QString>(statement.bind(1, keyHash(key)).bind(2, static_cast<int>(kind)),
                                      [](const Statement &row) { return row.text(0); });
    return ids ? Result<QStringList>(QStringList(*ids)) : std::unexpected(ids.error());
}

Result<QStringList> Reader::contactsNamed(const QString &foldedName, int most) const
{
    Statement statement(*m_connection,
                        QByteArray("SELECT id FROM contact WHERE sort_name=?1 AND ") + liveRows
                                + " ORDER BY rid LIMIT ?2");
    const auto ids = collect<QString>(statement.bind(1, foldedName).bind(2, most),
                                      [](const Statement &row) { return row.text(0); });
    return ids ? Result<QStringList>(QStringList(*ids)) : std::unexpected(ids.error());
}

Result<QVector<TrashedRecord>> Reader::trash() const
{
    QVector<TrashedRecord> trashed;
    for (const Kind kind : allKinds) {
        Statement statement(*m_connection,
                            QByteArray("SELECT id, body, state_at FROM ") + tableOf(kind).name
                                    + " WHERE state='trashed' ORDER BY state_at DESC");
        while (statement.step()) {
            const Json body = parseJson(statement.view(1)).value_or(Json::object());
            trashed << TrashedRecord {kind, statement.text(0), titleOf(kind, body), statement.text(2)};
        }
        if (statement.failed()) {
            return std::unexpected(statement.error());
        }
    }
    std::ranges::sort(trashed, std::ranges::greater {}, &TrashedRecord::trashedAt);
    return trashed;
}

Result<QVector<JobRow>> Reader::jobs(bool openOnly) const
{
    Statement statement(*m_connection,
                        QByteArray(selectJob) + (openOnly ? "WHERE state IN ('queued','running') " : "")
                                + "ORDER BY created_at DESC, id");
    return collect<JobRow>(statement, readJob);
}

Result<JobRow> Reader::job(const QString &id) const
{
    Statement statement(*m_connection,
                        QByteArray(selectJob) + "WHERE substr(id, 1, length(?1))=?1 ORDER BY id LIMIT 2");
    const auto found = collect<JobRow>(statement.bind(1, id), readJob);
    if (!found) {
        return std::unexpected(found.error());
    }
    if (id.isEmpty()) {
        return failure(ErrorKind::rejectedInput, u"An id is missing."_s);
    }
    if (found->isEmpty()) {
        return failure(ErrorKind::notFound, u"There is no job \"%1\"."_s.arg(id));
    }
    const auto exact = std::ranges::find(*found, id, &JobRow::id);
    if (found->size() > 1 && exact == found->end()) {
        return failure(ErrorKind::rejectedInput,
                       u"Several job ids begin with \"%1\"; write more of it."_s.arg(id));
    }
    return exact == found->end() ? found->constFirst() : *exact;
}

Result<int> Reader::balance(const QString &account) const
{
    Statement statement(*m_connection, "SELECT balance FROM ledger_account WHERE account=?1");
    const int balance = statement.bind(1, account).step() ? static_cast<int>(statement.integer(0)) : 0;
    return statement.failed() ? Result<int>(std::unexpected(statement.error())) : balance;
}

Result<QVector<LedgerEntry>> Reader::ledger(const QString &account, int limit) const
{
    Statement statement(*m_connection,
                        "SELECT posting,account,amount,job_id,note FROM ledger_entry WHERE account=?1 ORDER "
                        "BY seq DESC LIMIT ?2");
    return collect<LedgerEntry>(statement.bind(1, account).bind(2, limit), [](const Statement &row) {
        return LedgerEntry {row.text(0), row.text(1), static_cast<int>(row.integer(2)), row.text(3),
                            row.text(4)};
    });
}

Result<QVector<Receipt>> Reader::receipts(int limit) const
{
    Statement statement(
            *m_connection,
            "SELECT job_id,kind,what,reserved,charged,released,at FROM receipt ORDER BY at DESC LIMIT ?1");
    return collect<Receipt>(statement.bind(1, limit), [](const Statement &row) {
        return Receipt {row.text(0),
                        row.text(1),
                        row.text(2),
                        static_cast<int>(row.integer(3)),
                        static_cast<int>(row.integer(4)),
                        static_cast<int>(row.integer(5)),
                        row.text(6)};
    });
}

Result<QString> Reader::metaValue(const QString &key) const
{
    Statement statement(*m_connection, "SELECT value FROM meta WHERE key=?1");
    const QString value = statement.bind(1, key).step() ? statement.text(0) : QString();
    return statement.failed() ? Result<QString>(std::unexpected(statement.error())) : value;
}

Result<QString> Reader::fact(const QString &recordId, const QString &name) const
{
    Statement statement(*m_connection,
                        "SELECT value FROM fact WHERE record_id=?1 AND name=?2 ORDER BY seq DESC LIMIT 1");
    const QString value = statement.bind(1, recordId).bind(2, name).step() ? statement.text(0) : QString();
    return statement.failed() ? Result<QString>(std::unexpected(statement.error())) : value;
}

ReadTransaction::ReadTransaction(const Reader &reader)
    : m_connection(reader.connection()), m_begun(m_connection.run("BEGIN"))
{
}

ReadTransaction::~ReadTransaction()
{
    if (m_begun) {
        static_cast<void>(m_connection.run("COMMIT")); // it has read only
    }
}

} // namespace crema::store
