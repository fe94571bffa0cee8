// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "model/contact.h"

#include <QDate>

#include <optional>

namespace crema {
struct Profile;
}

namespace crema::contacts {

// A follow-up is a contact's next action with its date. The date is a day of the user's calendar, written as
// ISO text without a time or a zone: travelling or a change of the clock moves "today", never the reminder.

/// The user's day at a moment.
[[nodiscard]] QDate localDay(const QDateTime &now);
/// The day a contact's next action is due; invalid when there is none or the text is no date.
[[nodiscard]] QDate reminderDay(const QString &nextActionDate);

/// How near a follow-up is. `week`: within the seven days after today.
enum class DueGroup { overdue, today, week, later };

[[nodiscard]] DueGroup dueGroup(QDate due, QDate today);
/// "overdue", "today", "week", "later".
[[nodiscard]] QString dueWord(DueGroup group);
/// The last day a list asked for with `word` ("today", "week", "all") shows; rejectedInput for other words.
[[nodiscard]] Result<QDate> dueHorizon(QStringView word, QDate today);

enum class Snooze { tomorrow, nextMonday, week, twoWeeks };

/// Counted from today, also for what is overdue.
[[nodiscard]] QDate snoozedTo(Snooze snooze, QDate today);

/// A day as typed: a date (parseDate), "20 May" (the next one), "today", "tomorrow", "next-monday",
/// "in-a-week", "in-two-weeks" or "+10" days; rejectedInput with the accepted forms otherwise.
[[nodiscard]] Result<QDate> dayFrom(const QString &text, QDate today);
/// The same, and it must be after today.
[[nodiscard]] Result<QDate> futureDayFrom(const QString &text, QDate today);
/// The forms dayFrom takes, as one phrase.
[[nodiscard]] QString dayForms();

/// False for people the user muted: no list, no notification and no suggestion of them.
[[nodiscard]] bool mayRemind(const Contact &contact);
/// True when the change of stage means an answer: forward to Replied or beyond.
[[nodiscard]] bool isAnswer(const QString &statusBefore, const QString &statusAfter);

/// After how many days the user wants to follow up on an email; 7 unless they said otherwise, 0 for never.
[[nodiscard]] int followUpDays(const Profile &profile);
/// Keeps it with the profile, so that the window and the command line go by the same number.
void setFollowUpDays(Profile &profile, int days);
inline constexpr int mostFollowUpDays = 90;

/// When to follow up on an email of this kind ("first", "follow_up", "reply", "thank_you") that left today:
/// nothing when `days` is 0, the contact is muted or out of the pipeline (Closed, Rejected, Hired), or a
/// thank-you waits for no answer.
[[nodiscard]] std::optional<QDate> suggestedDay(const Contact &contact, const QString &mailKind, QDate today,
                                                int days);

[[nodiscard]] Contact withReminder(Contact contact, const QString &what, QDate day);
/// Done: neither date nor words.
[[nodiscard]] Contact withoutReminder(Contact contact);
/// Called off by an answer or an email: the date goes, words of the user's own stay. `usualWords` are those
/// the program itself sets.
[[nodiscard]] Contact withReminderCalledOff(Contact contact, const QString &usualWords);

} // namespace crema::contacts
