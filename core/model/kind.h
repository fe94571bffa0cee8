// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <string_view>

namespace crema {

/// The kinds of user record: they have history, undo and sync.
enum class Kind { contact = 1, draft, run, prep, profile, resume, mailTemplate };

inline constexpr std::array allKinds {Kind::contact, Kind::draft,  Kind::run,         Kind::prep,
                                      Kind::profile, Kind::resume, Kind::mailTemplate};

/// The word of a kind, as the database and the search index name it: "contact", "draft", "template".
[[nodiscard]] QString kindName(Kind kind);

/// How two changed versions of one field become one (sync), and how finely undo works on it.
enum class MergeType {
    scalar, ///< the later stamp wins
    set, ///< an array of texts; elements are added and removed one by one
    orderedList, ///< an array of objects with `id` and `pos`; items change one by one
    longText, ///< merged by lines
    counter,
};

/// The merge type of a field of a record's body; scalar for every field we do not know.
[[nodiscard]] MergeType mergeTypeOf(Kind kind, std::string_view field);

/// The version of the body's shape that this program writes.
[[nodiscard]] int schemaVersionOf(Kind kind);

/// The one profile of a workspace is always stored under this id.
[[nodiscard]] QString profileId();

} // namespace crema
