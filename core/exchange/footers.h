// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/csvreader.h"

namespace crema::exchange {

/// True for the rows that programs put below a table: totals ("Total: 4" beside numbers only), counts ("12
/// records"), and notes that stand alone ("Generated on ...", "Page 1 of 3", "Copyright ...").
[[nodiscard]] bool isFooter(const CsvRow &row);

} // namespace crema::exchange
