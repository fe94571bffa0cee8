// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>

namespace crema {

/// A date as other programs write it: ISO, "12 Mar 2024", "7-Feb-22", "Mar 12, 2024", "03/12/2024" (month
/// first, as the web service wrote it, unless the first number exceeds 12), "12.03.2024" (day first). Invalid
/// when it is none.
[[nodiscard]] QDate parseDate(QStringView text);

/// The moment in ISO 8601, UTC, with milliseconds: the one form we store.
[[nodiscard]] QString toStoredTime(const QDateTime &time);
[[nodiscard]] QDateTime fromStoredTime(QStringView text);

/// "just now", "5 minutes ago", "3 days ago", else the date in the user's format.
[[nodiscard]] QString ageInWords(const QDateTime &then, const QDateTime &now);

/// A four-digit year between 1940 and 2060 standing alone in the text; 0 when there is none.
[[nodiscard]] int yearIn(QStringView text);

} // namespace crema
