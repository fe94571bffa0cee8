// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "store/operation.h"

#include <functional>

namespace crema::store {

/// What is written of a patch.
struct Settled
{
    std::vector<FieldEdit> edits;
    QStringList kept; ///< fields that are left as they are
};

/// What becomes of a patch when the record was changed since it was made (see FieldEdit::seen); the one place
/// that decides it. Sets and lists are edited item by item, so that they meet seldom; a new item goes behind
/// one that took its place. An import only fills gaps: what somebody changed meanwhile stays. In a long text
/// the changes of different lines both stay; of the same lines, a person's edit is refused with a conflict.
/// Of any other field the later value stands, and history has the one before.
///
/// What `isOwn` was changed by the same operation, which knows of it.
[[nodiscard]] Result<Settled> settle(const RecordPatch &patch, Origin origin, const Json &body,
                                     const std::function<bool(const QString &field)> &isOwn);

} // namespace crema::store
