// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <string_view>

namespace crema::exchange {

/// The people of a list that somebody typed, a line each with an address, as a table, line for line: parted
/// by dashes or bars with blanks around ("Ann Lee - Acme - Analyst - ann@x.example"), or each line in its own
/// way, and with a remark behind the address, which goes to the notes. Nothing for lists that are a table as
/// they stand.
[[nodiscard]] std::optional<QByteArray> tableOfTypedLines(std::string_view text);

} // namespace crema::exchange
