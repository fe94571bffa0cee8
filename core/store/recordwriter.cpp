// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recordwriter.h"

#include "store/schema.h"

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

constexpr int firstProjection = 11; // parameters 1..10 are the columns that every table begins with

QByteArray insertSql(const KindTable &table)
{
    QByteArray columns = "rid,id,schema,state,state_at,dirty,stamp,device,op,body";
    QByteArray values = "?1,?2,?3,?4,?5,?6,?7,?8,?9,?10";
    int parameter = firstProjection;
    for (const Projection &projection : table.projections) {
        columns += QByteArray(",") + projection.column;
        values += ",?" + QByteArray::number(parameter++);
    }
    return "INSERT INTO " + QByteArray(table.name) + "(" + columns + ") VALUES(" + values + ")";
}

QByteArray updateSql(const KindTable &table)
{
    QByteArray sql = "UPDATE " + QByteArray(table.name) + " SET dirty=?2, body=?10";
    int parameter = firstProjection;
    for (const Projection &projection : table.projections) {
        sql += QByteArray(", ") + projection.column + "=?" + QByteArray::number(parameter++);
    }
    return sql + " WHERE rid=?1";
}

QByteArray selectSql(const KindTable &table, const char *where)
{
    return QByteArray("SELECT rid, id, state, body FROM ") + table.name + " WHERE " + where;
}

void bindProjections(Statement &statement, const KindTable &table, const Json &body)
{
    int parameter = firstProjection;
    for (const Projection &projection : table.projections) {
        const QString value = projection.value(body);
        if (value.isEmpty()) {
            statement.bindNull(parameter);
        } else {
            statement.bind(parameter, value);
        }
        ++parameter;
    }
}

void bindOptional(Statement &statement, int parameter, const std::optional<Json> &value)
{
    if (value) {
        statement.bind(parameter, toBytes(*value));
    } else {
        statement.bindNull(parameter);
    }
}

Error notThere(Kind kind, const QString &id)
{
    return {.kind = ErrorKind::notFound,
            .text = u"There is no %1 \"%2\"."_s.arg(kindName(kind), id),
            .detail = {},
            .retryAfter = {}};
}

} // namespace

struct RecordWriter::Statements
{
    Statements(Connection &connection, const KindTable &table)
        : insert(connection, insertSql(table)), update(connection, updateSql(table)),
          selectById(connection, selectSql(table, "id=?1")),
          selectByRid(connection, selectSql(table, "rid=?1")),
          setState(connection,
                   "UPDATE " + QByteArray(table.name) + " SET state=?2, state_at=?3, dirty=?4 WHERE rid=?1")
    {
    }

    Statement insert;
    Statement update;
    Statement selectById;
    Statement selectByRid;
    Statement setState;
};

RecordWriter::RecordWriter(Connection &connection, KeysOf keysOf)
    : m_connection(connection), m_keysOf(std::move(keysOf)), m_statements(allKinds.size() + 1),
      m_noteChange(
              connection,
              "INSERT INTO change(op,kind,rid,last_rid,field,before,after) VALUES(?1,?2,?3,?4,?5,?6,?7)"),
      m_mark(connection,
             "INSERT OR REPLACE INTO field_mark(kind,rid,field,stamp,device,op,source) "
             "VALUES(?1,?2,?3,?4,?5,?6,?7)"),
      m_addKey(connection, "INSERT OR IGNORE INTO lookup(key,kind,rid) VALUES(?1,?2,?3)"),
      m_dropKeys(connection, "DELETE FROM lookup WHERE kind=?1 AND rid=?2"),
      m_addText(connection, "INSERT INTO fulltext(rowid,title,text) VALUES(?1,?2,?3)"),
      m_dropText(connection, "DELETE FROM fulltext WHERE rowid=?1")
{
}

RecordWriter::~RecordWriter() = default;

RecordWriter::Statements &RecordWriter::of(Kind kind)
{
    auto &statements = m_statements[static_cast<size_t>(kind)];
    if (!statements) {
        statements = std::make_unique<Statements>(m_connection, tableOf(kind));
    }
    return *statements;
}

Result<qint64> RecordWriter::create(const RecordCreate &record)
{
    const Json body = normalisedBody(record.kind, record.body);
    Statement &insert = of(record.kind).insert;
    insert.bindNull(1)
            .bind(2, record.id)
            .bind(3, schemaVersionOf(record.kind))
            .bind(4, QByteArray("live"))
            .bindNull(5);
    insert.bind(6, m_context.dirty ? 1 : 0)
            .bind(7, m_context.stamp)
            .bind(8, m_context.device)
            .bind(9, m_context.operation);
    insert.bind(10, toBytes(body));
    bindProjections(insert, tableOf(record.kind), body);
    if (const auto inserted = insert.run(); !inserted) {
        return std::unexpected(inserted.error());
    }
    const qint64 rid = m_connection.lastRowId();
    if (const auto keyed = indexKeys(record.kind, rid, m_keysOf(record.kind, record.id, body)); !keyed) {
        return std::unexpected(keyed.error());
    }
    if (const auto indexed = indexText(record.kind, rid, body, true); !indexed) {
        return std::unexpected(indexed.error());
    }
    for (const auto &[field, source] : record.sources.asKeyValueRange()) {
        if (const auto marked = mark(record.kind, rid, field, source); !marked) {
            return std::unexpected(marked.error());
        }
    }
    return rid;
}

Result<qint64> RecordWriter::patch(const RecordPatch &patch, int &changed)
{
    auto record = read(patch.kind, patch.id);
    if (!record) {
        return std::unexpected(record.error());
    }
    const auto written = writeEdits(patch.kind, *record, patch.edits, patch.source, changed);
    if (!written) {
        return std::unexpected(written.error());
    }
    return record->rid;
}

Result<qint64> RecordWriter::setState(const StateChange &change, int &changed)
{
    auto record = read(change.kind, change.id);
    if (!record) {
        return std::unexpected(record.error());
    }
    if (record->state != change.state) {
        ++changed;
        if (const auto written = writeState(change.kind, *record, change.state); !written) {
            return std::unexpected(written.error());
        }
    }
    return record->rid;
}

Result<RecordWriter::Stored> RecordWriter::readRow(Statement &statement, Kind kind, const QString &wanted)
{
    if (!statement.step()) {
        statement.reset();
        return std::unexpected(statement.failed() ? statement.error() : notThere(kind, wanted));
    }
    Stored stored {statement.integer(0), statement.text(1), statement.text(2), {}};
    auto body = parseJson(statement.view(3));
    statement.reset();
    if (!body || !body->is_object()) {
        return failure(
                ErrorKind::storage,
                u"The stored %1 \"%2\" is damaged; it was not changed."_s.arg(kindName(kind), stored.id));
    }
    stored.body = std::move(*body);
    return stored;
}

Result<RecordWriter::Stored> RecordWriter::read(Kind kind, const QString &id)
{
    return readRow(of(kind).selectById.bind(1, id), kind, id);
}

Result<RecordWriter::Stored> RecordWriter::read(Kind kind, qint64 rid)
{
    return readRow(of(kind).selectByRid.bind(1, rid), kind, QString::number(rid));
}

Result<> RecordWriter::writeEdits(Kind kind, Stored &record, const std::vector<FieldEdit> &edits,
                                  const std::optional<Source> &source, int &changed)
{
    int own = 0;
    for (const FieldEdit &edit : edits) {
        const auto before = fieldValue(kind, record.body, edit.field);
        if (before == edit.value) {
            continue;
        }
        ++own;
        setField(kind, record.body, edit);
        if (const auto noted = noteChange(kind, record.rid, edit.field, before, edit.value); !noted) {
            return noted;
        }
        if (const auto marked = mark(kind, record.rid, edit.field, source); !marked) {
            return marked;
        }
    }
    if (own == 0) {
        return {};
    }
    changed += own;
    Statement &update = of(kind).update;
    update.bind(1, record.rid).bind(2, m_context.dirty ? 1 : 0).bind(10, toBytes(record.body));
    bindProjections(update, tableOf(kind), record.body);
    if (const auto updated = update.run(); !updated) {
        return updated;
    }
    if (const auto dropped = m_dropKeys.bind(1, static_cast<int>(kind)).bind(2, record.rid).run(); !dropped) {
        return dropped;
    }
    if (const auto keyed = indexKeys(kind, record.rid, m_keysOf(kind, record.id, record.body)); !keyed) {
        return keyed;
    }
    return indexText(kind, record.rid, record.body, false);
}

Result<> RecordWriter::writeState(Kind kind, Stored &record, const QString &state)
{
    if (const auto noted = noteChange(kind, record.rid, u"@state"_s, Json(record.state), Json(state));
        !noted) {
        return noted;
    }
    if (const auto marked = mark(kind, record.rid, u"@state"_s, {}); !marked) {
        return marked;
    }
    record.state = state;
    return of(kind)
            .setState.bind(1, record.rid)
            .bind(2, state)
            .bind(3, m_context.at)
            .bind(4, m_context.dirty ? 1 : 0)
            .run();
}

Result<> RecordWriter::noteCreated(Kind kind, qint64 firstRid, qint64 lastRid)
{
    m_noteChange.bind(1, m_context.operation)
            .bind(2, static_cast<int>(kind))
            .bind(3, firstRid)
            .bind(4, lastRid);
    return m_noteChange.bindNull(5).bindNull(6).bindNull(7).run();
}

Result<> RecordWriter::noteChange(Kind kind, qint64 rid, const QString &field,
                                  const std::optional<Json> &before, const std::optional<Json> &after)
{
    m_noteChange.bind(1, m_context.operation)
            .bind(2, static_cast<int>(kind))
            .bind(3, rid)
            .bind(4, rid)
            .bind(5, field);
    bindOptional(m_noteChange, 6, before);
    bindOptional(m_noteChange, 7, after);
    return m_noteChange.run();
}

Result<> RecordWriter::mark(Kind kind, qint64 rid, const QString &field, const std::optional<Source> &source)
{
    m_mark.bind(1, static_cast<int>(kind))
            .bind(2, rid)
            .bind(3, field)
            .bind(4, m_context.stamp)
            .bind(5, m_context.device);
    m_mark.bind(6, m_context.operation);
    bindOptional(m_mark, 7, source ? std::optional(toJson(*source)) : std::nullopt);
    return m_mark.run();
}

Result<> RecordWriter::indexKeys(Kind kind, qint64 rid, const QStringList &keys)
{
    for (const QString &key : keys) {
        if (const auto added = m_addKey.bind(1, key).bind(2, static_cast<int>(kind)).bind(3, rid).run();
            !added) {
            return added;
        }
    }
    return {};
}

Result<> RecordWriter::indexText(Kind kind, qint64 rid, const Json &body, bool isNew)
{
    const qint64 row = fulltextRowId(kind, rid);
    if (!isNew) {
        if (const auto dropped = m_dropText.bind(1, row).run(); !dropped) {
            return dropped;
        }
    }
    const LongText words = longTextOf(kind, body);
    return words.text.isEmpty() && words.title.isEmpty()
            ? Result<> {}
            : m_addText.bind(1, row).bind(2, words.title).bind(3, words.text).run();
}

} // namespace crema::store
