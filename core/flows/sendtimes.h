// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deployment.h"
#include "model/contact.h"

#include <QDateTime>
#include <QTimeZone>

namespace crema::flows {

/// The time zone a contact most likely lives in, by country and, where that has several, by state; invalid
/// when their record does not tell.
[[nodiscard]] QTimeZone zoneOf(const Contact &contact);

/// True in the hours in which nothing is sent by itself. `zone` invalid: the user's own.
[[nodiscard]] bool isQuiet(const QDateTime &at, const QTimeZone &zone, const Sending &sending);
/// The moment itself, or the end of the quiet hours it lies in; UTC.
[[nodiscard]] QDateTime afterQuiet(const QDateTime &at, const QTimeZone &zone, const Sending &sending);

} // namespace crema::flows
