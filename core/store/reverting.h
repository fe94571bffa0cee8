// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/recordwriter.h"

#include <functional>
#include <map>
#include <set>

namespace crema::store {

/// Rowids of one kind that one operation created, one after the other.
struct CreatedRange
{
    Kind kind = Kind::contact;
    qint64 first = 0;
    qint64 last = 0;
};
[[nodiscard]] Result<std::vector<CreatedRange>> createdRanges(Connection &connection, qint64 operation);

/// Takes back or repeats one operation inside the caller's transaction: a field only where it still holds
/// what the operation left there, everything else is listed as a conflict and left alone.
class Reverting final
{
public:
    Reverting(Connection &connection, RecordWriter &writer, RecordWriter::Context context, Step step = {})
        : m_connection(connection), m_writer(writer), m_context(std::move(context)), m_step(std::move(step))
    {
    }

    [[nodiscard]] Result<> undo(qint64 operation);
    [[nodiscard]] Result<> redo(qint64 operation);
    /// Takes back everything that was done after `point` and did not come by sync, each field in one step.
    [[nodiscard]] Result<> undoAfter(qint64 point);
    /// Hands over what was changed and what was left alone, each thing once.
    void report(UndoOutcome &outcome);

private:
    struct FieldChange
    {
        QString field;
        std::optional<Json> expected;
        std::optional<Json> wanted;
        std::optional<RecordWriter::Said> said {}; ///< whose word the wanted value is, where that is known
    };
    struct StateMove
    {
        QByteArray from;
        QByteArray to;
    };
    /// A state that a whole range of records took at once.
    struct StateRange
    {
        CreatedRange records;
        StateMove move;
    };
    /// What was done since a point to records that were there then, newest first.
    struct Since
    {
        std::map<std::pair<Kind, qint64>, std::vector<FieldChange>> byRecord;
        std::vector<StateRange> ranges;
    };
    /// A record's state as it is, and as it is to become.
    struct States
    {
        QByteArray present;
        QByteArray wanted;
        bool conflict = false;
    };
    /// The records of one kind that move, and where their ranges begin and end.
    struct Walk
    {
        std::map<qint64, States> states;
        std::set<qint64> bounds;
    };
    class CreatedSince;
    [[nodiscard]] static std::optional<Json> valueIn(const Statement &row, int column);
    /// From two columns of a change.
    [[nodiscard]] static std::optional<RecordWriter::Said> saidIn(const Statement &row, int column);
    [[nodiscard]] RecordWriter::SaidBy saidBy(const std::vector<FieldChange> &changes) const;
    [[nodiscard]] Result<> begin(qint64 operation);
    [[nodiscard]] Result<> advance(size_t changes);
    [[nodiscard]] Result<> end();
    using Excluded = std::function<bool(Kind kind, qint64 rid)>;
    [[nodiscard]] Result<> revertFields(qint64 operation, bool undo);
    [[nodiscard]] Result<> revertRecord(Kind kind, qint64 rid, const std::vector<FieldChange> &changes);
    [[nodiscard]] Result<> revertCreates(qint64 operation, const StateMove &move);
    [[nodiscard]] Result<> revertStates(qint64 operation, bool undo);
    /// Goes through the moves in this order, and writes for each record only where it ends: one step, however
    /// often it was moved.
    [[nodiscard]] Result<> moveRanges(const std::vector<StateRange> &ranges, const Excluded &excluded = {});
    [[nodiscard]] Result<> readStates(const CreatedRange &range, const Excluded &excluded,
                                      std::map<qint64, States> &states);
    [[nodiscard]] Result<> moveRecords(Kind kind, const Walk &walk);
    [[nodiscard]] Result<> noteConflict(Kind kind, qint64 rid);
    [[nodiscard]] Result<> listRun(Kind kind, qint64 first, qint64 last, const StateMove &move);
    [[nodiscard]] Result<> moveRun(Kind kind, qint64 first, qint64 last, const StateMove &move);
    [[nodiscard]] Result<> movePart(Kind kind, qint64 first, qint64 last, const StateMove &move);
    [[nodiscard]] Result<> readSince(qint64 point, const CreatedSince &created, Since &since);
    [[nodiscard]] Result<> restoreRecord(Kind kind, qint64 rid, const std::vector<FieldChange> &changes);
    [[nodiscard]] Result<> trashMerged(const CreatedRange &range);
    [[nodiscard]] Result<> notePurged(Kind kind, qint64 first, qint64 last);

    Connection &m_connection;
    RecordWriter &m_writer;
    RecordWriter::Context m_context;
    Step m_step; ///< may be empty
    size_t m_done = 0;
    size_t m_total = 0;
    std::vector<UndoConflict> m_conflicts;
    std::vector<ChangedRecord> m_records;
    std::vector<Kind> m_bulkKinds; ///< so many records changed state that they are not listed one by one
};

} // namespace crema::store
