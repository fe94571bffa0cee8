// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/columns.h"

#include <QStringList>
#include <QVector>

namespace crema::exchange {

/// Takes back what the name of a column promised and its values do not keep: ids of records under "Contact",
/// the state of a record ("Active") under "Status", what somebody was in a meeting ("Organizer") under
/// "Role". All of it stays as extra fields.
void settleRecordColumns(QVector<FieldTarget> &targets, const QStringList &headers,
                         const QVector<QStringList> &rows);

/// "Attendee", "Delegate" and the like without a word about what of them are their names, where the values
/// are names and no other column holds any.
void settleSubjects(QVector<FieldTarget> &targets, const QStringList &headers,
                    const QVector<QStringList> &rows);

/// "Work" and "Home" without a word of what are telephone numbers where their values are.
void settleKinds(QVector<FieldTarget> &targets, const QStringList &headers, const QVector<QStringList> &rows);

/// The town of a job ("Current position - City") beside one of the person's own stays an extra field.
void settlePlaces(QVector<FieldTarget> &targets, const QVector<QStringList> &rows);

/// "Description" beside "Notes" is something else; "Group" may count instead of naming.
void settleTexts(QVector<FieldTarget> &targets, const QStringList &headers, const QVector<QStringList> &rows);

/// True for "MBA", "Full-time MBA", "Ph.D.": a degree, not what it was taken in.
[[nodiscard]] bool isDegreeName(const QString &text);

} // namespace crema::exchange
