// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/followups.h"
#include "model/profile.h"
#include "tests.h"

#include <QDateTime>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::contacts;

namespace {
const QDate saturday(2026, 11, 28);
}

void FollowUpsTest::groups_data()
{
    QTest::addColumn<QDate>("due");
    QTest::addColumn<QString>("word");
    QTest::newRow("yesterday") << saturday.addDays(-1) << u"overdue"_s;
    QTest::newRow("last year") << saturday.addYears(-1) << u"overdue"_s;
    QTest::newRow("today") << saturday << u"today"_s;
    QTest::newRow("tomorrow") << saturday.addDays(1) << u"week"_s;
    QTest::newRow("in a week") << saturday.addDays(7) << u"week"_s;
    QTest::newRow("in eight days") << saturday.addDays(8) << u"later"_s;
}

void FollowUpsTest::groups()
{
    QFETCH(QDate, due);
    QTEST(dueWord(dueGroup(due, saturday)), "word");
}

void FollowUpsTest::days_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("today");
    QTest::addColumn<QDate>("day"); // invalid: refused
    const auto row = [](const char *what, const QString &text, QDate day, QDate today = saturday) {
        QTest::newRow(what) << text << today << day;
    };
    row("iso", u"2026-12-01"_s, {2026, 12, 1});
    row("iso with a time", u"2026-12-01T23:30:00Z"_s, {2026, 12, 1});
    row("words", u" 1 Dec 2026 "_s, {2026, 12, 1});
    row("today", u"today"_s, saturday);
    row("tomorrow", u"Tomorrow"_s, saturday.addDays(1));
    row("next Monday from a Saturday", u"next-monday"_s, {2026, 11, 30});
    row("next Monday from a Monday is a week on", u"next monday"_s, {2026, 12, 7}, {2026, 11, 30});
    row("next Monday from a Sunday is tomorrow", u"next-monday"_s, {2026, 11, 30}, {2026, 11, 29});
    row("a week", u"in-a-week"_s, {2026, 12, 5});
    row("two weeks, over the end of the year", u"in-two-weeks"_s, {2027, 1, 8}, {2026, 12, 25});
    row("days", u"+10"_s, {2026, 12, 8});
    row("the end of February in a leap year", u"tomorrow"_s, {2028, 2, 29}, {2028, 2, 28});
    row("without a year, later this year", u"3 Dec"_s, {2026, 12, 3});
    row("without a year, past this year", u"20 May"_s, {2027, 5, 20});
    row("the month first", u"Dec 3"_s, {2026, 12, 3});
    row("today's own", u"28 November"_s, saturday);
    row("numbers, day first", u"3.12."_s, {2026, 12, 3});
    row("numbers, no point at the end", u"3.12"_s, {2026, 12, 3});
    row("numbers, month first", u"12/3"_s, {2026, 12, 3});
    row("a day of leap years", u"29 Feb"_s, {2028, 2, 29});
    row("a day of leap years, the month first", u"Feb 29"_s, {2028, 2, 29});
    row("a day of leap years in numbers", u"29.2."_s, {2028, 2, 29});
    row("a day of leap years over a century without one", u"29 Feb"_s, {2104, 2, 29}, {2096, 3, 1});
    row("no such day in any year", u"31 Feb"_s, {});
    row("a month alone", u"May"_s, {});
    row("a number alone", u"20"_s, {});
    row("no such day", u"2026-02-30"_s, {});
    row("nothing", QString(), {});
    row("a word", u"soon"_s, {});
    row("a sign alone", u"+"_s, {});
    row("too far", u"+9999"_s, {});
}

void FollowUpsTest::days()
{
    QFETCH(QString, text);
    QFETCH(QDate, today);
    QFETCH(QDate, day);
    const auto read = dayFrom(text, today);
    if (day.isValid()) {
        VERIFY_OK(read);
        QCOMPARE(*read, day);
        return;
    }
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::rejectedInput);
    QVERIFY2(read.error().text.contains(dayForms()), qPrintable(read.error().text));
}

void FollowUpsTest::futureDays()
{
    QVERIFY(futureDayFrom(u"tomorrow"_s, saturday).has_value());
    for (const QString &text : {u"today"_s, u"2026-11-27"_s, u"+0"_s}) {
        const auto day = futureDayFrom(text, saturday);
        QVERIFY2(!day, qPrintable(text));
        QCOMPARE(day.error().kind, ErrorKind::rejectedInput);
    }
}

void FollowUpsTest::horizons()
{
    QCOMPARE(dueHorizon(u"today", saturday).value_or(QDate()), saturday);
    QCOMPARE(dueHorizon(u"week", saturday).value_or(QDate()), saturday.addDays(7));
    QVERIFY(dueHorizon(u"all", saturday).value_or(QDate()) > saturday.addYears(1000));
    QVERIFY(!dueHorizon(u"month", saturday));
}

void FollowUpsTest::answers_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<bool>("answer");
    QTest::newRow("replied") << u"Contacted"_s << u"Replied"_s << true;
    QTest::newRow("old word") << u"Contacted"_s << u"Responded"_s << true;
    QTest::newRow("further at once") << u"Not Contacted"_s << u"Met"_s << true;
    QTest::newRow("further on") << u"Replied"_s << u"Call Scheduled"_s << true;
    QTest::newRow("rejected") << u"Followed Up"_s << u"Rejected"_s << true;
    QTest::newRow("no status yet") << QString() << u"Replied"_s << true;
    QTest::newRow("from a stage of another program") << u"Warm"_s << u"Replied"_s << true;
    QTest::newRow("only written to") << u"Not Contacted"_s << u"Contacted"_s << false;
    QTest::newRow("the same") << u"Replied"_s << u"Replied"_s << false;
    QTest::newRow("taken back") << u"Met"_s << u"Replied"_s << false;
    QTest::newRow("to a stage of another program") << u"Contacted"_s << u"Warm"_s << false;
}

void FollowUpsTest::answers()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QTEST(isAnswer(before, after), "answer");
}

void FollowUpsTest::suggestions_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<bool>("muted");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("days");
    QTest::addColumn<QDate>("day"); // invalid: none
    const QDate week = saturday.addDays(7);
    QTest::newRow("first email") << u"Not Contacted"_s << false << u"first"_s << 7 << week;
    QTest::newRow("follow-up") << u"Contacted"_s << false << u"follow_up"_s << 7 << week;
    QTest::newRow("answer to an answer") << u"Replied"_s << false << u"reply"_s << 3 << saturday.addDays(3);
    QTest::newRow("a kind of a later version") << u"Contacted"_s << false << u"nudge"_s << 7 << week;
    QTest::newRow("thank-you waits for nothing") << u"Met"_s << false << u"thank_you"_s << 7 << QDate();
    QTest::newRow("muted") << u"Contacted"_s << true << u"first"_s << 7 << QDate();
    QTest::newRow("closed") << u"Closed"_s << false << u"first"_s << 7 << QDate();
    QTest::newRow("hired") << u"Hired"_s << false << u"follow_up"_s << 7 << QDate();
    QTest::newRow("switched off") << u"Contacted"_s << false << u"first"_s << 0 << QDate();
}

void FollowUpsTest::suggestions()
{
    QFETCH(QString, status);
    QFETCH(bool, muted);
    QFETCH(QString, kind);
    QFETCH(int, days);
    Contact contact;
    contact.status = status;
    contact.muted = muted;
    QTEST(suggestedDay(contact, kind, saturday, days).value_or(QDate()), "day");
}

void FollowUpsTest::daysAfterAnEmail()
{
    Profile profile;
    QCOMPARE(followUpDays(profile), 7);
    setFollowUpDays(profile, 10);
    QCOMPARE(followUpDays(profileFrom(toBody(profile))), 10);
    setFollowUpDays(profile, 0);
    QCOMPARE(followUpDays(profileFrom(toBody(profile))), 0);
    setFollowUpDays(profile, 100'000);
    QCOMPARE(followUpDays(profile), mostFollowUpDays);
    profile.extra["followUpDays"] = "soon";
    QCOMPARE(followUpDays(profile), 7);
}

void FollowUpsTest::datesOfOtherPrograms()
{
    QCOMPARE(reminderDay(u"2026-12-01"_s), QDate(2026, 12, 1));
    QCOMPARE(reminderDay(u"2026-12-01T22:00:00.000Z"_s), QDate(2026, 12, 1));
    QVERIFY(!reminderDay(QString()).isValid());
    QVERIFY(!reminderDay(u"next week"_s).isValid());
    QVERIFY(!reminderDay(u"12/01/2026"_s).isValid());
}
