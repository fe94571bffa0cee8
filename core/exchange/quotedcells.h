// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace crema::exchange {

/// Whether `position` lies within a quoted cell, as a reader of CSV sees it (RFC 4180, 2.5-2.7): what a note
/// holds there, a pasted card or table, says nothing about the file. A mark opens a cell only at its
/// beginning: 5" is no cell.
[[nodiscard]] inline bool isWithinQuotes(std::string_view text, size_t position)
{
    bool isOpen = false;
    char before = '\n';
    for (const char c : text.substr(0, position)) {
        const bool beginsCell = before == '\n' || before == '\r' || before == ',' || before == ';'
                || before == '\t';
        if (c == '"' && (isOpen || beginsCell)) {
            isOpen = !isOpen;
            before = ','; // a doubled mark opens what it has just closed
        } else {
            before = c;
        }
    }
    return isOpen;
}

} // namespace crema::exchange
