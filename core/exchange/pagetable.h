// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "exchange/rowreader.h"

#include <QByteArray>
#include <QVector>

#include <optional>
#include <stop_token>
#include <string_view>

namespace crema::exchange {

/// The people of a web page or a workbook in XML.
struct PageTable
{
    QByteArray csv; ///< row for row; the first line names the separator
    int headerRow = 0; ///< where the names of the columns stand; 0 when there are none
    QVector<RowNote> told; ///< what of the page was read in which way, and what was not
};

/// The table that names people, with those of the same column names behind it. A link that its cell does not
/// show stands in a column of its own, "Name link". Nothing for a text that is no page and no such workbook
/// (SpreadsheetML of Excel 2003); rejectedInput for one without a table that may be of people.
[[nodiscard]] Result<std::optional<PageTable>> tableOfPage(std::string_view text,
                                                           const std::stop_token &stop);

} // namespace crema::exchange
