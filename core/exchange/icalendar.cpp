// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/icalendar.h"

#include <QByteArrayList>
#include <QTimeZone>

#include <libical/ical.h>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

constexpr int firstYear = 1970; // calendar programs and their zones know nothing beyond these
constexpr int lastYear = 2199;
constexpr int daysOfRules = 400; ///< of the zone before and after the event: at least one change each way

struct Free
{
    void operator()(icalcomponent *component) const { icalcomponent_free(component); }
    void operator()(char *text) const { icalmemory_free_buffer(text); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

icaltimetype toIcal(const QDate &date, const QTime &time)
{
    icaltimetype moment = icaltime_null_time();
    moment.year = date.year();
    moment.month = date.month();
    moment.day = date.day();
    moment.hour = time.hour();
    moment.minute = time.minute();
    moment.second = time.second();
    return moment;
}

icaltimetype utcOf(const QDateTime &at)
{
    const QDateTime utc = at.toUTC();
    icaltimetype moment = toIcal(utc.date(), utc.time());
    moment.zone = icaltimezone_get_utc_timezone();
    return moment;
}

void add(icalcomponent *component, icalproperty *property)
{
    icalcomponent_add_property(component, property);
}

/// UTC itself, under any of its names; places whose clocks agree with it keep theirs.
bool isUtc(const QDateTime &at)
{
    static const QByteArrayList names {"UTC",  "Etc/UTC",  "UCT",       "Etc/UCT",
                                       "Zulu", "Etc/Zulu", "Universal", "Etc/Universal"};
    return at.timeSpec() == Qt::UTC || names.contains(at.timeZone().id());
}

/// Whether the clocks of its zone show this time twice, as in the hour when they are put back.
bool isAmbiguous(const QDateTime &at)
{
    const QTimeZone zone = at.timeZone();
    const QDateTime wall(at.date(), at.time(), Qt::UTC);
    return std::ranges::any_of(std::array {-1, 1}, [&](int days) {
        const int offset = zone.offsetFromUtc(at.addDays(days));
        const QDateTime other = wall.addSecs(-offset);
        return other != at && zone.offsetFromUtc(other) == offset;
    });
}

/// Whether the times of a meeting can be written in its zone: a time that is there twice means the first to
/// those who read it (RFC 5545, 3.3.5), so such a meeting is written in UTC.
bool isInZone(const Meeting &meeting, const QDateTime &end)
{
    return !isUtc(meeting.start) && !isAmbiguous(meeting.start) && !isAmbiguous(end);
}

/// One stretch of the zone's rules: from `start` (in the time that was valid before) on, `to` holds.
Component observance(bool daylight, const QDateTime &startUtc, int from, int to, const QString &name)
{
    Component rule(icalcomponent_new(daylight ? ICAL_XDAYLIGHT_COMPONENT : ICAL_XSTANDARD_COMPONENT));
    const QDateTime local = startUtc.toUTC().addSecs(from);
    add(rule.get(), icalproperty_new_dtstart(toIcal(local.date(), local.time())));
    add(rule.get(), icalproperty_new_tzoffsetfrom(from));
    add(rule.get(), icalproperty_new_tzoffsetto(to));
    if (!name.isEmpty()) {
        add(rule.get(), icalproperty_new_tzname(name.toUtf8().constData()));
    }
    return rule;
}

Component zoneRules(const QDateTime &start, const QDateTime &end)
{
    const QTimeZone zone = start.timeZone();
    Component rules(icalcomponent_new(ICAL_VTIMEZONE_COMPONENT));
    add(rules.get(), icalproperty_new_tzid(zone.id().constData()));
    const QDateTime first = start.toUTC().addDays(-daysOfRules);
    const QTimeZone::OffsetDataList changes = zone.transitions(first, end.toUTC().addDays(daysOfRules));
    // What holds before the first change; for most of the world that is all there is.
    const int before = zone.offsetFromUtc(first);
    icalcomponent_add_component(
            rules.get(),
            observance(zone.isDaylightTime(first), first, before, before, zone.abbreviation(first))
                    .release());
    int from = before;
    for (const QTimeZone::OffsetData &change : changes) {
        icalcomponent_add_component(rules.get(),
                                    observance(change.daylightTimeOffset != 0, change.atUtc, from,
                                               change.offsetFromUtc, change.abbreviation)
                                            .release());
        from = change.offsetFromUtc;
    }
    return rules;
}

/// DTSTART or DTEND, in UTC or with the name of the zone.
icalproperty *momentOf(icalproperty *(*make)(icaltimetype), const QDateTime &at, bool inZone)
{
    if (!inZone) {
        return make(utcOf(at));
    }
    icalproperty *property = make(toIcal(at.date(), at.time()));
    icalproperty_add_parameter(property, icalparameter_new_tzid(at.timeZone().id().constData()));
    return property;
}

Component eventOf(const Meeting &meeting, const QDateTime &end, bool inZone)
{
    Component event(icalcomponent_new(ICAL_VEVENT_COMPONENT));
    add(event.get(), icalproperty_new_uid(meeting.uid.toUtf8().constData()));
    add(event.get(), icalproperty_new_dtstamp(utcOf(meeting.stamp)));
    add(event.get(), momentOf(icalproperty_new_dtstart, meeting.start, inZone));
    add(event.get(), momentOf(icalproperty_new_dtend, end, inZone));
    add(event.get(), icalproperty_new_summary(meeting.summary.toUtf8().constData()));
    if (!meeting.location.isEmpty()) {
        add(event.get(), icalproperty_new_location(meeting.location.toUtf8().constData()));
    }
    if (!meeting.description.isEmpty()) {
        add(event.get(), icalproperty_new_description(meeting.description.toUtf8().constData()));
    }
    add(event.get(), icalproperty_new_status(ICAL_STATUS_CONFIRMED));
    return event;
}

} // namespace

Result<QByteArray> toICalendar(const Meeting &meeting)
{
    const QDateTime end = meeting.start.addSecs(std::chrono::seconds(meeting.duration).count());
    if (meeting.start.date().year() < firstYear || end.date().year() > lastYear) {
        return failure(
                ErrorKind::rejectedInput,
                u"A meeting on %1 cannot be written into a calendar file: only the years from %2 to %3 "
                u"can."_s.arg(meeting.start.date().toString(Qt::ISODate), QString::number(firstYear),
                              QString::number(lastYear)));
    }
    const Component calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
    add(calendar.get(), icalproperty_new_prodid("-//Crema//Crema//EN"));
    add(calendar.get(), icalproperty_new_version("2.0"));
    add(calendar.get(), icalproperty_new_calscale("GREGORIAN"));
    const bool inZone = isInZone(meeting, end);
    if (inZone) {
        icalcomponent_add_component(calendar.get(), zoneRules(meeting.start, end).release());
    }
    icalcomponent_add_component(calendar.get(), eventOf(meeting, end, inZone).release());
    const std::unique_ptr<char, Free> text(icalcomponent_as_ical_string_r(calendar.get()));
    if (!text) {
        return failure(ErrorKind::internal, u"The calendar file could not be made."_s);
    }
    return QByteArray(text.get());
}

} // namespace crema::exchange
