// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

namespace crema::store {

/// The beginning of every query that reads records: rid, id, state, body.
[[nodiscard]] QByteArray selectFrom(Kind kind);
/// A row of such a query; storage error when its body cannot be read.
[[nodiscard]] Result<StoredRecord> readStored(const Statement &row, Kind kind);

/// All rows of a statement as values, or its error.
template <typename Value, typename Read>
Result<QVector<Value>> collect(Statement &statement, Read read)
{
    QVector<Value> values;
    while (statement.step()) {
        values << read(statement);
    }
    return statement.failed() ? Result<QVector<Value>>(std::unexpected(statement.error())) : values;
}

} // namespace crema::store
