// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/recordwriter.h"

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
    Reverting(Connection &connection, RecordWriter &writer, RecordWriter::Context context)
        : m_connection(connection), m_writer(writer), m_context(std::move(context))
    {
    }

    [[nodiscard]] Result<> undo(qint64 operation);
    [[nodiscard]] Result<> redo(qint64 operation);
    [[nodiscard]] std::vector<UndoConflict> takeConflicts() { return std::move(m_conflicts); }
    [[nodiscard]] std::vector<ChangedRecord> takeRecords() { return std::move(m_records); }
    /// Kinds of which so many records changed state that they are not listed one by one.
    [[nodiscard]] const std::vector<Kind> &bulkKinds() const { return m_bulkKinds; }

private:
    struct FieldChange
    {
        QString field;
        std::optional<Json> expected;
        std::optional<Json> wanted;
    };
    struct StateMove
    {
        const char *from;
        const char *to;
    };
    [[nodiscard]] Result<> revertFields(qint64 operation, bool undo);
    [[nodiscard]] Result<> revertRecord(Kind kind, qint64 rid, const std::vector<FieldChange> &changes);
    [[nodiscard]] Result<> revertCreates(qint64 operation, StateMove move);
    [[nodiscard]] Result<> revertRange(const CreatedRange &range, StateMove move);
    [[nodiscard]] Result<> moveRun(Kind kind, qint64 first, qint64 last, StateMove move);
    [[nodiscard]] Result<> notePurged(Kind kind, qint64 first, qint64 last);

    Connection &m_connection;
    RecordWriter &m_writer;
    RecordWriter::Context m_context;
    std::vector<UndoConflict> m_conflicts;
    std::vector<ChangedRecord> m_records;
    std::vector<Kind> m_bulkKinds;
};

} // namespace crema::store
