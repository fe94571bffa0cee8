// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace crema::exchange {

/// True when a spreadsheet would run the cell as a formula, or when it looks like a cell we made harmless
/// before: behind any apostrophes and blanks stands = + - @, a tab or line end, or a full-width form of the
/// four (https://owasp.org/www-community/attacks/CSV_Injection). UTF-8.
[[nodiscard]] bool needsGuard(std::string_view cell);

/// The cell without the apostrophe that `needsGuard` cells get in an Excel-safe export; any other cell as it
/// is.
[[nodiscard]] std::string_view withoutGuard(std::string_view cell);

} // namespace crema::exchange
