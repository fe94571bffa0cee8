// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace crema::exchange {

/// Whether the line that begins at `position` lies within a quoted cell of the table that `text` is when it
/// is read as one: what a note holds there, a pasted card or table, says nothing about the file.
[[nodiscard]] bool isWithinQuotes(std::string_view text, size_t position);

} // namespace crema::exchange
