// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/tablegrid.h"

#include <QByteArray>

#include <stop_token>
#include <string_view>
#include <vector>

namespace crema::exchange {

/// What a page or a workbook in text has in tables.
struct TablePage
{
    std::vector<TableGrid> tables; ///< in the order of their ends
    bool hasMore = false; ///< text beside the tables
    bool endsWithin = false; ///< a table, a comment or a tag: the page may have been cut off
    qint64 brokenLine = 0; ///< where a workbook in XML is none any more; 0 when it is whole
    bool isTooDeep = false; ///< elements are within each other without end, and it was not read to its own
};

/// The tables of a page as browsers see them: end tags may be missing; scripts, styles and comments are no
/// text; what a table within a cell says is also that cell's. The page is in UTF-8, whatever it says. Of no
/// use once a stop was asked for.
[[nodiscard]] TablePage tablesOfHtml(std::string_view html, const std::stop_token &stop);

/// Where a link leads, when that is worth keeping: an address of the web, or of mail or a telephone number
/// without what says so. Empty for any other.
[[nodiscard]] QByteArray linkTarget(std::string_view href);
/// True when the text in `lowerCase` says itself where a link leads.
[[nodiscard]] bool showsLink(const QByteArray &lowerCase, const QByteArray &target);

} // namespace crema::exchange
