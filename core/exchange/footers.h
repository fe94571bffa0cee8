// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/csvreader.h"

namespace crema::exchange {

/// True for the rows that programs put below a table: totals ("Total: 4" beside numbers only), counts ("12
/// records"), and notes that stand alone ("Generated on ...", "Page 1 of 3", "* = replied").
[[nodiscard]] bool isFooter(const CsvRow &row);

/// True for a row in which nothing stands but the title of what follows: "Met at the fair:".
[[nodiscard]] bool isCaption(const CsvRow &row);

/// True for a row of a table in which nothing stands but what a group of people is called: "Banking", "Tier
/// 1", "To contact".
[[nodiscard]] bool isHeading(const CsvRow &row);

} // namespace crema::exchange
