// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/recordwriter.h"

namespace crema::store {

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
    /// Kinds of which a whole range changed state.
    [[nodiscard]] const std::vector<Kind> &bulkKinds() const { return m_bulkKinds; }

private:
    struct FieldChange
    {
        QString field;
        std::optional<Json> expected;
        std::optional<Json> wanted;
    };
    [[nodiscard]] Result<> revertFields(qint64 operation, bool undo);
    [[nodiscard]] Result<> revertRecord(Kind kind, qint64 rid, const std::vector<FieldChange> &changes);
    [[nodiscard]] Result<> revertCreates(qint64 operation, const char *from, const char *to);

    [[nodiscard]] Result<> noteRecords(Kind kind, qint64 first, qint64 last, qint64 operation,
                                       const char *from, const char *to);

    Connection &m_connection;
    RecordWriter &m_writer;
    RecordWriter::Context m_context;
    std::vector<UndoConflict> m_conflicts;
    std::vector<ChangedRecord> m_records;
    std::vector<Kind> m_bulkKinds;
};

/// Deletes up to `limit` rows that a bulk operation staged; at the end also the operation. True while rows
/// are left.
[[nodiscard]] Result<bool> removeStagedRows(Connection &connection, qint64 operation, int limit);

/// Deletes records that went to the trash at or before `before`, leaving a tombstone each.
[[nodiscard]] Result<int> purgeRecords(Connection &connection, const QString &before, qint64 stamp,
                                       qint64 device);

} // namespace crema::store
