// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "model/kind.h"

#include <QByteArray>

#include <vector>

namespace crema::store {

/// A column that repeats a part of the body so that lists can sort, filter and show rows without reading
/// JSON.
struct Projection
{
    const char *column;
    QString (*value)(const Json &body);
};

/// How one kind of user record is kept: its table and projections. Every table begins with the same columns:
/// rid, id, schema, state, state_at, dirty, stamp, device, op, body.
struct KindTable
{
    Kind kind;
    const char *name;
    std::vector<Projection> projections;
};

[[nodiscard]] const KindTable &tableOf(Kind kind);

/// The words the search index takes of a record's long texts: title and text; both empty when there is
/// nothing long.
struct LongText
{
    QString title;
    QString text;
};
[[nodiscard]] LongText longTextOf(Kind kind, const Json &body);

/// A record's row in the full-text index.
[[nodiscard]] constexpr qint64 fulltextRowId(Kind kind, qint64 rid)
{
    return rid * 16 + static_cast<qint64>(kind);
}

} // namespace crema::store
