// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "exchange/icalendar.h"

#include <QTimeZone>

#include <libical/ical.h>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::exchange;

namespace {

/// What the library reads out of a file: a reader of its own, not the one that wrote.
class Parsed
{
public:
    explicit Parsed(const QByteArray &bytes) : m_calendar(icalparser_parse_string(bytes.constData())) { }
    ~Parsed()
    {
        if (m_calendar) {
            icalcomponent_free(m_calendar);
        }
    }
    Q_DISABLE_COPY_MOVE(Parsed)

    [[nodiscard]] int errors() const { return m_calendar ? icalcomponent_count_errors(m_calendar) : -1; }
    [[nodiscard]] bool isValid() const { return m_calendar && icalrestriction_check(m_calendar) != 0; }
    [[nodiscard]] icalcomponent *event() const
    {
        return icalcomponent_get_first_component(m_calendar, ICAL_VEVENT_COMPONENT);
    }
    [[nodiscard]] icalcomponent *zone() const
    {
        return icalcomponent_get_first_component(m_calendar, ICAL_VTIMEZONE_COMPONENT);
    }
    /// The moment of DTSTART by the zone rules inside the file, in seconds since 1970.
    [[nodiscard]] qint64 start() const { return secondsOf(icalcomponent_get_dtstart(event())); }
    [[nodiscard]] qint64 end() const { return secondsOf(icalcomponent_get_dtend(event())); }
    [[nodiscard]] QString text(const char *(*get)(icalcomponent *)) const
    {
        return QString::fromUtf8(get(event()));
    }

private:
    [[nodiscard]] qint64 secondsOf(const icaltimetype &time) const
    {
        icaltimezone *zone = nullptr;
        if (icalcomponent *rules = this->zone(); rules && time.zone != icaltimezone_get_utc_timezone()) {
            zone = icaltimezone_new();
            icaltimezone_set_component(zone, icalcomponent_new_clone(rules));
        }
        const qint64 seconds = icaltime_as_timet_with_zone(time, zone);
        if (zone) {
            icaltimezone_free(zone, 1);
        }
        return seconds;
    }

    icalcomponent *m_calendar;
};

Meeting meetingAt(const QDateTime &start)
{
    Meeting meeting;
    meeting.uid = u"a-b-c"_s;
    meeting.stamp = QDateTime(QDate(2026, 11, 28), QTime(10, 0), Qt::UTC);
    meeting.start = start;
    meeting.summary = u"Coffee chat"_s;
    return meeting;
}

} // namespace

void TestICalendar::readsBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"Coffee chat"_s;
    QTest::newRow("what must be escaped") << u"Café „Nero“; 1st floor, left \\ back"_s;
    QTest::newRow("two lines") << u"First line\nsecond line"_s;
    QTest::newRow("Japanese") << u"山田太郎さんとのコーヒーチャット、東京大学の近くの喫茶店で"_s.repeated(4);
    QTest::newRow("Arabic") << u"لقاء مع محمد الأنصاري في بيروت"_s.repeated(5);
    QTest::newRow("outside the first plane") << u"Coffee ☕ with 𝒜da 🎉 "_s.repeated(20).trimmed();
    QTest::newRow("looks like a property") << u"END:VEVENT"_s;
    QTest::newRow("quotes and colons") << u"\"Quoted\": a^b"_s;
}

void TestICalendar::readsBack()
{
    QFETCH(QString, text);
    Meeting meeting = meetingAt(QDateTime(QDate(2026, 12, 3), QTime(15, 0), QTimeZone("Europe/Berlin")));
    meeting.summary = text;
    meeting.location = text;
    meeting.description = text;
    meeting.duration = std::chrono::minutes(45);
    const auto bytes = toICalendar(meeting);
    VERIFY_OK(bytes);
    const Parsed parsed(*bytes);
    QCOMPARE(parsed.errors(), 0);
    QVERIFY(parsed.isValid());
    QCOMPARE(parsed.text(icalcomponent_get_summary), text);
    QCOMPARE(parsed.text(icalcomponent_get_location), text);
    QCOMPARE(parsed.text(icalcomponent_get_description), text);
    QCOMPARE(parsed.text(icalcomponent_get_uid), u"a-b-c"_s);
    QCOMPARE(parsed.start(), meeting.start.toSecsSinceEpoch());
    QCOMPARE(parsed.end() - parsed.start(), 45 * 60);
    QCOMPARE(qint64(icaltime_as_timet(icalcomponent_get_dtstamp(parsed.event()))),
             meeting.stamp.toSecsSinceEpoch());
}

void TestICalendar::linesAreFolded()
{
    Meeting meeting = meetingAt(QDateTime(QDate(2026, 12, 3), QTime(15, 0), Qt::UTC));
    meeting.summary = u"東京大学の近くの喫茶店で ☕🎉 "_s.repeated(12);
    const auto bytes = toICalendar(meeting);
    VERIFY_OK(bytes);
    QVERIFY(bytes->endsWith("END:VCALENDAR\r\n"));
    QCOMPARE(bytes->count('\n'), bytes->count("\r\n"));
    for (const QByteArray &line : bytes->split('\n')) {
        const QByteArray own = line.endsWith('\r') ? line.chopped(1) : line;
        QVERIFY2(own.size() <= 75, own.constData()); // octets, RFC 5545 3.1
        QCOMPARE(QString::fromUtf8(own).toUtf8(), own); // no character is cut in two
    }
}

void TestICalendar::zones_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDateTime>("local");
    const auto row = [](const char *what, const char *zone, QDate day, QTime time) {
        QTest::newRow(what) << QByteArray(zone) << QDateTime(day, time, QTimeZone(zone));
    };
    row("winter", "Europe/Berlin", {2026, 12, 3}, {15, 0});
    row("summer", "Europe/Berlin", {2026, 7, 3}, {15, 0});
    row("the day before the clocks change", "America/New_York", {2027, 3, 13}, {23, 30});
    row("the day after", "America/New_York", {2027, 3, 14}, {9, 0});
    row("south of the equator", "Australia/Sydney", {2027, 1, 15}, {9, 0});
    row("half an hour, no summer time", "Asia/Kolkata", {2026, 12, 3}, {10, 15});
    row("three quarters", "Asia/Kathmandu", {2026, 12, 3}, {10, 15});
    row("summer time is half an hour", "Australia/Lord_Howe", {2027, 1, 15}, {9, 0});
    row("London in winter is not UTC", "Europe/London", {2026, 12, 3}, {10, 0});
    row("negative summer time", "Europe/Dublin", {2026, 12, 3}, {10, 0});
    row("the future beyond the tables", "America/Chicago", {2060, 8, 3}, {10, 0});
}

void TestICalendar::zones()
{
    QFETCH(QByteArray, zone);
    QFETCH(QDateTime, local);
    const auto bytes = toICalendar(meetingAt(local));
    VERIFY_OK(bytes);
    const Parsed parsed(*bytes);
    QCOMPARE(parsed.errors(), 0);
    QVERIFY(parsed.zone() != nullptr);
    QCOMPARE(parsed.start(), local.toSecsSinceEpoch());
    const icaltimetype start = icalcomponent_get_dtstart(parsed.event());
    QCOMPARE(QTime(start.hour, start.minute), local.time()); // the wall clock is the one agreed on
    QVERIFY(bytes->contains("DTSTART;TZID=" + zone + ':'));
}

void TestICalendar::utcStandsAlone()
{
    for (const QTimeZone &zone : {QTimeZone::utc(), QTimeZone("Etc/UTC")}) {
        const auto bytes = toICalendar(meetingAt(QDateTime(QDate(2026, 12, 3), QTime(15, 0), zone)));
        VERIFY_OK(bytes);
        QVERIFY(bytes->contains("DTSTART:20261203T150000Z\r\n"));
        QVERIFY(!bytes->contains("VTIMEZONE"));
    }
}

void TestICalendar::whatTheClocksShowTwice_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDateTime>("utc");
    QTest::addColumn<bool>("named");
    const auto row = [](const char *what, const char *zone, QDate day, QTime time, bool named) {
        QTest::newRow(what) << QByteArray(zone) << QDateTime(day, time, Qt::UTC) << named;
    };
    row("both in the first hour", "America/New_York", {2027, 11, 7}, {5, 0}, false);
    row("from the first hour into the second", "America/New_York", {2027, 11, 7}, {5, 45}, false);
    row("both in the second hour", "America/New_York", {2027, 11, 7}, {6, 0}, false);
    row("from the second hour out of it", "America/New_York", {2027, 11, 7}, {6, 30}, false);
    row("into the first hour", "America/New_York", {2027, 11, 7}, {4, 45}, false);
    row("before", "America/New_York", {2027, 11, 7}, {4, 0}, true);
    row("after", "America/New_York", {2027, 11, 7}, {7, 0}, true);
    row("half an hour", "Australia/Lord_Howe", {2027, 4, 3}, {14, 45}, false);
    row("clocks put forward", "America/New_York", {2027, 3, 14}, {6, 45}, true);
}

void TestICalendar::whatTheClocksShowTwice()
{
    QFETCH(QByteArray, zone);
    QFETCH(QDateTime, utc);
    QFETCH(bool, named);
    const auto bytes = toICalendar(meetingAt(utc.toTimeZone(QTimeZone(zone))));
    VERIFY_OK(bytes);
    const Parsed parsed(*bytes);
    QCOMPARE(bytes->contains("DTSTART;TZID=" + zone + ':'), named);
    QCOMPARE(parsed.zone() != nullptr, named);
    QCOMPARE(parsed.start(), utc.toSecsSinceEpoch());
    QCOMPARE(parsed.end() - parsed.start(), 30 * 60);
}

void TestICalendar::yearsFarAwayAreRefused_data()
{
    QTest::addColumn<QDate>("day");
    QTest::newRow("the last day of all") << QDate(9999, 12, 31);
    QTest::newRow("the first") << QDate(1, 1, 1);
    QTest::newRow("a year mistyped") << QDate(20270, 1, 5);
}

void TestICalendar::yearsFarAwayAreRefused()
{
    QFETCH(QDate, day);
    for (const char *zone : {"UTC", "Asia/Tokyo"}) {
        const auto bytes = toICalendar(meetingAt(QDateTime(day, QTime(23, 59), QTimeZone(zone))));
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().kind, ErrorKind::rejectedInput);
    }
}
