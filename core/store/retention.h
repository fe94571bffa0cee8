// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/recordindex.h"

namespace crema::store {

/// Deletes the rows of records and everything by which they are found; their history stays.
[[nodiscard]] Result<> deleteRows(Connection &connection, RecordIndex &index, Kind kind,
                                  const std::vector<qint64> &rids);

/// Deletes for good the records that went to the trash at or before `before` and were not changed since, with
/// what the history says they held, leaving a tombstone each; returns the kinds and how many.
struct Purged
{
    int records = 0;
    std::vector<Kind> kinds;
    QStringList files; ///< kept files that belonged to them and to no other record, by their hashes
};
[[nodiscard]] Result<Purged> purgeRecords(Connection &connection, RecordIndex &index, const QString &before,
                                          qint64 stamp, qint64 device);

/// Forgets the field changes of operations from `before` or earlier, which cannot be undone after that; who
/// did them and when stays. Kept are operations marked to be kept (merges) and, as long as one of them is
/// younger, an operation together with its undo and redo. Returns how many operations.
[[nodiscard]] Result<int> pruneOperations(Connection &connection, const QString &before);

} // namespace crema::store
