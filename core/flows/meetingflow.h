// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "model/contact.h"

#include <QTimeZone>

#include <chrono>
#include <optional>

namespace crema::flows {

/// A call or coffee chat that was agreed.
struct MeetingRequest
{
    QString contactId;
    QDateTime start; ///< with its time zone (meetingStart)
    std::chrono::minutes duration {30};
    QString where; ///< a place or a link; empty when unknown
    QString path; ///< of the calendar file
};

struct MeetingOutcome
{
    Contact contact; ///< as it is now
    QString uid; ///< the same for the same contact and start
    QDateTime end;
    QString operationId;
};

/// A moment as typed, in `zone` unless it says its own offset: "2026-12-03 15:00", "2026-12-03T15:00+01:00",
/// "tomorrow 9:30". rejectedInput with the accepted forms for anything else, and for an hour that the clocks
/// skip on that day.
[[nodiscard]] Result<QDateTime> meetingStart(const QString &text, const QTimeZone &zone, QDate today);

/// The stage a contact moves to when a meeting is scheduled; nothing when they stay where they are.
[[nodiscard]] std::optional<QString> stageAfterMeeting(const Contact &contact);

/// Writes the calendar file, then makes the meeting the contact's next action and moves the stage forward
/// (stageAfterMeeting), in one operation. Nothing is changed when the file cannot be written.
[[nodiscard]] Task<Result<MeetingOutcome>> scheduleMeeting(Services *services, MeetingRequest request);

} // namespace crema::flows
