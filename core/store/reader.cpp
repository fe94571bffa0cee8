// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reader.h"

#include "base/dates.h"
#include "model/status.h"
#include "store/contactsql.h"
#include "store/historyreader.h"
#include "store/schema.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

Result<StoredRecord> readStored(const Statement &row, Kind kind)
{
    StoredRecord record {row.integer(0), row.text(1), row.text(2), {}};
    auto body = parseJson(row.view(3));
    if (!body || !body->is_object()) {
        return failure(ErrorKind::storage,
                       u"The stored %1 \"%2\" is damaged; \"crema-cli check\" lists what can be saved."_s.arg(
                               kindName(kind), record.id));
    }
    record.body = std::move(*body);
    return record;
}

QByteArray selectFrom(Kind kind)
{
    return QByteArray("SELECT rid, id, state, body FROM ") + tableOf(kind).name + " WHERE ";
}

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

/// All rows of a statement as values, or its error.
template <typename Value, typename Read>
Result<QVector<Value>> collect(Statement &statement, Read read)
{
    QVector<Value> values;
    while (statement.step()) {
        values << read(statement);
    }
    return statement.failed() ? Result<QVector<Value>>(std::unexpected(statement.error())) : values;
}

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
    auto connection = Connection::open(databasePath, Access::readOnly);
    if (!connection) {
        return std::unexpected(connection.error());
    }
    return std::unique_ptr<Reader>(new Reader(std::move(*connection)));
}

Result<QString> Reader::resolve(Kind kind, const QString &prefix) const
{
    if (prefix.isEmpty()) {
        return failure(ErrorKind::rejectedInput, u"An id is missing."_s);
    }
    Statement statement(
            *m_connection,
            QByteArray("SELECT id FROM ") + tableOf(kind).name
                    + " WHERE id >= ?1 AND substr(id, 1, length(?1)) = ?1 ORDER BY id = ?1 DESC, id LIMIT 2");
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

Result<StoredRecord> Reader::record(Kind kind, const QString &id) const
{
    Statement statement(*m_connection, selectFrom(kind) + "id=?1 AND op NOT IN (SELECT op FROM staging)");
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
        const QString where = found->state == "trashed"_L1 ? u"is in the trash"_s
                                                           : u"was merged into another"_s;
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

Result<> Reader::forEachContact(const std::function<bool(const Contact &)> &visit) const
{
    Statement statement(*m_connection, selectFrom(Kind::contact) + liveRows + " ORDER BY rid");
    while (statement.step()) {
        const auto record = readStored(statement, Kind::contact);
        if (!record) {
            return std::unexpected(record.error());
        }
        if (!visit(contactFrom(record->id, record->body))) {
            return {};
        }
    }
    return statement.failed() ? Result<>(std::unexpected(statement.error())) : Result<> {};
}

Result<QVector<std::pair<QString, int>>> Reader::statusCounts() const
{
    Statement statement(*m_connection,
                        QByteArray("SELECT status, count(*) FROM contact WHERE ") + liveRows
                                + " GROUP BY status");
    auto counts = collect<std::pair<QString, int>>(statement, [](const Statement &row) {
        return std::pair(row.text(0), static_cast<int>(row.integer(1)));
    });
    if (!counts) {
        return counts;
    }
    const auto rank = [](const QString &status) {
        const qsizetype index = contactStatuses().indexOf(status);
        return index < 0 ? contactStatuses().size() : index;
    };
    std::ranges::sort(*counts, [&](const auto &a, const auto &b) {
        return std::pair(rank(a.first), a.first) < std::pair(rank(b.first), b.first);
    });
    return counts;
}

Result<QStringList> Reader::withKey(Kind kind, const QString &key) const
{
    Statement statement(*m_connection,
                        QByteArray("SELECT id FROM lookup JOIN ") + tableOf(kind).name
                                + " USING(rid) WHERE key=?1 AND kind=?2 AND " + liveRows);
    const auto ids = collect<QString>(statement.bind(1, key).bind(2, static_cast<int>(kind)),
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
    Statement statement(*m_connection, QByteArray(selectJob) + "WHERE substr(id, 1, length(?1))=?1 LIMIT 2");
    const auto found = collect<JobRow>(statement.bind(1, id), readJob);
    if (!found) {
        return std::unexpected(found.error());
    }
    if (found->size() != 1 || id.isEmpty()) {
        return failure(ErrorKind::notFound,
                       found->size() > 1 ? u"Several jobs begin with \"%1\"."_s.arg(id)
                                         : u"There is no job \"%1\"."_s.arg(id));
    }
    return found->constFirst();
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

Result<qint64> Reader::countContacts(const ContactQuery &query) const
{
    ContactSql sql(query);
    Statement statement(*m_connection, "SELECT count(*) FROM contact WHERE " + sql.where());
    sql.bind(statement);
    return statement.step() ? Result<qint64>(statement.integer(0)) : std::unexpected(statement.error());
}

Result<QVector<ContactRow>> Reader::contactPage(const ContactQuery &query, int limit, int offset) const
{
    ContactSql sql(query);
    Statement statement(*m_connection,
                        ContactSql::selectRow() + " WHERE " + sql.where() + " ORDER BY " + sql.order()
                                + " LIMIT " + QByteArray::number(limit) + " OFFSET "
                                + QByteArray::number(offset));
    sql.bind(statement);
    return collect<ContactRow>(statement, ContactSql::readRow);
}

Result<QVector<qint64>> Reader::contactRowIds(const ContactQuery &query) const
{
    ContactSql sql(query);
    Statement statement(*m_connection,
                        "SELECT rid FROM contact WHERE " + sql.where() + " ORDER BY " + sql.order());
    sql.bind(statement);
    return collect<qint64>(statement, [](const Statement &row) { return row.integer(0); });
}

Result<QVector<ContactRow>> Reader::contactRows(const QVector<qint64> &rids) const
{
    Statement statement(*m_connection, ContactSql::selectRow() + " WHERE rid=?1 AND state='live'");
    QVector<ContactRow> rows;
    rows.reserve(rids.size());
    for (const qint64 rid : rids) {
        if (statement.bind(1, rid).step()) {
            rows << ContactSql::readRow(statement);
        }
        if (statement.failed()) {
            return std::unexpected(statement.error());
        }
        statement.reset();
    }
    return rows;
}

} // namespace crema::store
