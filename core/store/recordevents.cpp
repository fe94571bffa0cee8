// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recordevents.h"

#include "store/readerrows.h"
#include "store/schema.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

/// A record whose history is told.
struct Subject
{
    Kind kind = Kind::contact;
    qint64 rid = 0;
    QString id;
    QString title;
    qint64 createdBy = 0;
};

struct Touch
{
    qint64 operation = 0;
    qsizetype subject = 0;
};

std::optional<Json> valueOf(const Statement &row, int column)
{
    if (row.isNull(column)) {
        return std::nullopt;
    }
    auto json = parseJson(row.view(column));
    return json ? std::optional(std::move(*json)) : std::nullopt;
}

QByteArray withPeople(const char *rest)
{
    return QByteArray("WITH RECURSIVE person(rid,id) AS (SELECT rid,id FROM contact WHERE id=?1 UNION "
                      "SELECT c.rid,c.id FROM person p JOIN contact c ON c.state='merged:'||p.id "
                      "WHERE c.state<>'live') ")
            + rest;
}

Result<> addSubjects(Connection &connection, Kind kind, const QString &contactId, QVector<Subject> &subjects)
{
    const QByteArray table = tableOf(kind).name;
    const QByteArray which = kind == Kind::contact ? QByteArray("rid IN (SELECT rid FROM person)")
                                                   : QByteArray("contact_id IN (SELECT id FROM person)");
    Statement select(connection,
                     withPeople("SELECT rid,id,body,op FROM ") + table + " WHERE " + which
                             + " AND op NOT IN (SELECT op FROM staging) ORDER BY rid DESC");
    select.bind(1, contactId);
    while (select.step()) {
        const Json body = parseJson(select.view(2)).value_or(Json::object());
        subjects << Subject {kind, select.integer(0), select.text(1), titleOf(kind, body), select.integer(3)};
    }
    return select.failed() ? Result<>(std::unexpected(select.error())) : Result<> {};
}

/// The newest operations on a record.
Result<> addTouches(Connection &connection, const Subject &subject, qsizetype index, int limit,
                    QVector<Touch> &touches)
{
    Statement select(
            connection,
            "SELECT op FROM (SELECT op FROM change INDEXED BY change_by_record WHERE kind=?1 AND rid=?2 "
            "AND last_rid=rid AND field IS NOT NULL UNION SELECT op FROM change WHERE kind=?1 AND "
            "rid<=?2 AND last_rid>=?2 AND last_rid>rid AND field IS NOT NULL UNION SELECT ?3) "
            "ORDER BY op DESC LIMIT ?4");
    select.bind(1, static_cast<int>(subject.kind))
            .bind(2, subject.rid)
            .bind(3, subject.createdBy)
            .bind(4, limit);
    while (select.step()) {
        touches << Touch {select.integer(0), index};
    }
    return select.failed() ? Result<>(std::unexpected(select.error())) : Result<> {};
}

OperationSort sortOf(qint64 reverts, qint64 earlier)
{
    // Undo and redo of one operation take turns.
    return reverts == 0 ? OperationSort::plain : earlier % 2 == 0 ? OperationSort::undo : OperationSort::redo;
}

/// Reads events one by one with statements made once.
class EventReader
{
public:
    explicit EventReader(Connection &connection)
        : m_operation(connection,
                      "SELECT id,label,origin,at,coalesce(reverts,0),reverts IS NULL AND undone=0 AND "
                      "pruned=0 AND "
                      "origin IN ('user','job','import'),(SELECT count(*) FROM operation e WHERE "
                      "e.reverts=o.reverts AND e.seq<o.seq) FROM operation o WHERE seq=?1"),
          m_others(connection,
                   "SELECT 1 FROM change WHERE op=?1 AND (kind<>?2 OR rid<>?3 OR last_rid<>?3) LIMIT 1"),
          m_steps(connection,
                  "SELECT field,before,after FROM (SELECT seq,field,before,after FROM change INDEXED BY "
                  "change_by_record WHERE kind=?2 AND rid=?3 AND last_rid=rid AND op=?1 AND field IS NOT "
                  "NULL UNION "
                  "ALL SELECT seq,field,before,after FROM change WHERE kind=?2 AND rid<=?3 AND last_rid>=?3 "
                  "AND "
                  "last_rid>rid AND field IS NOT NULL AND op=?1) ORDER BY seq")
    {
    }

    Result<RecordEvent> read(const Subject &subject, qint64 operation)
    {
        RecordEvent event {subject.kind,
                           subject.id,
                           subject.title,
                           {},
                           {},
                           {},
                           {},
                           {},
                           {},
                           {},
                           subject.createdBy == operation,
                           {}};
        if (m_operation.bind(1, operation).step()) {
            event.operationId = m_operation.text(0);
            event.label = m_operation.text(1);
            event.origin = m_operation.text(2);
            event.at = m_operation.text(3);
            event.sort = sortOf(m_operation.integer(4), m_operation.integer(6));
            event.undoable = m_operation.integer(5) != 0;
        }
        m_others.bind(1, operation).bind(2, static_cast<int>(subject.kind)).bind(3, subject.rid);
        event.alone = !m_others.step();
        m_steps.bind(1, operation).bind(2, static_cast<int>(subject.kind)).bind(3, subject.rid);
        while (m_steps.step()) {
            event.steps.push_back({m_steps.text(0), valueOf(m_steps, 1), valueOf(m_steps, 2)});
        }
        for (Statement *statement : {&m_operation, &m_others, &m_steps}) {
            if (statement->failed()) {
                return std::unexpected(statement->error());
            }
            statement->reset();
        }
        return event;
    }

private:
    Statement m_operation;
    Statement m_others;
    Statement m_steps;
};

} // namespace

Result<QVector<RecordEvent>> contactEvents(Connection &connection, const QString &contactId, int limit)
{
    QVector<Subject> subjects;
    for (const Kind kind : {Kind::contact, Kind::draft, Kind::prep}) {
        if (const auto added = addSubjects(connection, kind, contactId, subjects); !added) {
            return std::unexpected(added.error());
        }
    }
    QVector<Touch> touches;
    for (qsizetype i = 0; i < subjects.size(); ++i) {
        if (const auto added = addTouches(connection, subjects[i], i, limit, touches); !added) {
            return std::unexpected(added.error());
        }
    }
    std::ranges::sort(touches, [](const Touch &a, const Touch &b) {
        return std::pair(b.operation, a.subject) < std::pair(a.operation, b.subject);
    });
    touches.resize(std::min<qsizetype>(touches.size(), limit));
    QVector<RecordEvent> events;
    EventReader reader(connection);
    for (const Touch &touch : std::as_const(touches)) {
        auto event = reader.read(subjects[touch.subject], touch.operation);
        if (!event) {
            return std::unexpected(event.error());
        }
        events << std::move(*event);
    }
    return events;
}

Result<QVector<FactEntry>> factsOf(Connection &connection, const QStringList &recordIds, int limit)
{
    QVector<FactEntry> facts;
    Statement select(
            connection,
            "SELECT seq,record_id,name,value,at FROM fact WHERE record_id=?1 ORDER BY seq DESC LIMIT ?2");
    for (const QString &id : recordIds) {
        select.bind(1, id).bind(2, limit);
        while (select.step()) {
            facts << FactEntry {select.integer(0), select.text(1), select.text(2), select.text(3),
                                select.text(4)};
        }
        if (select.failed()) {
            return std::unexpected(select.error());
        }
        select.reset();
    }
    std::ranges::sort(facts, std::ranges::greater {}, &FactEntry::seq);
    facts.resize(std::min<qsizetype>(facts.size(), limit));
    return facts;
}

namespace {

/// The record behind a row of history, in whatever state; without an id when it is gone for good.
Result<OperationStep> stepOf(Connection &connection, Kind kind, qint64 rid)
{
    OperationStep step;
    step.kind = kind;
    Statement select(connection, QByteArray("SELECT id, body FROM ") + tableOf(kind).name + " WHERE rid=?1");
    if (select.bind(1, rid).step()) {
        step.recordId = select.text(0);
        step.title = titleOf(kind, parseJson(select.view(1)).value_or(Json::object()));
    }
    return select.failed() ? Result<OperationStep>(std::unexpected(select.error())) : step;
}

} // namespace

Result<QVector<OperationStep>> operationSteps(Connection &connection, const QString &operationId, int limit)
{
    QVector<OperationStep> steps;
    Statement select(
            connection,
            "SELECT kind,rid,last_rid,field,before,after FROM change WHERE op=(SELECT seq FROM operation "
            "WHERE id=?1) ORDER BY seq LIMIT ?2");
    select.bind(1, operationId).bind(2, limit);
    while (select.step()) {
        const qint64 last = select.integer(2);
        for (qint64 rid = select.integer(1); rid <= last && steps.size() < limit; ++rid) {
            auto step = stepOf(connection, static_cast<Kind>(select.integer(0)), rid);
            if (!step) {
                return std::unexpected(step.error());
            }
            step->created = select.isNull(3);
            step->step = {select.text(3), valueOf(select, 4), valueOf(select, 5)};
            steps << std::move(*step);
        }
    }
    return select.failed() ? Result<QVector<OperationStep>>(std::unexpected(select.error())) : steps;
}

Result<QString> operationLabel(Connection &connection, const QString &operationId)
{
    Statement select(connection, "SELECT label FROM operation WHERE id=?1");
    if (select.bind(1, operationId).step()) {
        return select.text(0);
    }
    return select.failed() ? Result<QString>(std::unexpected(select.error()))
                           : failure(ErrorKind::notFound, u"There is no such operation."_s);
}

Result<QString> resolveOperation(Connection &connection, const QString &prefix)
{
    Statement select(
            connection,
            "SELECT id FROM operation WHERE id >= ?1 AND id < ?1||char(1114111) AND "
            "substr(id,1,length(?1))=?1 AND seq NOT IN (SELECT op FROM staging) ORDER BY id LIMIT 2");
    const auto ids = collect<QString>(select.bind(1, prefix),
                                      [](const Statement &row) { return row.text(0); });
    if (!ids) {
        return std::unexpected(ids.error());
    }
    if (ids->isEmpty() || prefix.isEmpty()) {
        return failure(ErrorKind::notFound, u"There is no operation \"%1\"."_s.arg(prefix));
    }
    if (ids->size() > 1 && ids->constFirst() != prefix) {
        return failure(ErrorKind::rejectedInput,
                       u"Several operations begin with \"%1\"; write more of it."_s.arg(prefix));
    }
    return ids->constFirst();
}

Result<QStringList> tagsInUse(Connection &connection)
{
    Statement select(
            connection,
            QByteArray("SELECT DISTINCT t.value FROM contact JOIN json_each(contact.body,'$.tags') t "
                       "WHERE contact.tags IS NOT NULL AND t.type='text' AND contact.")
                    + liveRows + " ORDER BY t.value COLLATE NOCASE");
    const auto tags = collect<QString>(select, [](const Statement &row) { return row.text(0); });
    return tags ? Result<QStringList>(QStringList(*tags)) : std::unexpected(tags.error());
}

} // namespace crema::store
