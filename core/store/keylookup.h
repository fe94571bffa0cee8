// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

namespace crema::store {

/// Finds records by key as Reader::withKey does, for asking thousands of times: the query is prepared once.
/// The reader outlives it.
class KeyLookup final
{
public:
    KeyLookup(const Reader &reader, Kind kind);

    /// Live records that have this key. By a hash of it: compare before you take two for one.
    [[nodiscard]] Result<QStringList> idsOf(const QString &key);

private:
    Statement m_select;
};

} // namespace crema::store
