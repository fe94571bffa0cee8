// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/columns.h"

#include <QStringList>
#include <QVector>

namespace crema::exchange {

/// What columns of names mean beside each other and above their values: "Name" beside "Vorname" is the last
/// name and beside "Surname" the first, "Ad" one beside "Soyad", "Title" how somebody is addressed where its
/// values are "Mr." and "Dr.".
void settleNameColumns(QVector<FieldTarget> &targets, const QStringList &headers,
                       const QVector<QStringList> &rows);

} // namespace crema::exchange
