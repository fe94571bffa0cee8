// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"
#include "tests.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::prep;
using namespace crema::test;

void BriefTest::saysWhoThisIs_data()
{
    QTest::addColumn<Contact>("contact");
    QTest::addColumn<QStringList>("sentences");
    QTest::newRow("everything known")
            << mariaSilva()
            << QStringList {
                       u"Maria Silva works at Klarna as Head of Data, since 2021."_s,
                       u"Before that: Data Scientist at Spotify (2017–2021), Consultant at McKinsey & Company (2014–2017) and Intern at Deloitte (2013)."_s,
                       u"Studied: Economics (MSc) at Bocconi University (2012–2014)."_s,
                       u"Based in Stockholm, Sweden; grew up in Porto, Portugal."_s,
                       u"You have been connected since 3 May 2024."_s};
    QTest::newRow("title without a firm")
            << person(u"Ann"_s, u"Ode"_s, {position(u"Nurse"_s, u"Self-employed"_s)})
            << QStringList {u"Ann Ode works as a Nurse."_s};
    QTest::newRow("firm without a title") << person(u"Ann"_s, u"Ode"_s, {position({}, u"Bosch"_s, u"2020"_s)})
                                          << QStringList {u"Ann Ode works at Bosch, since 2020."_s};
    QTest::newRow("left the last position")
            << person(u"Ann"_s, u"Ode"_s, {position(u"Clerk"_s, u"Bosch"_s, {}, u"2020"_s)})
            << QStringList {u"Ann Ode was at Bosch as a Clerk (until 2020)."_s};
    QTest::newRow("has not started") << person(u"Ann"_s, u"Ode"_s,
                                               {position(u"Analyst"_s, u"Bosch"_s, u"2027"_s)})
                                     << QStringList {u"Ann Ode starts in 2027: Analyst at Bosch."_s};
    Contact headline = person(u"Ann"_s, u"Ode"_s);
    headline.headline = u"Curious about batteries"_s;
    QTest::newRow("only a headline") << headline
                                     << QStringList {u"Their headline reads: “Curious about batteries”"_s};
    QTest::newRow("earlier positions without years")
            << person(u"Ann"_s, u"Ode"_s, {position(u"Clerk"_s, u"Bosch"_s), position(u"Waiter"_s, u"Inn"_s)})
            << QStringList {u"Ann Ode works at Bosch as a Clerk."_s, u"Also on record: Waiter at Inn."_s};
    Contact student = person(u"Kim"_s, u"Lee"_s);
    addSchool(student.schools,
              school(u"Stanford University"_s, u"BS"_s, u"Computer Science"_s, u"2023"_s, u"2027"_s));
    QTest::newRow("still studying")
            << student
            << QStringList {u"Studies: Computer Science (BS) at Stanford University (2023–2027)."_s};
    Contact introduced = person(u"Ann"_s, u"Ode"_s);
    introduced.introducedBy = u"Paula Meyer"_s;
    introduced.location = u"Greater Chicago Area"_s;
    QTest::newRow("introduced") << introduced
                                << QStringList {u"Based in Greater Chicago Area."_s,
                                                u"Paula Meyer introduced you."_s};
    Contact placeholders = person(u"Ann"_s, u"Ode"_s, {position(u"N/A"_s, u"unknown"_s)});
    placeholders.city = u"Not available"_s;
    placeholders.hometown = u"-"_s;
    placeholders.headline = u"--"_s;
    QTest::newRow("placeholders") << placeholders << QStringList {};
}

void BriefTest::saysWhoThisIs()
{
    QFETCH(Contact, contact);
    QStringList sentences;
    for (const Claim &claim : briefOf(contact, 2026)) {
        sentences << claim.text;
    }
    QTEST(sentences, "sentences");
}

void BriefTest::everySentenceHasASource()
{
    const QVector<Claim> brief = briefOf(mariaSilva(), 2026);
    QVERIFY(!brief.isEmpty());
    for (const Claim &claim : brief) {
        QVERIFY2(!claim.sources.isEmpty(), qPrintable(claim.text));
        for (const Source &source : claim.sources) {
            QCOMPARE(source.recordId, u"person"_s);
            QVERIFY2(!source.field.isEmpty() && !source.quote.isEmpty(), qPrintable(claim.text));
        }
    }
}

void BriefTest::saysNothingOfAName()
{
    QVERIFY(briefOf(person(u"Bo"_s, {}), 2026).isEmpty());
}
