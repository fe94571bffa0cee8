// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reverting.h"

#include "store/schema.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

/// More records than this are named by their kind only.
constexpr qint64 listedRecords = 1000;
constexpr qint64 movedAtOnce = 2000; ///< between two looks whether to stop

constexpr const char *fieldsToUndo =
        "SELECT kind,rid,field,after,before,said,source FROM change WHERE op=?1 AND field IS NOT NULL AND "
        "last_rid=rid ORDER BY seq DESC";

/// The undo noted whose word it replaced.
constexpr const char *fieldsToRedo =
        "SELECT c.kind,c.rid,c.field,c.before,c.after,u.said,u.source FROM change c LEFT JOIN change u ON "
        "u.seq=(SELECT min(b.seq) FROM change b WHERE b.kind=c.kind AND b.rid=c.rid AND b.field=c.field AND "
        "+b.op=(SELECT undone FROM operation WHERE seq=?1)) WHERE c.op=?1 AND c.field IS NOT NULL AND "
        "c.last_rid=c.rid ORDER BY c.seq";

} // namespace

Result<std::vector<CreatedRange>> createdRanges(Connection &connection, qint64 operation)
{
    std::vector<CreatedRange> ranges;
    Statement select(connection,
                     "SELECT kind, rid, last_rid FROM change WHERE op=?1 AND field IS NULL ORDER BY seq");
    select.bind(1, operation);
    while (select.step()) {
        ranges.push_back({static_cast<Kind>(select.integer(0)), select.integer(1), select.integer(2)});
    }
    return select.failed() ? Result<std::vector<CreatedRange>>(std::unexpected(select.error())) : ranges;
}

/// What cannot move is not told of, so that the end is told by itself.
Result<> Reverting::end()
{
    return m_done < m_total ? advance(m_total - m_done) : Result<> {};
}

Result<> Reverting::begin(qint64 operation)
{
    Statement changes(m_connection, "SELECT coalesce(sum(last_rid-rid+1),0) FROM change WHERE op=?1");
    if (!changes.bind(1, operation).step()) {
        return std::unexpected(changes.error());
    }
    m_total = static_cast<size_t>(changes.integer(0));
    return advance(0);
}

Result<> Reverting::advance(size_t changes)
{
    m_done += changes;
    return m_step ? m_step(m_done, m_total) : Result<> {};
}

Result<> Reverting::undo(qint64 operation)
{
    if (const auto begun = begin(operation); !begun) {
        return begun;
    }
    if (const auto reverted = revertFields(operation, true); !reverted) {
        return reverted;
    }
    if (const auto reverted = revertStates(operation, true); !reverted) {
        return reverted;
    }
    const auto reverted = revertCreates(operation, {"live", "trashed"});
    return reverted ? end() : reverted;
}

Result<> Reverting::redo(qint64 operation)
{
    if (const auto begun = begin(operation); !begun) {
        return begun;
    }
    if (const auto reverted = revertCreates(operation, {"trashed", "live"}); !reverted) {
        return reverted;
    }
    if (const auto reverted = revertStates(operation, false); !reverted) {
        return reverted;
    }
    const auto reverted = revertFields(operation, false);
    return reverted ? end() : reverted;
}

Result<> Reverting::revertFields(qint64 operation, bool undo)
{
    std::map<std::pair<Kind, qint64>, std::vector<FieldChange>> byRecord;
    Statement select(m_connection, undo ? fieldsToUndo : fieldsToRedo);
    select.bind(1, operation);
    while (select.step()) {
        const auto key = std::pair(static_cast<Kind>(select.integer(0)), select.integer(1));
        byRecord[key].push_back({select.text(2), valueIn(select, 3), valueIn(select, 4), saidIn(select, 5)});
    }
    if (select.failed()) {
        return std::unexpected(select.error());
    }
    for (const auto &[record, changes] : byRecord) {
        if (const auto reverted = revertRecord(record.first, record.second, changes); !reverted) {
            return reverted;
        }
        if (const auto goesOn = advance(changes.size()); !goesOn) {
            return goesOn;
        }
    }
    return {};
}

std::optional<Json> Reverting::valueIn(const Statement &row, int column)
{
    if (row.isNull(column)) {
        return std::nullopt;
    }
    auto value = parseJson(row.view(column));
    return value ? std::optional(std::move(*value)) : std::nullopt;
}

std::optional<RecordWriter::Said> Reverting::saidIn(const Statement &row, int column)
{
    return row.isNull(column)
            ? std::nullopt
            : std::optional(RecordWriter::Said {row.integer(column), valueIn(row, column + 1)});
}

/// What is not known is the word of whoever takes it back; the history's reader looks further.
RecordWriter::SaidBy Reverting::saidBy(const std::vector<FieldChange> &changes) const
{
    return [this, &changes](const QString &field) {
        const auto last = std::ranges::find(changes.rbegin(), changes.rend(), field, &FieldChange::field);
        return last != changes.rend() && last->said ? *last->said
                                                    : RecordWriter::Said {m_context.operation, {}};
    };
}

Result<> Reverting::revertRecord(Kind kind, qint64 rid, const std::vector<FieldChange> &changes)
{
    auto record = m_writer.read(kind, rid);
    if (!record) {
        return record.error().kind == ErrorKind::notFound ? notePurged(kind, rid, rid)
                                                          : Result<>(std::unexpected(record.error()));
    }
    std::vector<FieldEdit> edits;
    Json body = record->body; // with the edits so far: one operation may have changed a field twice
    auto how = ChangedRecord::How::changed;
    int changed = 0;
    for (const FieldChange &change : changes) {
        const bool isState = change.field == "@state"_L1;
        const auto present = isState ? std::optional(Json(record->state))
                                     : fieldValue(kind, body, change.field);
        if (present != change.expected || (isState && !change.wanted)) {
            m_conflicts.push_back({kind, record->id, change.field});
        } else if (isState) {
            const QString state = textOf(*change.wanted);
            how = state == "live"_L1 ? ChangedRecord::How::created : ChangedRecord::How::removed;
            ++changed;
            if (const auto written = m_writer.writeState(kind, *record, state); !written) {
                return written;
            }
        } else {
            edits.push_back({change.field, change.wanted});
            setField(kind, body, edits.back());
        }
    }
    if (const auto written = m_writer.writeEdits(kind, *record, edits, saidBy(changes), changed); !written) {
        return written;
    }
    if (changed > 0) {
        m_records.push_back({kind, record->id, rid, how});
    }
    return {};
}

Result<> Reverting::revertStates(qint64 operation, bool undo)
{
    std::vector<StateRange> ranges;
    Statement select(m_connection,
                     undo ? "SELECT kind,rid,last_rid,after->>'$',before->>'$' FROM change WHERE op=?1 AND "
                            "field IS NOT NULL AND last_rid>rid ORDER BY seq DESC"
                          : "SELECT kind,rid,last_rid,before->>'$',after->>'$' FROM change WHERE op=?1 AND "
                            "field IS NOT NULL AND last_rid>rid ORDER BY seq");
    select.bind(1, operation);
    while (select.step()) {
        const CreatedRange records {static_cast<Kind>(select.integer(0)), select.integer(1),
                                    select.integer(2)};
        ranges.push_back({records, {select.bytes(3), select.bytes(4)}});
    }
    return select.failed() ? Result<>(std::unexpected(select.error())) : moveRanges(ranges);
}

Result<> Reverting::notePurged(Kind kind, qint64 first, qint64 last)
{
    Statement buried(m_connection, "SELECT id FROM tombstone WHERE kind=?1 AND rid BETWEEN ?2 AND ?3");
    buried.bind(1, static_cast<int>(kind)).bind(2, first).bind(3, last);
    while (buried.step()) {
        m_conflicts.push_back({kind, buried.text(0), purgedField()});
    }
    return buried.failed() ? Result<>(std::unexpected(buried.error())) : Result<> {};
}

Result<> Reverting::revertCreates(qint64 operation, const StateMove &move)
{
    const auto created = createdRanges(m_connection, operation);
    if (!created) {
        return std::unexpected(created.error());
    }
    std::vector<StateRange> ranges;
    for (const CreatedRange &range : *created) {
        ranges.push_back({range, move});
    }
    return moveRanges(ranges);
}

Result<> Reverting::moveRanges(const std::vector<StateRange> &ranges, const Excluded &excluded)
{
    std::map<Kind, Walk> byKind;
    std::set<std::tuple<Kind, qint64, qint64>> read;
    for (const auto &[records, move] : ranges) {
        auto &[states, bounds] = byKind[records.kind];
        bounds.insert({records.first, records.last + 1});
        if (read.emplace(records.kind, records.first, records.last).second) {
            if (const auto there = readStates(records, excluded, states); !there) {
                return there;
            }
        }
        const auto end = states.upper_bound(records.last);
        for (auto it = states.lower_bound(records.first); it != end; ++it) {
            if (it->second.wanted == move.from) {
                it->second.wanted = move.to;
            } else if (it->second.wanted != move.to) {
                it->second.conflict = true;
            }
        }
        const auto noted = move.to == "live" ? notePurged(records.kind, records.first, records.last)
                                             : Result<> {};
        if (!noted) {
            return noted;
        }
    }
    for (const auto &[kind, walk] : byKind) {
        if (const auto moved = moveRecords(kind, walk); !moved) {
            return moved;
        }
    }
    return {};
}

Result<> Reverting::readStates(const CreatedRange &range, const Excluded &excluded,
                               std::map<qint64, States> &states)
{
    Statement select(m_connection,
                     QByteArray("SELECT rid, state FROM ") + tableOf(range.kind).name
                             + " WHERE rid BETWEEN ?1 AND ?2 ORDER BY rid");
    select.bind(1, range.first).bind(2, range.last);
    while (select.step()) {
        const qint64 rid = select.integer(0);
        if (!excluded || !excluded(range.kind, rid)) {
            const QByteArray state = select.bytes(1);
            states.emplace(rid, States {state, state});
        }
    }
    return select.failed() ? Result<>(std::unexpected(select.error())) : Result<> {};
}

Result<> Reverting::moveRecords(Kind kind, const Walk &walk)
{
    struct Run
    {
        qint64 first;
        qint64 last;
        StateMove move;
    };
    // Neighbours move together: undoing an import of 100,000 people must not write each of them by itself.
    // What is not of one range was not of one operation and may have to be told apart later.
    std::vector<Run> runs;
    qint64 moved = 0;
    for (const auto &[rid, state] : walk.states) {
        if (state.conflict) {
            if (const auto noted = noteConflict(kind, rid); !noted) {
                return noted;
            }
        }
        if (state.present == state.wanted) {
            continue;
        }
        ++moved;
        const bool joins = !runs.empty() && runs.back().last == rid - 1 && !walk.bounds.contains(rid)
                && runs.back().move.from == state.present && runs.back().move.to == state.wanted;
        if (joins) {
            runs.back().last = rid;
        } else {
            runs.push_back({rid, rid, {state.present, state.wanted}});
        }
    }
    if (moved > listedRecords && std::ranges::find(m_bulkKinds, kind) == m_bulkKinds.end()) {
        m_bulkKinds.push_back(kind);
    }
    for (const auto &[first, last, move] : runs) {
        const auto listed = moved > listedRecords ? Result<> {} : listRun(kind, first, last, move);
        if (!listed) {
            return listed;
        }
        if (const auto written = moveRun(kind, first, last, move); !written) {
            return written;
        }
    }
    return {};
}

Result<> Reverting::noteConflict(Kind kind, qint64 rid)
{
    Statement select(m_connection, QByteArray("SELECT id FROM ") + tableOf(kind).name + " WHERE rid=?1");
    if (select.bind(1, rid).step()) {
        m_conflicts.push_back({kind, select.text(0), u"@state"_s});
    }
    return select.failed() ? Result<>(std::unexpected(select.error())) : Result<> {};
}

Result<> Reverting::listRun(Kind kind, qint64 first, qint64 last, const StateMove &move)
{
    const auto how = move.to == "live" ? ChangedRecord::How::created : ChangedRecord::How::removed;
    Statement select(m_connection,
                     QByteArray("SELECT rid, id FROM ") + tableOf(kind).name
                             + " WHERE rid BETWEEN ?1 AND ?2");
    select.bind(1, first).bind(2, last);
    while (select.step()) {
        m_records.push_back({kind, select.text(1), select.integer(0), how});
    }
    return select.failed() ? Result<>(std::unexpected(select.error())) : Result<> {};
}

Result<> Reverting::moveRun(Kind kind, qint64 first, qint64 last, const StateMove &move)
{
    Statement note(m_connection,
                   "INSERT INTO change(op,kind,rid,last_rid,field,before,after) "
                   "VALUES(?1,?2,?3,?4,'@state',json_quote(?5),json_quote(?6))");
    note.bind(1, m_context.operation)
            .bind(2, static_cast<int>(kind))
            .bind(3, first)
            .bind(4, last)
            .bind(5, move.from)
            .bind(6, move.to);
    if (const auto noted = note.run(); !noted) {
        return noted;
    }
    for (qint64 from = first; from <= last; from += movedAtOnce) {
        const qint64 to = std::min(last, from + movedAtOnce - 1);
        if (const auto moved = movePart(kind, from, to, move); !moved) {
            return moved;
        }
        if (const auto goesOn = advance(static_cast<size_t>(to - from + 1)); !goesOn) {
            return goesOn;
        }
    }
    return {};
}

Result<> Reverting::movePart(Kind kind, qint64 first, qint64 last, const StateMove &move)
{
    const QByteArray table = tableOf(kind).name;
    Statement mark(m_connection,
                   "INSERT OR REPLACE INTO field_mark(kind,rid,field,stamp,device,op) SELECT "
                   "?1,rid,'@state',?2,?3,?4 FROM "
                           + table + " WHERE rid BETWEEN ?5 AND ?6");
    mark.bind(1, static_cast<int>(kind))
            .bind(2, m_context.stamp)
            .bind(3, m_context.device)
            .bind(4, m_context.operation)
            .bind(5, first)
            .bind(6, last);
    Statement set(m_connection,
                  "UPDATE " + table + " SET state=?1, state_at=?2, dirty=1 WHERE rid BETWEEN ?3 AND ?4");
    set.bind(1, move.to).bind(2, m_context.at).bind(3, first).bind(4, last);
    const auto marked = mark.run();
    return marked ? set.run() : marked;
}

} // namespace crema::store
