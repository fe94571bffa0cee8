// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace crema::resume {

/// A date or a range of dates inside a line: "Jun 2023 – Present", "09/2019 - 05/2023", "Spring 2024",
/// "2021".
struct DateSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
    int startYear = 0; ///< of a range; 0 when it cannot be told
    int endYear = 0; ///< of the end, or of the only date; 0 when it is still going on or cannot be told
    bool isRange = false;
    bool isBareYear = false; ///< nothing but four digits: it may be a number
};

/// The last date or range in the line; nullopt when there is none. Brackets, "Expected", a duration ("4 yrs 2
/// mos") around it belong to the span.
[[nodiscard]] std::optional<DateSpan> dateSpanIn(QStringView line);

/// Every date and range in the line, in order.
[[nodiscard]] std::vector<DateSpan> dateSpansIn(QStringView line);

/// The line without its dates and what hung on them; trailing separators are dropped.
[[nodiscard]] QString withoutDates(const QString &line);

/// True when the line is nothing but dates.
[[nodiscard]] bool isOnlyDates(const QString &line);

} // namespace crema::resume
