// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "store/connection.h"
#include "store/operation.h"

#include <functional>
#include <memory>

namespace crema::store {

/// Gives the keys by which a record is recognised (identity of contacts); see Lookup in reader.h. Called on
/// the writer thread.
using KeysOf = std::function<QStringList(Kind kind, const QString &id, const Json &body)>;

/// Writes user records inside a transaction of the caller: body, projections, marks, change rows, lookup keys
/// and the full-text index, so that none of them can be forgotten. Belongs to the write connection's thread.
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
        bool dirty = true;
        QString at;
    };
    void begin(const Context &context) { m_context = context; }

    [[nodiscard]] Result<qint64> create(const RecordCreate &record);
    /// Returns the rid; the number of changed fields is added to `changed`.
    [[nodiscard]] Result<qint64> patch(const RecordPatch &patch, int &changed);
    [[nodiscard]] Result<qint64> setState(const StateChange &change, int &changed);

    struct Stored
    {
        qint64 rid = 0;
        QString id;
        QString state;
        Json body;
    };
    [[nodiscard]] Result<Stored> read(Kind kind, const QString &id);
    [[nodiscard]] Result<Stored> read(Kind kind, qint64 rid);

    /// One field of a record that was read; writes body, marks and history.
    [[nodiscard]] Result<> writeEdits(Kind kind, Stored &record, const std::vector<FieldEdit> &edits,
                                      const std::optional<Source> &source, int &changed);
    [[nodiscard]] Result<> writeState(Kind kind, Stored &record, const QString &state);
    /// The change rows of created records; ranges of neighbouring rowids become one.
    [[nodiscard]] Result<> noteCreated(Kind kind, qint64 firstRid, qint64 lastRid);

private:
    struct Statements;
    [[nodiscard]] Statements &of(Kind kind);
    [[nodiscard]] Result<Stored> readRow(Statement &statement, Kind kind, const QString &wanted);
    [[nodiscard]] Result<> noteChange(Kind kind, qint64 rid, const QString &field,
                                      const std::optional<Json> &before, const std::optional<Json> &after);
    [[nodiscard]] Result<> mark(Kind kind, qint64 rid, const QString &field,
                                const std::optional<Source> &source);
    [[nodiscard]] Result<> indexKeys(Kind kind, qint64 rid, const QStringList &keys);
    [[nodiscard]] Result<> indexText(Kind kind, qint64 rid, const Json &body, bool isNew);

    Connection &m_connection;
    KeysOf m_keysOf;
    Context m_context;
    std::vector<std::unique_ptr<Statements>> m_statements;
    Statement m_noteChange;
    Statement m_mark;
    Statement m_addKey;
    Statement m_dropKeys;
    Statement m_addText;
    Statement m_dropText;
};

} // namespace crema::store
