// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recordwriter.h"

#include "store/schema.h"
#include "store/settling.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

constexpr int firstProjection = 11; // of an update; parameters 1..10 are the columns that every table has

constexpr int firstOfRows = 6; // of an insert; parameters 1..5 are the same in every row

int parametersOf(const KindTable &table)
{
    return 2 + static_cast<int>(table.projections.size());
}

/// OR FAIL: what stands in the way ends the caller's transaction in any case, so that SQLite need not keep
/// copies of pages to take back this statement alone.
QByteArray insertSql(const KindTable &table, size_t rows)
{
    QByteArray columns = "schema,state,dirty,stamp,device,op,id,body";
    for (const Projection &projection : table.projections) {
        columns += QByteArray(",") + projection.column;
    }
    QByteArray values;
    int parameter = firstOfRows;
    for (size_t row = 0; row < rows; ++row) {
        values += row == 0 ? "(?1,'live',?2,?3,?4,?5" : ",(?1,'live',?2,?3,?4,?5";
        for (const int end = parameter + parametersOf(table); parameter < end; ++parameter) {
            values += ",?" + QByteArray::number(parameter);
        }
        values += ')';
    }
    return "INSERT OR FAIL INTO " + QByteArray(table.name) + "(" + columns + ") VALUES" + values;
}

QByteArray updateSql(const KindTable &table)
{
    QByteArray sql = "UPDATE " + QByteArray(table.name) + " SET dirty=max(dirty,?2), body=?10";
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

/// The columns that repeat parts of the body; their bytes stay until the statement was run.
void bindColumns(Statement &statement, int parameter, const ColumnTexts &columns)
{
    for (size_t column = 0; column < columns.size(); ++column) {
        const std::string_view value = columns[column];
        if (value.empty()) {
            statement.bindNull(parameter);
        } else {
            statement.bindView(parameter, value);
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

bool isState(const QString &state)
{
    return state == "live"_L1 || state == "trashed"_L1
            || (state.startsWith("merged:"_L1) && state.size() > 7);
}

/// By the operation of this stamp. Where that cannot be read it is taken to be another's.
bool isMarked(Connection &connection, std::pair<Kind, qint64> record, const QString &field, qint64 stamp)
{
    Statement select(connection,
                     "SELECT 1 FROM field_mark WHERE kind=?1 AND rid=?2 AND field=?3 AND stamp=?4");
    select.bind(1, static_cast<int>(record.first)).bind(2, record.second).bind(3, field).bind(4, stamp);
    return select.step();
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
        : insert(connection, insertSql(table, 1)), update(connection, updateSql(table)),
          selectById(connection, selectSql(table, "id=?1 AND (op=?2 OR op NOT IN (SELECT op FROM staging))")),
          selectByRid(connection, selectSql(table, "rid=?1")),
          setState(connection,
                   "UPDATE " + QByteArray(table.name)
                           + " SET state=?2, state_at=?3, dirty=max(dirty,?4) WHERE rid=?1")
    {
    }

    Statement insert;
    std::optional<Statement> insertSome {}; ///< `rowsAtOnce` of them; long, and most runs need none
    Statement update;
    Statement selectById;
    Statement selectByRid;
    Statement setState;
};

RecordWriter::RecordWriter(Connection &connection, KeysOf keysOf)
    : m_connection(connection), m_index(connection, std::move(keysOf)), m_statements(allKinds.size() + 1),
      m_noteChange(
              connection,
              "INSERT INTO change(op,kind,rid,last_rid,field,before,after,said,source) "
              "VALUES(?1,?2,?3,?4,?5,?6,?7,coalesce((SELECT op FROM field_mark WHERE kind=?2 AND rid=?3 AND "
              "field=?5),0),(SELECT source FROM field_mark WHERE kind=?2 AND rid=?3 AND field=?5))"),
      m_mark(connection,
             "INSERT OR REPLACE INTO field_mark(kind,rid,field,stamp,device,op,source) "
             "VALUES(?1,?2,?3,?4,?5,?6,?7)"),
      m_unbury(connection, "DELETE FROM tombstone WHERE kind=?1 AND id=?2")
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

Result<qint64> RecordWriter::insert(std::span<const PreparedRecord> records)
{
    const Kind kind = records.front().kind;
    Statements &own = of(kind);
    if (records.size() > 1 && !own.insertSome) {
        own.insertSome.emplace(m_connection, insertSql(tableOf(kind), rowsAtOnce));
    }
    Statement &statement = records.size() == 1 ? own.insert : *own.insertSome;
    statement.bind(1, schemaVersionOf(kind))
            .bind(2, m_context.dirty())
            .bind(3, m_context.stamp)
            .bind(4, m_context.device)
            .bind(5, m_context.operation);
    int parameter = firstOfRows;
    for (const PreparedRecord &record : records) {
        statement.bindView(parameter, record.id).bindView(parameter + 1, record.body);
        bindColumns(statement, parameter + 2, record.columns);
        parameter += parametersOf(tableOf(kind));
    }
    const auto inserted = statement.run();
    if (inserted) {
        return m_connection.lastRowId() - static_cast<qint64>(records.size()) + 1;
    }
    const PreparedRecord &duplicate = records[std::min(m_connection.changes(), records.size() - 1)];
    return m_connection.wasDuplicate() ? failure(ErrorKind::conflict,
                                                 u"There is already a %1 \"%2\"; nothing was changed."_s.arg(
                                                         kindName(kind), QString::fromUtf8(duplicate.id)))
                                       : Result<qint64>(std::unexpected(inserted.error()));
}

Result<qint64> RecordWriter::create(RecordCreate record)
{
    const auto prepared = prepareRecord(std::move(record), m_index.keysOf());
    if (!prepared) {
        return std::unexpected(prepared.error());
    }
    const auto rid = createUnindexed({&*prepared, 1});
    if (!rid) {
        return rid;
    }
    const auto indexed = m_index.add(prepared->kind, *rid, prepared->entry);
    return indexed ? rid : std::unexpected(indexed.error());
}

size_t RecordWriter::atOnce(std::span<const PreparedRecord> records)
{
    const auto isOther = [&records](const PreparedRecord &record) {
        return record.kind != records.front().kind;
    };
    const bool whole = records.size() >= rowsAtOnce
            && std::ranges::none_of(records.first(rowsAtOnce), isOther);
    return whole ? rowsAtOnce : 1;
}

Result<qint64> RecordWriter::createUnindexed(std::span<const PreparedRecord> records)
{
    const auto first = insert(records);
    if (!first) {
        return first;
    }
    for (qint64 rid = *first; const PreparedRecord &record : records) {
        if (const auto back = unbury(record.kind, record.id); !back) {
            return std::unexpected(back.error());
        }
        for (const auto &[field, source] : record.sources.asKeyValueRange()) {
            if (const auto marked = mark(record.kind, rid, field, ownWord(source)); !marked) {
                return std::unexpected(marked.error());
            }
        }
        ++rid;
    }
    return first;
}

/// What was deleted here and comes back, from another device for one, is not deleted any more.
Result<> RecordWriter::unbury(Kind kind, const QByteArray &id)
{
    if (!m_mayBeBuried) {
        Statement any(m_connection, "SELECT 1 FROM tombstone LIMIT 1");
        m_mayBeBuried = any.step();
        if (any.failed()) {
            return std::unexpected(any.error());
        }
    }
    return *m_mayBeBuried ? m_unbury.bind(1, static_cast<int>(kind)).bind(2, id).run() : Result<> {};
}

Result<qint64> RecordWriter::patch(const RecordPatch &patch, int &changed)
{
    auto record = read(patch.kind, patch.id);
    if (!record) {
        return std::unexpected(record.error());
    }
    const auto isOwn = [&](const QString &field) {
        return isMarked(m_connection, {patch.kind, record->rid}, field, m_context.stamp);
    };
    const auto settled = settle(patch, m_context.origin, record->body, isOwn);
    if (!settled) {
        return std::unexpected(settled.error());
    }
    for (const QString &field : settled->kept) {
        m_kept.push_back({patch.kind, record->id, field});
    }
    const auto by = [said = ownWord(patch.source)](const QString &) { return said; };
    const auto written = writeEdits(patch.kind, *record, settled->edits, by, changed);
    if (!written) {
        return std::unexpected(written.error());
    }
    return record->rid;
}

Result<qint64> RecordWriter::setState(const StateChange &change, int &changed)
{
    if (!isState(change.state)) {
        return failure(ErrorKind::internal, u"\"%1\" is no state of a record."_s.arg(change.state));
    }
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
        const Error error = statement.failed() ? statement.error() : notThere(kind, wanted);
        statement.reset();
        return std::unexpected(error);
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
    return readRow(of(kind).selectById.bind(1, id).bind(2, m_context.operation), kind, id);
}

Result<RecordWriter::Stored> RecordWriter::read(Kind kind, qint64 rid)
{
    return readRow(of(kind).selectByRid.bind(1, rid), kind, QString::number(rid));
}

/// Whether it changed anything.
Result<bool> RecordWriter::writeEdit(Kind kind, Stored &record, const FieldEdit &edit, const SaidBy &saidBy)
{
    if (!isEditable(kind, edit.field)) {
        return failure(ErrorKind::internal, u"\"%1\" is no field that can be changed."_s.arg(edit.field));
    }
    const auto before = fieldValue(kind, record.body, edit.field);
    if (before == edit.value) {
        return false;
    }
    setField(kind, record.body, edit);
    // As it is stored, not as it was given: undo compares with this.
    const auto after = fieldValue(kind, record.body, edit.field);
    if (before == after) {
        return false;
    }
    // The change says whose word the mark was before.
    if (const auto noted = noteChange(kind, record.rid, edit.field, before, after); !noted) {
        return std::unexpected(noted.error());
    }
    const Said said = saidBy ? saidBy(edit.field) : ownWord({});
    const auto marked = mark(kind, record.rid, edit.field, said);
    return marked ? Result<bool>(true) : std::unexpected(marked.error());
}

Result<> RecordWriter::writeEdits(Kind kind, Stored &record, const std::vector<FieldEdit> &edits,
                                  const SaidBy &saidBy, int &changed)
{
    const auto known = edits.empty() ? RecordIndex::Entry {} : m_index.entryOf(kind, record.id, record.body);
    int own = 0;
    for (const FieldEdit &edit : edits) {
        const auto written = writeEdit(kind, record, edit, saidBy);
        if (!written) {
            return std::unexpected(written.error());
        }
        own += *written ? 1 : 0;
    }
    if (own == 0) {
        return {};
    }
    changed += own;
    Statements &statements = of(kind);
    statements.update.bind(1, record.rid).bind(2, m_context.dirty()).bind(10, toBytes(record.body));
    const auto columns = projectionsOf(kind, record.body);
    bindColumns(statements.update, firstProjection, columns);
    if (const auto updated = statements.update.run(); !updated) {
        return updated;
    }
    return m_index.replace(kind, record.rid, known, m_index.entryOf(kind, record.id, record.body));
}

Result<> RecordWriter::writeState(Kind kind, Stored &record, const QString &state)
{
    if (const auto noted = noteChange(kind, record.rid, u"@state"_s, Json(record.state), Json(state));
        !noted) {
        return noted;
    }
    if (const auto marked = mark(kind, record.rid, u"@state"_s, ownWord({})); !marked) {
        return marked;
    }
    record.state = state;
    return of(kind)
            .setState.bind(1, record.rid)
            .bind(2, state)
            .bind(3, m_context.at)
            .bind(4, m_context.dirty())
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

RecordWriter::Said RecordWriter::ownWord(const std::optional<Source> &source) const
{
    return {m_context.operation, source ? std::optional(toJson(*source)) : std::nullopt};
}

Result<> RecordWriter::mark(Kind kind, qint64 rid, const QString &field, const Said &said)
{
    m_mark.bind(1, static_cast<int>(kind))
            .bind(2, rid)
            .bind(3, field)
            .bind(4, m_context.stamp)
            .bind(5, m_context.device);
    m_mark.bind(6, said.operation);
    bindOptional(m_mark, 7, said.source);
    return m_mark.run();
}

} // namespace crema::store
