// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/recordwriter.h"

#include <functional>
#include <map>
#include <span>

namespace crema::store {

/// The one write door, on the write connection's thread: applies operations in one transaction each. Use
/// Store, which puts this on a thread of its own.
class WriteSession final
{
public:
    /// Opens and migrates the database; finishes or removes what a killed process left half-staged. `clock`
    /// and `ids` outlive the session.
    [[nodiscard]] static Result<std::unique_ptr<WriteSession>> open(const QString &databasePath,
                                                                    KeysOf keysOf, const Clock &clock,
                                                                    IdSource &ids);

    [[nodiscard]] Result<Change> apply(Operation operation, const Step &step = {});
    /// Takes back the latest operation that can be undone; notFound when there is none.
    [[nodiscard]] Result<UndoOutcome> undo(const Step &step = {});
    /// Takes back this one, whatever came after it; notFound when it cannot be undone (any more).
    [[nodiscard]] Result<UndoOutcome> undoOperation(const QString &operationId, const Step &step = {});
    /// Repeats the latest undone operation; notFound when there is none or something new was done since.
    [[nodiscard]] Result<UndoOutcome> redo(const Step &step = {});
    /// See Store::restoreTo.
    [[nodiscard]] Result<UndoOutcome> restoreTo(const QString &operationId, const QString &label,
                                                const Step &step = {});

    // Bulk creates: written in small commits that stay invisible until publish(), which is one short commit.
    [[nodiscard]] Result<qint64> beginStaged(const Operation &operation);
    [[nodiscard]] Result<> stage(qint64 operation, Origin origin, std::span<const PreparedRecord> records);
    [[nodiscard]] Result<Change> publish(qint64 operation, Operation rest);
    /// Removes up to a few thousand staged rows; true when nothing is left.
    [[nodiscard]] Result<bool> abandon(qint64 operation);

    /// The long texts of published bulk records are indexed afterwards, some at a time; true when none are
    /// left.
    [[nodiscard]] Result<bool> indexSome();
    [[nodiscard]] Result<bool> isIndexed();

    /// Removes trashed records older than `days` for good, with their texts in the history and the files that
    /// were theirs alone, leaving tombstones. Zero days empties the trash. `change` names the kinds; the
    /// result is how many records.
    [[nodiscard]] Result<int> purgeTrash(int days, Change &change);
    /// Forgets field changes older than `days`; see pruneOperations. Returns how many operations.
    [[nodiscard]] Result<int> pruneHistory(int days);
    /// See Store::tidyWhenDue.
    [[nodiscard]] Result<Tidied> tidyWhenDue(int trashDays, int historyDays);

    [[nodiscard]] Connection &connection() { return *m_connection; }

private:
    WriteSession(std::unique_ptr<Connection> connection, KeysOf keysOf, const Clock &clock, IdSource &ids);
    [[nodiscard]] Result<> prepare();
    [[nodiscard]] Result<> readClock();
    [[nodiscard]] Result<int> purgeBefore(const QString &before, Change &change);
    [[nodiscard]] Result<int> pruneBefore(const QString &before);
    [[nodiscard]] Result<> removeStaged();
    [[nodiscard]] Result<qint64> insertOperation(const QString &label, Origin origin, qint64 reverts,
                                                 bool keep, Change &change);
    [[nodiscard]] RecordWriter::Context contextFor(qint64 operation, Origin origin);
    void endStaged(qint64 operation);
    [[nodiscard]] Result<> stageRows(qint64 operation, Origin origin,
                                     std::span<const PreparedRecord> records);
    [[nodiscard]] Result<int> writeRecords(Operation &operation, Change &change, const Step &step = {});
    [[nodiscard]] Result<> touchRecords(Operation &operation, Change &change, const Step &step);
    [[nodiscard]] Result<> createRecords(std::span<RecordCreate> records, Change &change);
    [[nodiscard]] Result<> saveClock();
    [[nodiscard]] Result<UndoOutcome> revert(const char *select, const QString &id, bool undo,
                                             const Step &step);
    [[nodiscard]] Result<UndoOutcome> revertOperation(qint64 operation, UndoOutcome outcome, bool undo,
                                                      const Step &step);

    std::unique_ptr<Connection> m_connection;
    const Clock &m_clock;
    IdSource &m_ids;
    RecordWriter m_writer;
    /// Keys of staged records, by operation: written in a few long runs, since each run goes all over their
    /// table.
    std::map<qint64, std::vector<RecordIndex::Key>> m_stagedKeys;
    qint64 m_lastStamp = 0;
    qint64 m_device = 0;
};

} // namespace crema::store
