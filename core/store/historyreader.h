// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/source.h"
#include "store/connection.h"
#include "store/operation.h"

#include <QHash>
#include <QMap>
#include <QStringList>

namespace crema::store {

/// One operation of the workspace's history.
struct OperationEntry
{
    QString id;
    QString label;
    QString origin; ///< "user", "job", "import", "sync", "migration", "mailbox"
    QString at;
    bool isUndo = false; ///< an undo or redo
    bool undone = false;
    int records = 0; ///< how many records it touched
    bool isRedo = false; ///< a redo, then `isUndo` is set as well
};

/// One change of one record.
struct RecordChange
{
    QString operationId;
    QString label;
    QString origin;
    QString at;
    QString field; ///< empty: created
    std::optional<Json> before;
    std::optional<Json> after;
};

/// Who last said what a field holds.
struct FieldOrigin
{
    QString label; ///< of the operation
    QString origin; ///< as of an operation, or "merge"
    QString at;
    std::optional<Source> source; ///< when the operation knew it more precisely
};

/// Newest first.
[[nodiscard]] Result<QVector<OperationEntry>> operations(Connection &connection, int limit);
/// What undo and redo would do next, as labels; empty when there is nothing.
struct UndoState
{
    QString undoId; ///< of the operation that undo would take back
    QString undoLabel;
    QString redoLabel;
};
[[nodiscard]] Result<UndoState> undoState(Connection &connection);

/// Everything that happened to a record, newest first.
[[nodiscard]] Result<QVector<RecordChange>> recordHistory(Connection &connection, Kind kind,
                                                          const QString &id);
/// What the history says of a text that a field does not hold (any more).
enum class PastText {
    neverTakenOut,
    takenOut, ///< somebody removed or changed it, in an edit that stands
    unknown, ///< the history does not go back to the beginning of the record
};
/// `text` as whole paragraphs, as notes are joined.
[[nodiscard]] Result<PastText> pastOf(Connection &connection, Kind kind, const QString &id,
                                      const QString &field, const QString &text);
/// The operation that last changed the record, or one of these fields of it; empty when none did or it
/// cannot be read.
[[nodiscard]] QString lastOperation(Connection &connection, Kind kind, const QString &id,
                                    const QStringList &fields = {});

/// Tells which operation a command made that answers with the record and may have changed nothing. Lives as
/// long as the connection at most.
class NewOperations final
{
public:
    /// Before the command, of the records it may change.
    NewOperations(Connection &connection, Kind kind, const QStringList &ids);

    /// The operation that changed the record since; empty when none did or nobody can tell.
    [[nodiscard]] QString of(const QString &id) const;

private:
    Connection *m_connection;
    Kind m_kind;
    QHash<QString, std::optional<QString>> m_before; ///< the last operation by record, where it could be read
};

/// By field; the entry "" is the record's default (the operation that created it).
[[nodiscard]] Result<QMap<QString, FieldOrigin>> fieldOrigins(Connection &connection, Kind kind, qint64 rid);
/// The origins as sources of the fields.
[[nodiscard]] QMap<QString, Source> sourcesOf(const QMap<QString, FieldOrigin> &origins);

/// What a record is called in lists.
[[nodiscard]] QString titleOf(Kind kind, const Json &body);

} // namespace crema::store
