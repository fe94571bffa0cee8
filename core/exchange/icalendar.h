// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <chrono>

namespace crema::exchange {

/// One appointment.
struct Meeting
{
    QString uid; ///< the same for the same appointment, so that a calendar does not list it twice
    QDateTime stamp; ///< when it was written
    QDateTime start; ///< in the time zone in which it was agreed
    std::chrono::minutes duration {30};
    QString summary;
    QString location; ///< a place or a link; empty when unknown
    QString description; ///< may have several lines
};

/// A calendar file (RFC 5545) with one event, without method and attendees: opening it invites nobody. Times
/// stand in the meeting's zone, whose rules around the day come along as VTIMEZONE; UTC stands alone, and in
/// it a time that the zone's clocks show twice. rejectedInput for years far away, internal when the library
/// fails.
[[nodiscard]] Result<QByteArray> toICalendar(const Meeting &meeting);

} // namespace crema::exchange
