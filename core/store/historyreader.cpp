// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/historyreader.h"

#include "model/contact.h"
#include "model/run.h"
#include "store/schema.h"
#include "store/undostack.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

std::optional<Json> valueOf(const Statement &row, int column)
{
    if (row.isNull(column)) {
        return std::nullopt;
    }
    auto json = parseJson(row.view(column));
    return json ? std::optional(std::move(*json)) : std::nullopt;
}

SourceKind sourceKindOf(const QString &origin)
{
    return origin == "import"_L1     ? SourceKind::importFile
            : origin == "job"_L1     ? SourceKind::run
            : origin == "mailbox"_L1 ? SourceKind::run
            : origin == "merge"_L1   ? SourceKind::contactField // of whom was merged
                                     : SourceKind::hand;
}

} // namespace

Result<QVector<OperationEntry>> operations(Connection &connection, int limit)
{
    QVector<OperationEntry> entries;
    Statement statement(connection,
                        "SELECT id,label,origin,at,reverts IS NOT NULL,undone,(SELECT coalesce(sum(n),0) "
                        "FROM (SELECT max(last_rid-rid+1) n "
                        "FROM change WHERE op=operation.seq GROUP BY kind,rid)),(SELECT count(*)%2 FROM "
                        "operation e WHERE "
                        "e.reverts=operation.reverts AND e.seq<operation.seq) FROM operation "
                        "WHERE pruned=0 AND seq NOT IN (SELECT op FROM staging) ORDER BY seq DESC LIMIT ?1");
    statement.bind(1, limit);
    while (statement.step()) {
        entries << OperationEntry {statement.text(0),
                                   statement.text(1),
                                   statement.text(2),
                                   statement.text(3),
                                   statement.integer(4) != 0,
                                   statement.integer(5) != 0,
                                   static_cast<int>(statement.integer(6)),
                                   statement.integer(7) != 0};
    }
    return statement.failed() ? Result<QVector<OperationEntry>>(std::unexpected(statement.error())) : entries;
}

Result<UndoState> undoState(Connection &connection)
{
    UndoState state;
    Statement undo(connection, nextUndo);
    if (undo.step()) {
        state.undoId = undo.text(1);
        state.undoLabel = undo.text(2);
    }
    Statement redo(connection, nextRedo);
    if (redo.step()) {
        state.redoLabel = redo.text(2);
    }
    if (undo.failed() || redo.failed()) {
        return std::unexpected(undo.failed() ? undo.error() : redo.error());
    }
    return state;
}

Result<QVector<RecordChange>> recordHistory(Connection &connection, Kind kind, const QString &id)
{
    QVector<RecordChange> changes;
    const QByteArray table = tableOf(kind).name;
    const QByteArray columns =
            "SELECT o.id,o.label,o.origin,o.at,c.field,c.before,c.after,o.seq,c.seq FROM change c "
            "JOIN operation o ON o.seq=c.op WHERE c.kind=?2 AND c.field IS NOT NULL AND ";
    const QByteArray rid = "(SELECT rid FROM " + table + " WHERE id=?1)";
    Statement statement(connection,
                        columns + "c.last_rid=c.rid AND c.rid=" + rid + " UNION ALL " + columns
                                + "c.last_rid>c.rid AND c.rid<=" + rid + " AND c.last_rid>=" + rid
                                + " UNION ALL SELECT o.id,o.label,o.origin,o.at,NULL,NULL,NULL,o.seq,0 FROM "
                                + table
                                + " r JOIN operation o ON o.seq=r.op WHERE r.id=?1 AND r.op NOT IN (SELECT "
                                  "op FROM staging) "
                                  "ORDER BY 8 DESC, 9 DESC");
    statement.bind(1, id).bind(2, static_cast<int>(kind));
    while (statement.step()) {
        changes << RecordChange {statement.text(0),    statement.text(1), statement.text(2),
                                 statement.text(3),    statement.text(4), valueOf(statement, 5),
                                 valueOf(statement, 6)};
    }
    return statement.failed() ? Result<QVector<RecordChange>>(std::unexpected(statement.error())) : changes;
}

namespace {

/// Text of which notes are made: between blank lines.
bool holdsParagraphs(const std::optional<Json> &value, const QString &text)
{
    const QString around = u"\n\n"_s;
    return value && (around + textOf(*value) + around).contains(around + text + around);
}

/// Whether changes of a record may be missing: they were pruned, or made on another device before it came.
Result<bool> mayLackChanges(Connection &connection, Kind kind, const QString &id)
{
    Statement select(connection,
                     QByteArray("SELECT 1 FROM ") + tableOf(kind).name
                             + " r WHERE r.id=?1 AND (EXISTS(SELECT 1 FROM operation WHERE pruned=1 AND "
                               "seq>r.op) OR EXISTS(SELECT 1 FROM operation WHERE seq=r.op AND "
                               "origin='sync'))");
    const bool mayLack = select.bind(1, id).step();
    return select.failed() ? Result<bool>(std::unexpected(select.error())) : mayLack;
}

} // namespace

Result<PastText> pastOf(Connection &connection, Kind kind, const QString &id, const QString &field,
                        const QString &text)
{
    Statement select(connection,
                     QByteArray("SELECT c.before,c.after FROM change c JOIN operation o ON o.seq=c.op WHERE "
                                "c.kind=?2 AND c.last_rid=c.rid AND c.rid=(SELECT rid FROM ")
                             + tableOf(kind).name
                             + " WHERE id=?1) AND c.field=?3 AND o.reverts IS NULL AND o.undone=0");
    select.bind(1, id).bind(2, static_cast<int>(kind)).bind(3, field);
    while (select.step()) {
        if (holdsParagraphs(valueOf(select, 0), text) && !holdsParagraphs(valueOf(select, 1), text)) {
            return PastText::takenOut;
        }
    }
    if (select.failed()) {
        return std::unexpected(select.error());
    }
    const auto mayLack = mayLackChanges(connection, kind, id);
    if (!mayLack) {
        return std::unexpected(mayLack.error());
    }
    return *mayLack ? PastText::unknown : PastText::neverTakenOut;
}

namespace {

Result<QString> lastOperationOf(Connection &connection, Kind kind, const QString &id,
                                const QStringList &fields)
{
    const auto changes = recordHistory(connection, kind, id);
    if (!changes) {
        return std::unexpected(changes.error());
    }
    const auto last = std::ranges::find_if(*changes, [&](const RecordChange &change) {
        return fields.isEmpty() || fields.contains(change.field);
    });
    return last == changes->end() ? QString() : last->operationId;
}

} // namespace

QString lastOperation(Connection &connection, Kind kind, const QString &id, const QStringList &fields)
{
    return lastOperationOf(connection, kind, id, fields).value_or(QString());
}

NewOperations::NewOperations(Connection &connection, Kind kind, const QStringList &ids)
    : m_connection(&connection), m_kind(kind)
{
    for (const QString &id : ids) {
        const auto last = lastOperationOf(connection, kind, id, {});
        m_before.insert(id, last ? std::optional(*last) : std::nullopt);
    }
}

QString NewOperations::of(const QString &id) const
{
    const std::optional<QString> before = m_before.value(id, QString());
    const QString last = before ? lastOperation(*m_connection, m_kind, id) : QString();
    return last == before ? QString() : last;
}

namespace {

constexpr int mostTurns = 50; // undone and repeated, to and fro

struct Marked
{
    QString field;
    FieldOrigin origin;
    qint64 reverts = 0;
    bool isUndo = false;
};

constexpr const char *operationColumns =
        "o.label,CASE WHEN o.keep THEN 'merge' ELSE o.origin END,o.at,coalesce(o.reverts,0),(SELECT count(*) "
        "FROM operation e WHERE "
        "e.reverts=o.reverts AND e.seq<o.seq)%2=0";

Marked markedFrom(const Statement &row, const QString &field)
{
    return {field,
            {row.text(0), row.text(1), row.text(2), {}},
            row.integer(3),
            row.integer(3) != 0 && row.integer(4) != 0};
}

/// Who said what a field holds again since undo or redo put it back: nobody typed it then. nullopt when it is
/// what the record began with.
Result<std::optional<FieldOrigin>> originBehind(Connection &connection, Kind kind, qint64 rid, Marked marked)
{
    Statement before(
            connection,
            QByteArray("SELECT ") + operationColumns
                    + " FROM change c JOIN operation o ON o.seq=c.op WHERE c.kind=?1 AND c.rid=?2 AND "
                      "c.last_rid=c.rid AND c.field=?3 AND c.op<?4 ORDER BY c.op DESC LIMIT 1");
    Statement repeated(connection,
                       QByteArray("SELECT ") + operationColumns + " FROM operation o WHERE o.seq=?1");
    for (int turn = 0; marked.reverts != 0 && turn < mostTurns; ++turn) {
        Statement &next = marked.isUndo ? before : repeated;
        if (marked.isUndo) {
            next.bind(1, static_cast<int>(kind)).bind(2, rid).bind(3, marked.field).bind(4, marked.reverts);
        } else {
            next.bind(1, marked.reverts);
        }
        const bool found = next.step();
        if (next.failed()) {
            return std::unexpected(next.error());
        }
        if (!found) {
            return std::nullopt;
        }
        marked = markedFrom(next, marked.field);
        next.reset();
    }
    return std::optional(marked.origin);
}

} // namespace

Result<QMap<QString, FieldOrigin>> fieldOrigins(Connection &connection, Kind kind, qint64 rid)
{
    QMap<QString, FieldOrigin> origins;
    const QByteArray table = tableOf(kind).name;
    Statement created(connection,
                      "SELECT o.label,o.origin,o.at FROM " + table
                              + " r JOIN operation o ON o.seq=r.op WHERE r.rid=?1");
    if (created.bind(1, rid).step()) {
        origins.insert(QString(), FieldOrigin {created.text(0), created.text(1), created.text(2), {}});
    }
    QVector<Marked> marked;
    Statement select(connection,
                     QByteArray("SELECT ") + operationColumns
                             + ",m.field,m.source FROM field_mark m JOIN operation o ON o.seq=m.op WHERE "
                               "m.kind=?1 AND m.rid=?2");
    select.bind(1, static_cast<int>(kind)).bind(2, rid);
    while (select.step()) {
        marked << markedFrom(select, select.text(5));
        if (const auto source = valueOf(select, 6)) {
            marked.last().origin.source = sourceFrom(*source);
        }
    }
    for (const Statement *statement : {&created, &select}) {
        if (statement->failed()) {
            return std::unexpected(statement->error());
        }
    }
    for (const Marked &mark : std::as_const(marked)) {
        const auto origin = originBehind(connection, kind, rid, mark);
        if (!origin) {
            return std::unexpected(origin.error());
        }
        if (*origin) {
            origins.insert(mark.field, **origin);
        }
    }
    return origins;
}

QMap<QString, Source> sourcesOf(const QMap<QString, FieldOrigin> &origins)
{
    QMap<QString, Source> sources;
    for (const auto &[field, origin] : origins.asKeyValueRange()) {
        Source source = origin.source.value_or(Source {});
        if (!origin.source) {
            source.kind = sourceKindOf(origin.origin);
            source.label = origin.label;
        }
        if (source.at.isEmpty()) {
            source.at = origin.at;
        }
        sources.insert(field, source);
    }
    return sources;
}

QString titleOf(Kind kind, const Json &body)
{
    switch (kind) {
    case Kind::contact:
        return contactFrom({}, body).name();
    case Kind::draft:
        return textAt(body, "subject");
    case Kind::run:
        return criteriaInWords(criteriaFrom(member(body, "criteria")));
    case Kind::prep:
        return contactFrom({}, member(body, "contactData")).name();
    case Kind::resume:
        return textAt(body, "fileName");
    default:
        return textAt(body, "name");
    }
}

} // namespace crema::store
