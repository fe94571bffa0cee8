// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "store/recordindex.h"

#include <vector>

namespace crema::store {

/// What mending a database did: for people, and what was taken out of it.
struct Mending
{
    QStringList saved;
    QStringList lost;
    std::vector<Json> quarantined;
};

// All of these work on a database without triggers, inside a transaction of the caller.

/// SQL of records that are in a state that there is not.
inline constexpr const char *impossibleState =
        "state NOT IN ('live','trashed') AND state NOT LIKE 'merged:_%'";

/// Records whose bodies cannot be read: contacts get a new one from what the columns repeat of it, others are
/// taken out. Those in an impossible state go where their history has them, else among the live ones. Also
/// counts the records that history knows and that are not there.
[[nodiscard]] Result<> mendRecords(Connection &connection, Mending &mending);
/// Operations and devices that are named and missing get an entry; marks and changes of nobody go.
[[nodiscard]] Result<> mendHistory(Connection &connection, const QString &at, Mending &mending);
/// Job rows that cannot be read go; postings with one side only get the other; credits of jobs that ended
/// come back; no balance stays below zero. Makes the balances anew.
[[nodiscard]] Result<> mendLedger(Connection &connection, const QString &at, Mending &mending);
/// Projections, keys and search words of every record.
[[nodiscard]] Result<> rebuildIndexes(Connection &connection, const KeysOf &keysOf);

} // namespace crema::store
