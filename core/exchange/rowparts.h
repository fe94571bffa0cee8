// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/emailcells.h"
#include "exchange/rowreader.h"

#include <vector>

namespace crema::exchange {

/// What the columns of one group of a row hold: one job, one school.
struct RowGroup
{
    Position position;
    School school;
    QVector<Position> more; ///< of a cell that holds several: "Oxford ::: Balliol"
};

/// A cell that holds more than one plain address; what is in it can be told when the name is known.
struct RowReader::AddressCell
{
    EmailCell cell;
    const Column *column;
};

/// One row while it is being read.
struct RowReader::Parts
{
    Parts(const CsvRow &ofRow, QVector<RowNote> &into, size_t groupCount)
        : row(ofRow), notes(into), notesBefore(into.size()), groups(groupCount)
    {
    }

    void note(const QString &reason) { notes << RowNote {row.row, reason}; }
    void dropNotes() { notes.resize(notesBefore); }

    const CsvRow &row;
    QVector<RowNote> &notes;
    qsizetype notesBefore;
    Contact contact;
    QString prefix;
    QString surnamePrefix;
    QString first;
    QString middle;
    QString last;
    QString suffix;
    QString full;
    std::string fullColumn;
    QString displayName; ///< of an email cell
    QString badEmail;
    QVector<AddressCell> addressCells;
    QStringList sureAddresses; ///< that stand beside these without any words
    QVector<std::pair<QString, const Column *>> handles; ///< words under LinkedIn, until the name is known
    QStringList otherHandles; ///< words under Twitter and others
    std::vector<RowGroup> groups;
    RowGroup *place = nullptr; ///< the group whose place the contact got
};

} // namespace crema::exchange
