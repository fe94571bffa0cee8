// SPDX-License-Identifier: GPL-3.0-or-later
// Going back to a point: everything done since is taken back at once, as one operation.
#include "store/changenotes.h"
#include "store/reverting.h"
#include "store/schema.h"
#include "store/writesession.h"

#include <algorithm>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

/// What was done here since a point, undo and redo included; not what came by sync. Newest first.
QByteArray sinceSql(const QByteArray &columns, const QByteArray &condition)
{
    return "SELECT " + columns
            + " FROM operation o CROSS JOIN change c ON c.op=o.seq WHERE o.seq>?1 AND o.origin IN "
              "('user','job','import') AND o.seq NOT IN (SELECT op FROM staging) AND "
            + condition + " ORDER BY o.seq DESC, c.seq DESC";
}

constexpr const char *pointById =
        "SELECT seq, seq >= (SELECT coalesce(max(seq),0) FROM operation WHERE pruned=1) FROM operation "
        "WHERE id=?1 AND seq NOT IN (SELECT op FROM staging)";

/// A list and its items are one thing here: where one of them was changed elsewhere, older changes of the
/// other must not be taken back around it.
bool covers(const QString &field, const QString &other)
{
    return field == other || other.startsWith(field + u'/') || field.startsWith(other + u'/');
}

size_t sizeOf(const CreatedRange &range)
{
    return static_cast<size_t>(range.last - range.first + 1);
}

} // namespace

/// Records that did not exist at the point.
class Reverting::CreatedSince
{
public:
    Result<> read(Connection &connection, qint64 point)
    {
        Statement select(connection, sinceSql("c.kind,c.rid,c.last_rid", "c.field IS NULL"));
        select.bind(1, point);
        while (select.step()) {
            const CreatedRange range {static_cast<Kind>(select.integer(0)), select.integer(1),
                                      select.integer(2)};
            m_ranges.push_back(range);
            m_last[{range.kind, range.first}] = range.last;
        }
        return select.failed() ? Result<>(std::unexpected(select.error())) : Result<> {};
    }

    [[nodiscard]] bool has(Kind kind, qint64 rid) const
    {
        auto range = m_last.upper_bound({kind, rid});
        if (range == m_last.begin()) {
            return false;
        }
        --range;
        return range->first.first == kind && rid <= range->second;
    }

    [[nodiscard]] const std::vector<CreatedRange> &ranges() const { return m_ranges; }

private:
    std::vector<CreatedRange> m_ranges; ///< newest first
    std::map<std::pair<Kind, qint64>, qint64> m_last; ///< the last rowid by kind and first rowid
};

Result<> Reverting::undoAfter(qint64 point)
{
    CreatedSince created;
    if (const auto read = created.read(m_connection, point); !read) {
        return read;
    }
    Since since;
    if (const auto read = readSince(point, created, since); !read) {
        return read;
    }
    m_total = since.byRecord.size();
    for (const StateRange &range : since.ranges) {
        m_total += sizeOf(range.records);
    }
    for (const CreatedRange &range : created.ranges()) {
        m_total += sizeOf(range);
    }
    if (const auto goesOn = advance(0); !goesOn) {
        return goesOn;
    }
    for (const auto &[record, changes] : since.byRecord) {
        if (const auto restored = restoreRecord(record.first, record.second, changes); !restored) {
            return restored;
        }
        if (const auto goesOn = advance(1); !goesOn) {
            return goesOn;
        }
    }
    // Who also changed state alone was walked back above, through the ranges as well.
    const auto alone = [&](Kind kind, qint64 rid) {
        const auto found = since.byRecord.find({kind, rid});
        return found != since.byRecord.end()
                && std::ranges::find(found->second, u"@state"_s, &FieldChange::field) != found->second.end();
    };
    if (const auto moved = moveRanges(since.ranges, alone); !moved) {
        return moved;
    }
    std::vector<StateRange> younger;
    for (const CreatedRange &range : created.ranges()) {
        if (const auto trashed = trashMerged(range); !trashed) {
            return trashed;
        }
        younger.push_back({range, {"live", "trashed"}});
    }
    const auto moved = moveRanges(younger);
    return moved ? end() : moved;
}

Result<> Reverting::readSince(qint64 point, const CreatedSince &created, Since &since)
{
    std::set<std::pair<Kind, qint64>> movedAlone;
    Statement alone(m_connection, sinceSql("c.kind,c.rid", "c.field='@state' AND c.last_rid=c.rid"));
    alone.bind(1, point);
    while (alone.step()) {
        movedAlone.emplace(static_cast<Kind>(alone.integer(0)), alone.integer(1));
    }
    if (alone.failed()) {
        return std::unexpected(alone.error());
    }
    Statement select(m_connection,
                     sinceSql("c.kind,c.rid,c.last_rid,c.field,c.after,c.before,c.said,c.source",
                              "c.field IS NOT NULL"));
    select.bind(1, point);
    while (select.step()) {
        const CreatedRange range {static_cast<Kind>(select.integer(0)), select.integer(1), select.integer(2)};
        if (created.has(range.kind, range.first)) {
            continue; // goes to the trash as it is now
        }
        const FieldChange change {select.text(3), valueIn(select, 4), valueIn(select, 5), saidIn(select, 6)};
        if (range.first == range.last) {
            since.byRecord[{range.kind, range.first}].push_back(change);
            continue;
        }
        const auto end = movedAlone.upper_bound({range.kind, range.last});
        for (auto it = movedAlone.lower_bound({range.kind, range.first}); it != end; ++it) {
            since.byRecord[*it].push_back(change);
        }
        since.ranges.push_back({range,
                                {textOf(change.expected.value_or(Json())).toUtf8(),
                                 textOf(change.wanted.value_or(Json())).toUtf8()}});
    }
    return select.failed() ? Result<>(std::unexpected(select.error())) : Result<> {};
}

Result<> Reverting::restoreRecord(Kind kind, qint64 rid, const std::vector<FieldChange> &changes)
{
    auto record = m_writer.read(kind, rid);
    if (!record) {
        return record.error().kind == ErrorKind::notFound ? notePurged(kind, rid, rid)
                                                          : Result<>(std::unexpected(record.error()));
    }
    Json body = record->body;
    QString state = record->state;
    QStringList kept; // changed elsewhere: what is older than that is not ours to take back
    for (const FieldChange &change : changes) {
        if (std::ranges::any_of(kept, [&](const QString &field) { return covers(field, change.field); })) {
            continue;
        }
        const bool isState = change.field == "@state"_L1;
        const auto present = isState ? std::optional(Json(state)) : fieldValue(kind, body, change.field);
        if (present != change.expected || (isState && !change.wanted)) {
            m_conflicts.push_back({kind, record->id, change.field});
            kept << change.field;
        } else if (isState) {
            state = textOf(*change.wanted);
        } else {
            setField(kind, body, {change.field, change.wanted});
        }
    }
    int changed = 0;
    auto how = ChangedRecord::How::changed;
    if (state != record->state) {
        ++changed;
        how = state == "live"_L1 ? ChangedRecord::How::created : ChangedRecord::How::removed;
        if (const auto written = m_writer.writeState(kind, *record, state); !written) {
            return written;
        }
    }
    // One step a field, however often it was changed in between.
    const auto edits = editsBetween(kind, record->body, body);
    if (const auto written = m_writer.writeEdits(kind, *record, edits, saidBy(changes), changed); !written) {
        return written;
    }
    if (record->body != body) {
        return failure(ErrorKind::internal,
                       u"The %1 \"%2\" could not be put back as it was; nothing was changed."_s.arg(
                               kindName(kind), record->id));
    }
    if (changed > 0) {
        m_records.push_back({kind, record->id, rid, how});
    }
    return {};
}

/// Records made since the point that went up in another one since: the other one is put back without them,
/// so they go to the trash, where they can be found.
Result<> Reverting::trashMerged(const CreatedRange &range)
{
    std::vector<qint64> merged;
    Statement select(m_connection,
                     QByteArray("SELECT rid FROM ") + tableOf(range.kind).name
                             + " WHERE rid BETWEEN ?1 AND ?2 AND state GLOB 'merged:*'");
    select.bind(1, range.first).bind(2, range.last);
    while (select.step()) {
        merged.push_back(select.integer(0));
    }
    if (select.failed()) {
        return std::unexpected(select.error());
    }
    for (const qint64 rid : merged) {
        auto record = m_writer.read(range.kind, rid);
        if (!record) {
            return std::unexpected(record.error());
        }
        if (const auto written = m_writer.writeState(range.kind, *record, u"trashed"_s); !written) {
            return written;
        }
        m_records.push_back({range.kind, record->id, rid, ChangedRecord::How::removed});
    }
    return {};
}

void Reverting::report(UndoOutcome &outcome)
{
    std::set<std::tuple<Kind, QString, QString>> seen;
    for (UndoConflict &conflict : m_conflicts) {
        if (seen.emplace(conflict.kind, conflict.id, conflict.field).second) {
            outcome.conflicts.push_back(std::move(conflict));
        }
    }
    for (ChangedRecord &record : m_records) {
        noteRecord(outcome.change, std::move(record));
    }
    for (const Kind kind : m_bulkKinds) {
        noteKind(outcome.change, kind);
    }
    outcome.change.undoChanged = true;
}

Result<UndoOutcome> WriteSession::restoreTo(const QString &operationId, const QString &label,
                                            const Step &step)
{
    Transaction transaction(*m_connection);
    if (const auto begun = transaction.begun(); !begun) {
        return std::unexpected(begun.error());
    }
    Statement find(*m_connection, pointById);
    if (!find.bind(1, operationId).step()) {
        return find.failed() ? Result<UndoOutcome>(std::unexpected(find.error()))
                             : failure(ErrorKind::notFound, u"There is no such operation to go back to."_s);
    }
    const qint64 point = find.integer(0);
    if (find.integer(1) == 0) {
        return failure(ErrorKind::conflict,
                       u"The history since then is no longer whole; nothing was changed."_s);
    }
    find.reset();
    UndoOutcome outcome {operationId, label, {}, {}};
    const auto seq = insertOperation(label, Origin::user, 0, false, outcome.change);
    if (!seq) {
        return std::unexpected(seq.error());
    }
    const RecordWriter::Context context = contextFor(*seq, Origin::user);
    m_writer.begin(context);
    Reverting reverting(*m_connection, m_writer, context, step);
    if (const auto reverted = reverting.undoAfter(point); !reverted) {
        return std::unexpected(reverted.error());
    }
    reverting.report(outcome);
    Statement changed(*m_connection, "SELECT 1 FROM change WHERE op=?1 LIMIT 1");
    if (!changed.bind(1, *seq).step()) {
        return changed.failed() ? Result<UndoOutcome>(std::unexpected(changed.error()))
                                : failure(ErrorKind::notFound, u"Nothing was changed since then."_s);
    }
    changed.reset();
    if (const auto saved = saveClock(); !saved) {
        return std::unexpected(saved.error());
    }
    const auto committed = transaction.commit();
    return committed ? Result<UndoOutcome>(std::move(outcome)) : std::unexpected(committed.error());
}

} // namespace crema::store
