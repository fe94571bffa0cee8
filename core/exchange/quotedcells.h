// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string_view>

namespace crema::exchange {

/// Whether `position` lies within a quoted cell, as a reader of CSV sees it (RFC 4180, 2.5-2.7): what a note
/// holds there, a pasted card or table, says nothing about the file.
[[nodiscard]] inline bool isWithinQuotes(std::string_view text, size_t position)
{
    return std::ranges::count(text.substr(0, position), '"') % 2 != 0;
}

} // namespace crema::exchange
