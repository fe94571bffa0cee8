// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reverting.h"

#include "store/schema.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

std::optional<Json> optionalValue(const Statement &row, int column)
{
    if (row.isNull(column)) {
        return std::nullopt;
    }
    auto value = parseJson(row.view(column));
    return value ? std::optional(std::move(*value)) : std::nullopt;
}

QByteArray named(const char *sql, Kind kind)
{
    return QByteArray(sql).replace("%t", tableOf(kind).name);
}

struct Range
{
    Kind kind;
    qint64 first;
    qint64 last;
};

std::vector<Range> createdRanges(Connection &connection, qint64 operation)
{
    std::vector<Range> ranges;
    Statement select(connection,
                     "SELECT kind, rid, last_rid FROM change WHERE op=?1 AND field IS NULL ORDER BY seq");
    select.bind(1, operation);
    while (select.step()) {
        ranges.push_back({static_cast<Kind>(select.integer(0)), select.integer(1), select.integer(2)});
    }
    return ranges;
}

} // namespace

Result<> Reverting::undo(qint64 operation)
{
    if (const auto reverted = revertFields(operation, true); !reverted) {
        return reverted;
    }
    return revertCreates(operation, "live", "trashed");
}

Result<> Reverting::redo(qint64 operation)
{
    if (const auto reverted = revertCreates(operation, "trashed", "live"); !reverted) {
        return reverted;
    }
    return revertFields(operation, false);
}

Result<> Reverting::revertFields(qint64 operation, bool undo)
{
    std::map<std::pair<Kind, qint64>, std::vector<FieldChange>> byRecord;
    Statement select(m_connection,
                     undo ? "SELECT kind,rid,field,after,before FROM change WHERE op=?1 AND field IS NOT "
                            "NULL ORDER BY seq DESC"
                          : "SELECT kind,rid,field,before,after FROM change WHERE op=?1 AND field IS NOT "
                            "NULL ORDER BY seq");
    select.bind(1, operation);
    while (select.step()) {
        const auto key = std::pair(static_cast<Kind>(select.integer(0)), select.integer(1));
        byRecord[key].push_back({select.text(2), optionalValue(select, 3), optionalValue(select, 4)});
    }
    if (select.failed()) {
        return std::unexpected(select.error());
    }
    for (const auto &[record, changes] : byRecord) {
        if (const auto reverted = revertRecord(record.first, record.second, changes); !reverted) {
            return reverted;
        }
    }
    return {};
}

Result<> Reverting::revertRecord(Kind kind, qint64 rid, const std::vector<FieldChange> &changes)
{
    auto record = m_writer.read(kind, rid);
    if (!record) {
        if (record.error().kind == ErrorKind::notFound) {
            m_conflicts.push_back({kind, {}, u"deleted for good"_s});
            return {};
        }
        return std::unexpected(record.error());
    }
    std::vector<FieldEdit> edits;
    auto how = ChangedRecord::How::changed;
    for (const FieldChange &change : changes) {
        if (change.field == "@state"_L1) {
            if (change.expected != std::optional(Json(record->state)) || !change.wanted) {
                m_conflicts.push_back({kind, record->id, change.field});
                continue;
            }
            const QString state = textOf(*change.wanted);
            how = state == "live"_L1 ? ChangedRecord::How::created : ChangedRecord::How::removed;
            if (const auto written = m_writer.writeState(kind, *record, state); !written) {
                return written;
            }
        } else if (fieldValue(kind, record->body, change.field) != change.expected) {
            m_conflicts.push_back({kind, record->id, change.field});
        } else {
            edits.push_back({change.field, change.wanted});
        }
    }
    int changed = 0;
    if (const auto written = m_writer.writeEdits(kind, *record, edits, {}, changed); !written) {
        return written;
    }
    m_records.push_back({kind, record->id, rid, how});
    return {};
}

Result<> Reverting::revertCreates(qint64 operation, const char *from, const char *to)
{
    for (const Range &range : createdRanges(m_connection, operation)) {
        // Whole ranges by SQL: undoing an import of 100,000 people must not read each of them.
        Statement mark(m_connection,
                       named("INSERT OR REPLACE INTO field_mark(kind,rid,field,stamp,device,op) SELECT "
                             "?1,rid,'@state',?2,?3,?4 "
                             "FROM %t WHERE rid BETWEEN ?5 AND ?6 AND op=?7 AND state=?8",
                             range.kind));
        mark.bind(1, static_cast<int>(range.kind))
                .bind(2, m_context.stamp)
                .bind(3, m_context.device)
                .bind(4, m_context.operation);
        mark.bind(5, range.first).bind(6, range.last).bind(7, operation).bind(8, QByteArray(from));
        Statement note(m_connection,
                       named("INSERT INTO change(op,kind,rid,last_rid,field,before,after) SELECT "
                             "?4,?1,rid,rid,'@state',json_quote(?8),"
                             "json_quote(?2) FROM %t WHERE rid BETWEEN ?5 AND ?6 AND op=?7 AND state=?8",
                             range.kind));
        note.bind(1, static_cast<int>(range.kind)).bind(2, QByteArray(to)).bind(4, m_context.operation);
        note.bind(5, range.first).bind(6, range.last).bind(7, operation).bind(8, QByteArray(from));
        Statement others(
                m_connection,
                named("SELECT id FROM %t WHERE rid BETWEEN ?5 AND ?6 AND op=?7 AND state NOT IN (?8, ?2)",
                      range.kind));
        others.bind(5, range.first)
                .bind(6, range.last)
                .bind(7, operation)
                .bind(8, QByteArray(from))
                .bind(2, QByteArray(to));
        while (others.step()) {
            m_conflicts.push_back({range.kind, others.text(0), u"@state"_s});
        }
        others.reset();
        if (const auto noted = noteRecords(range.kind, range.first, range.last, operation, from, to);
            !noted) {
            return noted;
        }
        Statement set(m_connection,
                      named("UPDATE %t SET state=?2, state_at=?3, dirty=1 WHERE rid BETWEEN ?5 AND ?6 AND "
                            "op=?7 AND state=?8",
                            range.kind));
        set.bind(2, QByteArray(to))
                .bind(3, m_context.at)
                .bind(5, range.first)
                .bind(6, range.last)
                .bind(7, operation)
                .bind(8, QByteArray(from));
        for (Statement *statement : {&mark, &note, &set}) {
            if (const auto done = statement->run(); !done) {
                return done;
            }
        }
    }
    return {};
}

Result<> Reverting::noteRecords(Kind kind, qint64 first, qint64 last, qint64 operation, const char *from,
                                const char *to)
{
    constexpr qint64 listed = 1000;
    if (last - first >= listed) {
        if (std::ranges::find(m_bulkKinds, kind) == m_bulkKinds.end()) {
            m_bulkKinds.push_back(kind);
        }
        return {};
    }
    const auto how = QByteArrayView(to) == "live" ? ChangedRecord::How::created : ChangedRecord::How::removed;
    Statement select(
            m_connection,
            named("SELECT rid, id FROM %t WHERE rid BETWEEN ?1 AND ?2 AND op=?3 AND state=?4", kind));
    select.bind(1, first).bind(2, last).bind(3, operation).bind(4, QByteArray(from));
    while (select.step()) {
        m_records.push_back({kind, select.text(1), select.integer(0), how});
    }
    return select.failed() ? Result<>(std::unexpected(select.error())) : Result<> {};
}

namespace {

Result<> deleteRows(Connection &connection, Kind kind, const std::vector<qint64> &rids)
{
    Statement keys(connection, "DELETE FROM lookup WHERE kind=?1 AND rid=?2");
    Statement marks(connection, "DELETE FROM field_mark WHERE kind=?1 AND rid=?2");
    Statement text(connection, "DELETE FROM fulltext WHERE rowid=?1");
    Statement row(connection, named("DELETE FROM %t WHERE rid=?1", kind));
    for (const qint64 rid : rids) {
        const Result<> results[] {keys.bind(1, static_cast<int>(kind)).bind(2, rid).run(),
                                  marks.bind(1, static_cast<int>(kind)).bind(2, rid).run(),
                                  text.bind(1, fulltextRowId(kind, rid)).run(), row.bind(1, rid).run()};
        for (const Result<> &result : results) {
            if (!result) {
                return result;
            }
        }
    }
    return {};
}

} // namespace

Result<bool> removeStagedRows(Connection &connection, qint64 operation, int limit)
{
    for (const Range &range : createdRanges(connection, operation)) {
        std::vector<qint64> rids;
        Statement select(
                connection,
                named("SELECT rid FROM %t WHERE rid BETWEEN ?1 AND ?2 AND op=?3 LIMIT ?4", range.kind));
        select.bind(1, range.first).bind(2, range.last).bind(3, operation).bind(4, limit);
        while (select.step()) {
            rids.push_back(select.integer(0));
        }
        select.reset();
        if (rids.empty()) {
            continue;
        }
        const auto deleted = deleteRows(connection, range.kind, rids);
        return deleted ? Result<bool>(true) : std::unexpected(deleted.error());
    }
    for (const char *sql : {"DELETE FROM change WHERE op=?1", "DELETE FROM staging WHERE op=?1",
                            "DELETE FROM operation WHERE seq=?1"}) {
        Statement statement(connection, sql);
        if (const auto deleted = statement.bind(1, operation).run(); !deleted) {
            return std::unexpected(deleted.error());
        }
    }
    return false;
}

Result<int> purgeRecords(Connection &connection, const QString &before, qint64 stamp, qint64 device)
{
    int purged = 0;
    Statement bury(connection,
                   "INSERT OR REPLACE INTO tombstone(kind,id,stamp,device,dirty) VALUES(?1,?2,?3,?4,1)");
    for (const Kind kind : allKinds) {
        std::vector<qint64> rids;
        Statement select(connection,
                         named("SELECT rid, id FROM %t WHERE state='trashed' AND state_at<=?1", kind));
        select.bind(1, before);
        while (select.step()) {
            rids.push_back(select.integer(0));
            bury.bind(1, static_cast<int>(kind)).bind(2, select.text(1)).bind(3, stamp).bind(4, device);
            if (const auto buried = bury.run(); !buried) {
                return std::unexpected(buried.error());
            }
        }
        select.reset();
        if (const auto deleted = deleteRows(connection, kind, rids); !deleted) {
            return std::unexpected(deleted.error());
        }
        purged += static_cast<int>(rids.size());
    }
    return purged;
}

} // namespace crema::store
