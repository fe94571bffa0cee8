// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "store/connection.h"
#include "store/preparedrecord.h"

#include <functional>
#include <memory>
#include <span>
#include <utility>

namespace crema::store {

/// Writes user records inside a transaction of the caller: body, projections, marks, change rows and the
/// index, so that none of them can be forgotten. Belongs to the write connection's thread.
class RecordWriter final
{
public:
    RecordWriter(Connection &connection, KeysOf keysOf);
    ~RecordWriter();

    /// Who writes: set before each operation.
    struct Context
    {
        qint64 operation = 0;
        qint64 stamp = 0;
        qint64 device = 0;
        Origin origin = Origin::user; ///< of sync it leaves the mark of an earlier, unsent change alone
        QString at;

        [[nodiscard]] int dirty() const { return origin == Origin::sync ? 0 : 1; }
    };
    void begin(const Context &context)
    {
        m_context = context;
        m_mayBeBuried.reset();
        m_kept.clear();
    }
    /// What `patch` left alone since `begin`; see settle().
    [[nodiscard]] std::vector<UndoConflict> takeKept() { return std::exchange(m_kept, {}); }

    /// Returns the rid. Conflict when there is a record of this kind and id, in whatever state.
    [[nodiscard]] Result<qint64> create(RecordCreate record);
    /// How many of the first records one call of `createUnindexed` writes.
    [[nodiscard]] static size_t atOnce(std::span<const PreparedRecord> records);
    /// As `create`, without their keys, words and long texts, which the caller adds to the index. Returns the
    /// rid of the first; the others follow it. After an error the transaction must be rolled back.
    [[nodiscard]] Result<qint64> createUnindexed(std::span<const PreparedRecord> records);
    /// Returns the rid; the number of changed fields is added to `changed`. A trashed record is changed too
    /// and stays in the trash.
    [[nodiscard]] Result<qint64> patch(const RecordPatch &patch, int &changed);
    [[nodiscard]] Result<qint64> setState(const StateChange &change, int &changed);

    struct Stored
    {
        qint64 rid = 0;
        QString id;
        QString state;
        Json body;
    };
    /// Not found also when a bulk operation has written it but not yet published.
    [[nodiscard]] Result<Stored> read(Kind kind, const QString &id);
    [[nodiscard]] Result<Stored> read(Kind kind, qint64 rid);

    /// Whose word a field is: an operation (0: the one that made the record) and what it knew more precisely.
    struct Said
    {
        qint64 operation = 0;
        std::optional<Json> source;
    };
    using SaidBy = std::function<Said(const QString &field)>;
    /// Fields of a record that was read; writes body, marks and history. Without `saidBy` they are the word
    /// of the present operation.
    [[nodiscard]] Result<> writeEdits(Kind kind, Stored &record, const std::vector<FieldEdit> &edits,
                                      const SaidBy &saidBy, int &changed);
    [[nodiscard]] Result<> writeState(Kind kind, Stored &record, const QString &state);
    /// The change row of created records with neighbouring rowids.
    [[nodiscard]] Result<> noteCreated(Kind kind, qint64 firstRid, qint64 lastRid);

    [[nodiscard]] RecordIndex &index() { return m_index; }

private:
    struct Statements;
    [[nodiscard]] Statements &of(Kind kind);
    [[nodiscard]] Result<Stored> readRow(Statement &statement, Kind kind, const QString &wanted);
    [[nodiscard]] Result<> unbury(Kind kind, const QByteArray &id);
    [[nodiscard]] Result<qint64> insert(std::span<const PreparedRecord> records);
    [[nodiscard]] Result<> noteChange(Kind kind, qint64 rid, const QString &field,
                                      const std::optional<Json> &before, const std::optional<Json> &after);
    [[nodiscard]] Result<> mark(Kind kind, qint64 rid, const QString &field, const Said &said);
    [[nodiscard]] Said ownWord(const std::optional<Source> &source) const;
    [[nodiscard]] Result<bool> writeEdit(Kind kind, Stored &record, const FieldEdit &edit,
                                         const SaidBy &saidBy);

    Connection &m_connection;
    RecordIndex m_index;
    Context m_context;
    std::vector<std::unique_ptr<Statements>> m_statements;
    Statement m_noteChange;
    Statement m_mark;
    Statement m_unbury;
    std::vector<UndoConflict> m_kept;
    std::optional<bool> m_mayBeBuried; ///< whether there are tombstones at all; asked at the first new record
};

} // namespace crema::store
