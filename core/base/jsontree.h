// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

namespace crema {

/// How many lists and objects of a text may lie in each other: whoever walks through them calls itself.
inline constexpr size_t deepestJson = 1024;
/// The same for files of others: what is kept of them has to lie in records and changes of records.
inline constexpr size_t deepestForeignJson = 512;

/// What becomes of members of one object that have the same name.
enum class Repeated {
    lastStays, ///< as in most programs
    allStay, ///< lists and objects in one list; other values under a name with a number, "email (2)"
};

/// As parseJson; what is wrong is told with its place.
[[nodiscard]] Result<Json> jsonTree(QByteArrayView bytes, Repeated repeated, size_t deepest = deepestJson);

} // namespace crema
