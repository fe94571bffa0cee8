// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/formulaguard.h"

#include <algorithm>
#include <array>

using namespace std::string_view_literals;

namespace crema::exchange {

bool needsGuard(std::string_view cell)
{
    constexpr std::array fullWidth {"＝"sv, "＋"sv, "－"sv, "＠"sv};
    const size_t start = cell.find_first_not_of("' ");
    if (start == std::string_view::npos) {
        return false;
    }
    const std::string_view rest = cell.substr(start);
    return "=+-@\t\r\n"sv.contains(rest.front())
            || std::ranges::any_of(fullWidth,
                                   [rest](std::string_view sign) { return rest.starts_with(sign); });
}

std::string_view withoutGuard(std::string_view cell)
{
    return cell.starts_with('\'') && needsGuard(cell) ? cell.substr(1) : cell;
}

} // namespace crema::exchange
