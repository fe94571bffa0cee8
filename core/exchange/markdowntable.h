// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <string_view>

namespace crema::exchange {

/// A table of Markdown as CSV, row for row: without the line of dashes below the names, the signs of bold and
/// italic type around a cell, and the backslash of "\|". Nothing for any other text.
[[nodiscard]] std::optional<QByteArray> tableOfMarkdown(std::string_view text);

} // namespace crema::exchange
