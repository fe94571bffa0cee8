// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/columns.h"

#include <QStringList>
#include <QVector>

namespace crema::exchange {

/// Tells apart the people that stand side by side in one row: "Name 1, Email 1, Name 2, Email 2", "Student
/// Name, Student Email, Alumni Name, Alumni Email". Sets `FieldTarget::person` of their columns (1, 2 ...);
/// columns of none of them stay 0 and are of all. Nothing where all names are of one person.
void settlePeople(QVector<FieldTarget> &targets, const QStringList &headers,
                  const QVector<QStringList> &rows);

/// How many people stand in one row.
[[nodiscard]] int peopleInRow(const ColumnMapping &mapping);

/// The mapping with which the person of that number is read: the columns of the others are left out, and what
/// only one can have (an address, a profile) is nobody's where the column does not say whose it is.
[[nodiscard]] ColumnMapping mappingOfPerson(const ColumnMapping &mapping, int person);

/// Of a row of several people: the columns of addresses and numbers that do not say whose they are.
[[nodiscard]] QStringList columnsOfNobody(const ColumnMapping &mapping, const QStringList &headers);

} // namespace crema::exchange
