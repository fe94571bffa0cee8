// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/mending.h"

#include "model/contact.h"
#include "store/salvage.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

/// Runs one statement and gives the number of changed rows.
Result<int> change(Connection &connection, const QByteArray &sql)
{
    Statement statement(connection, sql);
    const auto done = statement.run();
    return done ? Result<int>(sqlite3_changes(connection.handle())) : std::unexpected(done.error());
}

Result<qint64> number(Connection &connection, const QByteArray &sql)
{
    Statement statement(connection, sql);
    return statement.step() ? Result<qint64>(statement.integer(0)) : std::unexpected(statement.error());
}

/// Records that were created, are not there, and were not deleted for good.
Result<qint64> missingRecords(Connection &connection, Kind kind)
{
    const QByteArray number_ = QByteArray::number(static_cast<int>(kind));
    const QByteArray table = tableOf(kind).name;
    return number(connection,
                  "SELECT coalesce(sum(c.last_rid-c.rid+1 - (SELECT count(*) FROM " + table
                          + " r WHERE r.rid BETWEEN c.rid AND c.last_rid) - (SELECT count(*) FROM tombstone "
                            "t WHERE t.kind="
                          + number_
                          + " AND t.rid BETWEEN c.rid AND c.last_rid)),0) FROM change c WHERE c.kind="
                          + number_ + " AND c.field IS NULL");
}

struct UnreadableRecord
{
    qint64 rid = 0;
    QString id;
    QByteArray body;
    QMap<QString, QString> columns;
};

Result<std::vector<UnreadableRecord>> unreadableRecords(Connection &connection, Kind kind)
{
    const KindTable &table = tableOf(kind);
    QByteArray sql = "SELECT rid, id, body";
    for (const Projection &projection : table.projections) {
        sql += QByteArray(",") + projection.column;
    }
    // SQLite says what is JSON; our reader asks for more (valid UTF-8, an object).
    Statement select(connection, sql + " FROM " + table.name);
    std::vector<UnreadableRecord> found;
    while (select.step()) {
        if (const auto body = parseJson(select.view(2)); body && body->is_object()) {
            continue;
        }
        UnreadableRecord record {select.integer(0), select.text(1), select.bytes(2), {}};
        for (int i = 0; i < static_cast<int>(table.projections.size()); ++i) {
            record.columns.insert(QString::fromLatin1(table.projections[static_cast<size_t>(i)].column),
                                  select.text(3 + i));
        }
        found.push_back(std::move(record));
    }
    return select.failed() ? Result<std::vector<UnreadableRecord>>(std::unexpected(select.error())) : found;
}

/// A contact from what the list showed of it; nothing when that is not even a name or an address.
std::optional<Json> bodyFromColumns(const UnreadableRecord &record)
{
    const auto column = [&](const char16_t *name) { return record.columns.value(QString::fromUtf16(name)); };
    Contact contact;
    contact.id = record.id;
    const QString name = column(u"name");
    contact.firstName = name.section(u' ', 0, 0);
    contact.lastName = name.section(u' ', 1);
    if (const QString email = column(u"email"); !email.isEmpty()) {
        addPoint(contact.addresses, u"work"_s, email);
    }
    if (name.isEmpty() && contact.addresses.empty()) {
        return std::nullopt;
    }
    if (const QString link = column(u"linkedin"); !link.isEmpty()) {
        addPoint(contact.links, u"linkedin"_s, link);
    }
    Position position;
    position.company = column(u"company");
    position.title = column(u"job_title");
    if (!position.company.isEmpty() || !position.title.isEmpty()) {
        addPosition(contact.positions, position);
    }
    School school;
    school.name = column(u"college");
    if (!school.name.isEmpty()) {
        addSchool(contact.schools, school);
    }
    contact.location = column(u"place");
    contact.status = column(u"status");
    contact.tags = column(u"tags").split(u", "_s, Qt::SkipEmptyParts);
    contact.nextActionDate = column(u"next_action_date");
    contact.lastContactDate = column(u"last_contact_date");
    contact.createdAt = column(u"created_at");
    contact.sample = !column(u"sample").isEmpty();
    return toBody(contact);
}

Result<> mendRecord(Connection &connection, Kind kind, const UnreadableRecord &record, Mending &mending)
{
    Json columns = Json::object();
    for (const auto &[name, value] : record.columns.asKeyValueRange()) {
        putText(columns, name.toUtf8().constData(), value);
    }
    mending.quarantined.push_back({{"kind", kindName(kind)},
                                   {"id", record.id},
                                   {"rid", record.rid},
                                   {"columns", columns},
                                   {"body", jsonOfBytes(record.body)}});
    const auto body = kind == Kind::contact ? bodyFromColumns(record) : std::nullopt;
    if (!body) {
        Statement remove(connection, QByteArray("DELETE FROM ") + tableOf(kind).name + " WHERE rid=?1");
        mending.lost << u"The %1 \"%2\" could not be read; what is left of it is in quarantine."_s.arg(
                kindName(kind), record.id);
        return remove.bind(1, record.rid).run();
    }
    Statement update(connection, "UPDATE contact SET body=?2, dirty=1 WHERE rid=?1");
    mending.lost << u"The details of the contact \"%1\" (%2) could not be read; name, email, firm and status "
                    u"were kept, the "
                    u"rest is in quarantine."_s.arg(record.id, record.columns.value(u"name"_s));
    return update.bind(1, record.rid).bind(2, toBytes(*body)).run();
}

/// The last state that the history has of a record and that there is; "live" when it has none.
Result<QString> stateInHistory(Connection &connection, Kind kind, qint64 rid)
{
    Statement select(connection,
                     QByteArray("SELECT state FROM (SELECT seq, after->>'$' AS state FROM change WHERE "
                                "kind=?1 AND field='@state' AND rid<=?2 AND last_rid>=?2 AND "
                                "json_valid(after)) WHERE NOT (")
                             + impossibleState + ") ORDER BY seq DESC LIMIT 1");
    select.bind(1, static_cast<int>(kind)).bind(2, rid);
    if (select.step()) {
        return select.text(0);
    }
    return select.failed() ? Result<QString>(std::unexpected(select.error())) : u"live"_s;
}

QString stateInWords(const QString &state)
{
    return state == "live"_L1       ? u"is among the others again"_s
            : state == "trashed"_L1 ? u"is in the trash again"_s
                                    : u"is part of another one again"_s;
}

Result<> mendStates(Connection &connection, Kind kind, Mending &mending)
{
    const QByteArray table = tableOf(kind).name;
    std::vector<std::pair<qint64, QString>> found;
    Statement select(connection, "SELECT rid, id FROM " + table + " WHERE " + impossibleState);
    while (select.step()) {
        found.emplace_back(select.integer(0), select.text(1));
    }
    if (select.failed()) {
        return std::unexpected(select.error());
    }
    Statement update(connection, "UPDATE " + table + " SET state=?2, dirty=1 WHERE rid=?1");
    for (const auto &[rid, id] : found) {
        const auto state = stateInHistory(connection, kind, rid);
        if (!state) {
            return std::unexpected(state.error());
        }
        if (const auto set = update.bind(1, rid).bind(2, *state).run(); !set) {
            return set;
        }
        mending.saved << u"The %1 \"%2\" was in a state that there is not; it %3."_s.arg(
                kindName(kind), id, stateInWords(*state));
    }
    return {};
}

} // namespace

Result<> mendRecords(Connection &connection, Mending &mending)
{
    for (const Kind kind : allKinds) {
        const auto missing = missingRecords(connection, kind);
        if (!missing) {
            return std::unexpected(missing.error());
        }
        if (*missing > 0) {
            mending.lost << u"%1 records of the kind \"%2\" that were made once could not be found."_s
                                    .arg(*missing)
                                    .arg(kindName(kind));
        }
        if (const auto mended = mendStates(connection, kind, mending); !mended) {
            return mended;
        }
        const auto unreadable = unreadableRecords(connection, kind);
        if (!unreadable) {
            return std::unexpected(unreadable.error());
        }
        for (const UnreadableRecord &record : *unreadable) {
            if (const auto mended = mendRecord(connection, kind, record, mending); !mended) {
                return mended;
            }
        }
    }
    return {};
}

namespace {

/// SQL of every row that names an operation or a device: (column) of the user tables and of the marks.
QByteArray namedIn(const char *column)
{
    QByteArray sql = "SELECT " + QByteArray(column) + " AS n FROM field_mark";
    for (const Kind kind : allKinds) {
        sql += QByteArray(" UNION SELECT ") + column + " FROM " + tableOf(kind).name;
    }
    return sql;
}

Result<> dropOrphanMarks(Connection &connection, Mending &mending)
{
    QByteArray known = "0";
    int dropped = 0;
    for (const Kind kind : allKinds) {
        const QByteArray number_ = QByteArray::number(static_cast<int>(kind));
        known += "," + number_;
        const auto gone = change(connection,
                                 "DELETE FROM field_mark WHERE kind=" + number_
                                         + " AND rid NOT IN (SELECT rid FROM " + tableOf(kind).name + ")");
        if (!gone) {
            return std::unexpected(gone.error());
        }
        dropped += *gone;
    }
    const auto foreign = change(connection, "DELETE FROM field_mark WHERE kind NOT IN (" + known + ")");
    if (!foreign) {
        return std::unexpected(foreign.error());
    }
    if (dropped + *foreign > 0) {
        mending.saved << u"%1 marks of records that are not there were removed."_s.arg(dropped + *foreign);
    }
    return {};
}

Result<> dropUnreadableChanges(Connection &connection, Mending &mending)
{
    constexpr const char *bad =
            " FROM change WHERE NOT json_valid(coalesce(before,'0')) OR NOT json_valid(coalesce(after,'0'))";
    Statement select(connection, QByteArray("SELECT op, kind, rid, field, before, after") + bad);
    int count = 0;
    while (select.step()) {
        ++count;
        mending.quarantined.push_back({{"table", "change"},
                                       {"op", select.integer(0)},
                                       {"kind", select.integer(1)},
                                       {"rid", select.integer(2)},
                                       {"field", jsonOfBytes(select.bytes(3))},
                                       {"before", jsonOfBytes(select.bytes(4))},
                                       {"after", jsonOfBytes(select.bytes(5))}});
    }
    if (select.failed()) {
        return std::unexpected(select.error());
    }
    if (count == 0) {
        return {};
    }
    mending.lost << u"%1 entries of the history could not be read; they are in quarantine."_s.arg(count);
    const auto gone = change(connection, QByteArray("DELETE") + bad);
    return gone ? Result<> {} : std::unexpected(gone.error());
}

} // namespace

Result<> mendHistory(Connection &connection, const QString &at, Mending &mending)
{
    if (const auto dropped = dropUnreadableChanges(connection, mending); !dropped) {
        return dropped;
    }
    if (const auto dropped = dropOrphanMarks(connection, mending); !dropped) {
        return dropped;
    }
    // An entry that stands for a lost one: it says who and when is not known, and cannot be undone.
    Statement operations(
            connection,
            "INSERT INTO operation(seq,id,label,origin,at) SELECT n, 'lost-'||n, 'Repaired', 'migration', ?1 "
            "FROM (" + namedIn("op")
                    + " UNION SELECT op FROM change UNION SELECT said FROM change) WHERE n<>0 AND n NOT IN "
                      "(SELECT seq FROM operation)");
    if (const auto added = operations.bind(1, at).run(); !added) {
        return added;
    }
    if (const int count = sqlite3_changes(connection.handle()); count > 0) {
        mending.lost << u"%1 operations are named in the history and could not be found."_s.arg(count);
    }
    const auto devices = change(
            connection,
            "INSERT INTO device(num,id,fingerprint) SELECT n, 'lost-'||n, 'lost-'||n FROM ("
                    + namedIn("device") + ") WHERE n NOT IN (SELECT num FROM device)");
    const auto staging = change(connection,
                                "DELETE FROM staging WHERE op NOT IN (SELECT seq FROM operation)");
    return !devices    ? Result<>(std::unexpected(devices.error()))
            : !staging ? Result<>(std::unexpected(staging.error()))
                       : Result<> {};
}

Result<> rebuildIndexes(Connection &connection, const KeysOf &keysOf)
{
    RecordIndex index(connection, keysOf);
    for (const Kind kind : allKinds) {
        const KindTable &table = tableOf(kind);
        QByteArray set;
        int parameter = 2;
        for (const Projection &projection : table.projections) {
            set += (set.isEmpty() ? QByteArray() : QByteArray(",")) + projection.column + "=?"
                    + QByteArray::number(parameter++);
        }
        Statement select(connection, QByteArray("SELECT rid, id, body FROM ") + table.name + " ORDER BY rid");
        Statement update(connection,
                         QByteArray("UPDATE ") + table.name + " SET " + (set.isEmpty() ? "op=op" : set)
                                 + " WHERE rid=?1");
        while (select.step()) {
            const qint64 rid = select.integer(0);
            const Json body = parseJson(select.view(2)).value_or(Json::object());
            update.bind(1, rid);
            for (int i = 0; i < static_cast<int>(table.projections.size()); ++i) {
                const std::string value = table.projections[static_cast<size_t>(i)].value(body);
                if (value.empty()) {
                    update.bindNull(2 + i);
                } else {
                    update.bind(2 + i, QByteArray::fromStdString(value));
                }
            }
            const Result<> results[] {update.run(),
                                      index.add(kind, rid, index.entryOf(kind, select.text(1), body))};
            for (const Result<> &result : results) {
                if (!result) {
                    return result;
                }
            }
        }
        if (select.failed()) {
            return std::unexpected(select.error());
        }
    }
    return {};
}

} // namespace crema::store
