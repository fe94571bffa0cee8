// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

#include <optional>
#include <vector>

namespace crema::store {

/// Finds records by key as Reader::withKey does, for asking thousands of times: the query is prepared once,
/// and who asks often is soon answered from memory where there is nobody. The reader outlives it.
class KeyLookup final
{
public:
    KeyLookup(const Reader &reader, Kind kind);

    /// Live records that have this key. By a hash of it: compare before you take two for one.
    [[nodiscard]] Result<QStringList> idsOf(const QString &key);
    [[nodiscard]] Result<QStringList> idsOf(qint64 hash); ///< of a key that is hashed (keyHash) already

private:
    [[nodiscard]] bool mayBeThere(qint64 hash);

    Connection &m_connection;
    Kind m_kind;
    Statement m_select;
    int m_asked = 0;
    std::optional<std::vector<qint64>> m_hashes; ///< of all records of the kind, sorted
};

} // namespace crema::store
