// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/followups.h"

#include "base/dates.h"
#include "model/profile.h"
#include "model/status.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::contacts {

namespace {

constexpr int daysOfWeek = 7;
constexpr int usualFollowUpDays = 7;
constexpr const char *followUpDaysKey = "followUpDays";
constexpr int longestToLeapDay = 8; ///< years
constexpr int farthestDays = 3660; ///< "+4000" is a slip of the keyboard

struct NamedDay
{
    const char16_t *name;
    QDate (*day)(QDate today);
};

constexpr std::array namedDays {
        NamedDay {u"today", [](QDate today) { return today; }},
        NamedDay {u"tomorrow", [](QDate today) { return snoozedTo(Snooze::tomorrow, today); }},
        NamedDay {u"next-monday", [](QDate today) { return snoozedTo(Snooze::nextMonday, today); }},
        NamedDay {u"in-a-week", [](QDate today) { return snoozedTo(Snooze::week, today); }},
        NamedDay {u"in-two-weeks", [](QDate today) { return snoozedTo(Snooze::twoWeeks, today); }},
};

/// "20 May", "Dec 3", "3.12.", "12/3": the next such day; invalid when it is none.
QDate withoutYear(const QString &text, QDate today)
{
    static const QRegularExpression tail(u"[\\s./]$"_s);
    static const QRegularExpression numbers(u"^\\d{1,2}([./])\\d{1,2}$"_s);
    const auto match = numbers.match(text);
    const QString between = match.hasMatch() ? match.captured(1)
            : tail.match(text).hasMatch()    ? QString()
                                             : u" "_s;
    for (int year = today.year(); year <= today.year() + longestToLeapDay; ++year) {
        const QDate day = parseDate(text + between + QString::number(year));
        if (day.isValid() && day >= today) {
            return day;
        }
    }
    return {};
}

std::unexpected<Error> noDay(const QString &text)
{
    return failure(ErrorKind::rejectedInput, u"\"%1\" is not a date. Write %2."_s.arg(text, dayForms()));
}

qsizetype stageIndex(const QString &status)
{
    return contactStatuses().indexOf(normalisedStatus(status));
}

} // namespace

QDate localDay(const QDateTime &now)
{
    return now.toLocalTime().date();
}

QDate reminderDay(const QString &nextActionDate)
{
    return QDate::fromString(nextActionDate.left(10), Qt::ISODate);
}

DueGroup dueGroup(QDate due, QDate today)
{
    if (due <= today) {
        return due < today ? DueGroup::overdue : DueGroup::today;
    }
    return due <= today.addDays(daysOfWeek) ? DueGroup::week : DueGroup::later;
}

QString dueWord(DueGroup group)
{
    switch (group) {
    case DueGroup::overdue:
        return u"overdue"_s;
    case DueGroup::today:
        return u"today"_s;
    case DueGroup::week:
        return u"week"_s;
    case DueGroup::later:
        return u"later"_s;
    }
    return {};
}

Result<QDate> dueHorizon(QStringView word, QDate today)
{
    if (word == u"today") {
        return today;
    }
    if (word == u"week") {
        return today.addDays(daysOfWeek);
    }
    if (word == u"all") {
        return QDate(9999, 12, 31);
    }
    return failure(ErrorKind::rejectedInput,
                   u"\"%1\" is no range; there are today (with what is overdue), week and all."_s.arg(word));
}

QDate snoozedTo(Snooze snooze, QDate today)
{
    switch (snooze) {
    case Snooze::tomorrow:
        return today.addDays(1);
    case Snooze::nextMonday:
        return today.addDays(daysOfWeek + 1 - today.dayOfWeek());
    case Snooze::week:
        return today.addDays(daysOfWeek);
    case Snooze::twoWeeks:
        return today.addDays(qint64(2) * daysOfWeek);
    }
    return today;
}

Result<QDate> dayFrom(const QString &text, QDate today)
{
    const QString word = text.trimmed();
    for (const NamedDay &named : namedDays) {
        const QString name = QString::fromUtf16(named.name);
        if (word.compare(name, Qt::CaseInsensitive) == 0
            || word.compare(QString(name).replace(u'-', u' '), Qt::CaseInsensitive) == 0) {
            return named.day(today);
        }
    }
    static const QRegularExpression counted(u"^\\+(\\d{1,4})$"_s);
    if (const auto match = counted.match(word); match.hasMatch()) {
        const int days = match.capturedView(1).toInt();
        return days <= farthestDays ? Result<QDate>(today.addDays(days)) : noDay(text);
    }
    const QDate whole = parseDate(word);
    const QDate date = whole.isValid() ? whole : withoutYear(word, today);
    return date.isValid() ? Result<QDate>(date) : noDay(text);
}

Result<QDate> futureDayFrom(const QString &text, QDate today)
{
    const auto day = dayFrom(text, today);
    if (day && *day <= today) {
        return failure(ErrorKind::rejectedInput,
                       u"%1 is not after today. Write %2."_s.arg(day->toString(Qt::ISODate), dayForms()));
    }
    return day;
}

QString dayForms()
{
    return u"a date (2026-12-01, 1 Dec), tomorrow, next-monday, in-a-week, in-two-weeks or a number of days "
           u"(+10)"_s;
}

bool mayRemind(const Contact &contact)
{
    return !contact.muted;
}

bool isAnswer(const QString &statusBefore, const QString &statusAfter)
{
    const auto after = stageIndex(statusAfter);
    return after >= contactStatuses().indexOf(u"Replied"_s) && after > stageIndex(statusBefore);
}

int followUpDays(const Profile &profile)
{
    const qint64 days = intAt(profile.extra, followUpDaysKey, usualFollowUpDays);
    return static_cast<int>(std::clamp<qint64>(days, 0, mostFollowUpDays));
}

void setFollowUpDays(Profile &profile, int days)
{
    profile.extra[followUpDaysKey] = std::clamp(days, 0, mostFollowUpDays);
}

std::optional<QDate> suggestedDay(const Contact &contact, const QString &mailKind, QDate today, int days)
{
    const bool over = stageIndex(contact.status) > contactStatuses().indexOf(u"Met"_s);
    if (days <= 0 || over || !mayRemind(contact) || mailKind == "thank_you"_L1) {
        return std::nullopt;
    }
    return today.addDays(days);
}

Contact withReminder(Contact contact, const QString &what, QDate day)
{
    contact.nextAction = what;
    contact.nextActionDate = day.toString(Qt::ISODate);
    return contact;
}

Contact withoutReminder(Contact contact)
{
    contact.nextAction.clear();
    contact.nextActionDate.clear();
    return contact;
}

Contact withReminderCalledOff(Contact contact, const QString &usualWords)
{
    contact.nextActionDate.clear();
    if (contact.nextAction == usualWords) {
        contact.nextAction.clear();
    }
    return contact;
}

} // namespace crema::contacts
