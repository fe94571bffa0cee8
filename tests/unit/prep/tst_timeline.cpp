// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"
#include "prep/timeline.h"
#include "tests.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::prep;
using namespace crema::test;

void TimelineTest::readsRows_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("years");
    QTest::addColumn<double>("start"); // 0: not known
    QTest::addColumn<double>("end");
    const double today = 2026 + 133.0 / 366;
    QTest::newRow("years") << u"2014"_s << u"2017"_s << u"2014 – 2017"_s << 2014.0 << 2017.0;
    QTest::newRow("months") << u"2014-07"_s << u"2017-01"_s << u"2014 – 2017"_s << 2014.5 << 2017.0;
    QTest::newRow("within a year") << u"2014-02"_s << u"2014-12"_s << u"2014"_s << 2014 + 1 / 12.0
                                   << 2014 + 11 / 12.0;
    QTest::newRow("goes on") << u"2021"_s << QString() << u"since 2021"_s << 2021.0 << today;
    QTest::newRow("only the end") << QString() << u"2015"_s << u"until 2015"_s << 0.0 << 2015.0;
    QTest::newRow("nothing") << QString() << QString() << QString() << 0.0 << 0.0;
    QTest::newRow("backwards") << u"2020"_s << u"2010"_s << QString() << 0.0 << 0.0;
    QTest::newRow("not begun") << u"2028"_s << QString() << u"from 2028"_s << 2028.0 << 0.0;
    QTest::newRow("words for years") << u"a while ago"_s << u"soon"_s << QString() << 0.0 << 0.0;
    QTest::newRow("a month that is none")
            << u"2014-19"_s << u"2015"_s << u"2014 – 2015"_s << 2014.0 << 2015.0;
}

void TimelineTest::readsRows()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(double, start);
    QFETCH(double, end);
    const Contact contact = person(u"A"_s, u"B"_s, {position(u"Clerk"_s, u"Bosch"_s, from, to)});
    const QVector<TimelineRow> rows = timelineRows(contact, someDay().date());
    QCOMPARE(rows.size(), 1);
    QTEST(rows[0].years, "years");
    QCOMPARE(rows[0].from.value_or(0), start);
    QCOMPARE(rows[0].to.value_or(0), end);
}

void TimelineTest::putsSchoolsLast()
{
    const QVector<TimelineRow> rows = timelineRows(mariaSilva(), someDay().date());
    QCOMPARE(rows.size(), 5);
    QVERIFY(rows[0].ongoing && !rows[0].study);
    QVERIFY(rows[4].study);
    QCOMPARE(rows[4].title, u"MSc, Economics"_s);
    QVERIFY(timelineRows(person(u"A"_s, u"B"_s, {position(u"N/A"_s, u"-"_s, u"2020"_s)}), someDay().date())
                    .isEmpty());
}
