// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "model/kind.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace crema::store {

/// A column that repeats a part of the body so that lists can sort, filter and show rows without reading
/// JSON.
struct Projection
{
    const char *column;
    std::string (*value)(const Json &body); ///< UTF-8; empty becomes NULL
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

/// What the full-text index takes of a record's long texts (UTF-8, as the user wrote it): title and text;
/// both empty when there is nothing long. A contact has none: its notes are among the words.
struct LongText
{
    std::string title;
    std::string text;

    [[nodiscard]] bool operator==(const LongText &) const = default;
};
[[nodiscard]] LongText longTextOf(Kind kind, const Json &body);

/// The words of a contact, for PeopleSearch: see searchtext.h. Fields are separated by tabs, in the order of
/// their weight: name, company, email, title, school, place, tags, notes.
[[nodiscard]] std::string peopleWordsOf(const Json &body);

/// A record's row in the full-text index.
[[nodiscard]] constexpr qint64 fulltextRowId(Kind kind, qint64 rid)
{
    return rid * 16 + static_cast<qint64>(kind);
}

} // namespace crema::store
