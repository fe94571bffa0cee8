// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/historyreader.h"
#include "store/patch.h"

#include <QStringList>

namespace crema::store {

/// How an operation stands to others.
enum class OperationSort { plain, undo, redo };

/// One field of a record before and after an operation.
struct FieldStep
{
    QString field;
    std::optional<Json> before;
    std::optional<Json> after;
};

/// What one operation did to one record.
struct RecordEvent
{
    Kind kind = Kind::contact;
    QString recordId;
    QString title; ///< what the record is called now
    QString operationId;
    QString label;
    QString origin;
    QString at;
    OperationSort sort = OperationSort::plain;
    bool undoable = false; ///< the operation can be taken back
    bool alone = false; ///< it touched no other record
    bool created = false;
    std::vector<FieldStep> steps;
};

/// The newest operations on a contact, on everyone merged into them, and on the emails and chats made for any
/// of these; newest first, one event for each operation and record, at most `limit`.
[[nodiscard]] Result<QVector<RecordEvent>> contactEvents(Connection &connection, const QString &contactId,
                                                         int limit);

/// A forward-only fact with its time.
struct FactEntry
{
    qint64 seq = 0; ///< of all facts, in the order they were learned
    QString recordId;
    QString name;
    QString value;
    QString at;
};
/// The newest facts of these records, newest first.
[[nodiscard]] Result<QVector<FactEntry>> factsOf(Connection &connection, const QStringList &recordIds,
                                                 int limit);

/// What one operation did to the records it touched, in the order it did it; of records made at once only the
/// first ones are named.
struct OperationStep
{
    Kind kind = Kind::contact;
    QString recordId; ///< empty when it was deleted for good since
    QString title;
    bool created = false;
    FieldStep step; ///< of what was not created
};
[[nodiscard]] Result<QVector<OperationStep>> operationSteps(Connection &connection,
                                                            const QString &operationId, int limit);

/// What an operation is called; notFound when there is none with this id.
[[nodiscard]] Result<QString> operationLabel(Connection &connection, const QString &operationId);

/// The one operation whose id begins with `prefix`: notFound, or rejectedInput when several do.
[[nodiscard]] Result<QString> resolveOperation(Connection &connection, const QString &prefix);

/// Every tag in use on live contacts, in the order of the alphabet. Reads all contacts that have one: for
/// workers.
[[nodiscard]] Result<QStringList> tagsInUse(Connection &connection);

} // namespace crema::store
