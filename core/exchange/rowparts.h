// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// One of several addresses in a cell with the name in front of it, "Bob Roe <bob@x.example>", or any with
/// words beside it that may be its name.
struct RowReader::NamedAddress
{
    QString address;
    QString name;
    QString loose; ///< the words as they stand, as in `EmailCell`
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
    QVector<NamedAddress> namedAddresses;
    QVector<std::pair<QString, const Column *>> handles; ///< words under LinkedIn, until the name is known
    std::vector<RowGroup> groups;
    RowGroup *place = nullptr; ///< the group whose place the contact got
};

} // namespace crema::exchange
