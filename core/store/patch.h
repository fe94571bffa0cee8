// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "model/kind.h"

#include <optional>
#include <vector>

namespace crema::store {

/// One changed field of a record's body. The field is a key of the body; of an ordered list "<list>/<item
/// id>", of a set "<set>/<element>", so that edits of different items never collide; a list as a whole has
/// its plain key. A key that would read as something else (it begins with '/' or '@', is empty, or looks like
/// an item's) is written with a '/' before it. No value means: not there.
struct FieldEdit
{
    QString field;
    std::optional<Json> value;
    /// What was there when the edit was made; without it the edit holds whatever is there. See settle().
    std::optional<std::optional<Json>> seen {};
    bool appends = false; ///< `value` is one more paragraph of a long text

    [[nodiscard]] bool operator==(const FieldEdit &) const = default;
};

/// The edits that turn `before` into `after`; each knows what it saw.
[[nodiscard]] std::vector<FieldEdit> editsBetween(Kind kind, const Json &before, const Json &after);

/// False for a field that no edit can name: empty, a list item without an id, or one of the store's own
/// ("@state").
[[nodiscard]] bool isEditable(Kind kind, const QString &field);

/// The present value of a field; nullopt when it is not there.
[[nodiscard]] std::optional<Json> fieldValue(Kind kind, const Json &body, const QString &field);

/// Sets or removes a field. Lists stay in the order of their positions, sets in the order of their text, and
/// neither stays as an empty array.
void setField(Kind kind, Json &body, const FieldEdit &edit);

/// A body as it is stored: sets and lists in order, each element once, every list item with an id and a
/// position, no null members. A lone value where a list belongs becomes a list of one.
[[nodiscard]] Json normalisedBody(Kind kind, Json body);

} // namespace crema::store
