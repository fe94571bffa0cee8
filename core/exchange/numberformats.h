// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::exchange {

/// What the format of a cell makes of the number in it, as far as it matters to us.
enum class NumberKind {
    plain,
    date,
    time, ///< of a day
    dateTime,
    elapsed, ///< hours that go beyond a day
    pattern, ///< digits at fixed places: "00000", "000-00-0000"
};

struct NumberFormat
{
    NumberKind kind = NumberKind::plain;
    QString pattern; ///< '0' and '#' for digits, all else as it stands

    [[nodiscard]] bool operator==(const NumberFormat &) const = default;
};

/// The format of a number as ECMA-376 part 1, section 18.8.30 has it: one of the built-in ones by its `id`
/// where `code` is empty. Unknown ones are plain.
[[nodiscard]] NumberFormat numberFormat(int id, const QString &code);

/// From which day a workbook counts.
enum class DateSystem { from1900, from1904 };

/// A number of a workbook as text: whole ones without exponent and fraction, dates as "2024-04-03" and
/// "2024-04-03 14:30", digits by their pattern. What is no number stays as it is.
[[nodiscard]] QString shownNumber(const QString &number, const NumberFormat &format, DateSystem system);

/// The time of a day, "14:30"; with seconds where there are any.
[[nodiscard]] QString clockText(qint64 seconds);
/// "2024-04-03" of "2024-04-03T00:00:00", "2024-04-03 14:30" of "2024-04-03T14:30:00Z".
[[nodiscard]] QString dateText(const QString &iso);

} // namespace crema::exchange
