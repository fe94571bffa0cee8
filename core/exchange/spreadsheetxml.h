// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/htmlpage.h"

#include <stop_token>
#include <string_view>

namespace crema::exchange {

/// True for a workbook in XML as Excel 2003 writes it, often under the name ".xls".
[[nodiscard]] bool isSpreadsheetXml(std::string_view text);

/// Its sheets; of one that breaks off what stands before. Dates without a time lose the midnight.
[[nodiscard]] TablePage tablesOfSpreadsheetXml(std::string_view text, const std::stop_token &stop);

} // namespace crema::exchange
