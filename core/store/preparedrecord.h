// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/columntexts.h"
#include "store/operation.h"
#include "store/recordindex.h"

namespace crema::store {

/// A new record as it is written: everything that can be worked out before the writer's turn comes, on
/// whatever thread.
struct PreparedRecord
{
    Kind kind = Kind::contact;
    QByteArray id; ///< UTF-8
    QByteArray body; ///< compact JSON, normalised
    ColumnTexts columns; ///< the projections of the kind's table, in its order
    RecordIndex::Entry entry;
    QMap<QString, Source> sources;
};

/// Fails (internal) for a record without an id or fields. `keysOf` is called on this thread.
[[nodiscard]] Result<PreparedRecord> prepareRecord(RecordCreate record, const KeysOf &keysOf);

/// The columns of `kind` that repeat parts of the body.
[[nodiscard]] ColumnTexts projectionsOf(Kind kind, const Json &body);

} // namespace crema::store
