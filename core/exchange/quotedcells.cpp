// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/quotedcells.h"

#include "exchange/headerrow.h"

namespace crema::exchange {

bool isWithinQuotes(std::string_view text, size_t position)
{
    if (text.substr(0, position).find('"') == std::string_view::npos) {
        return false; // nearly always
    }
    // Asks the reader itself: a record that begins above and goes on below has a quoted cell there.
    CsvReader reader(text, dialectOf(text));
    CsvRow row;
    size_t begin = 0;
    while (reader.position() < position) {
        begin = reader.position();
        if (!reader.next(row)) {
            return false;
        }
    }
    const bool hasLineFeeds = text.find('\n') != std::string_view::npos;
    const bool goesOn = reader.position() > position;
    return goesOn
            && text.substr(begin, position - begin).find(hasLineFeeds ? '\n' : '\r')
            != std::string_view::npos;
}

} // namespace crema::exchange
