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
    Contact undated = person(u"Kim"_s, u"Lee"_s);
    addSchool(undated.schools, school(u"Stanford University"_s, u"BS"_s, u"Computer Science"_s));
    QTest::newRow("studies nobody knows the years of")
            << undated << QStringList {u"Schools on record: Computer Science (BS) at Stanford University."_s};
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

void BriefTest::saysOnlyWhatIsSo_data()
{
    QTest::addColumn<Contact>("contact");
    QTest::addColumn<QStringList>("sentences");
    const auto row = [](const char *name, const QVector<Position> &positions, const QStringList &sentences) {
        QTest::newRow(name) << person(u"Ann"_s, u"Ode"_s, positions) << sentences;
    };
    for (const char *title :
         {"Retired Chief Engineer", "Retired", "Between jobs", "Looking for work", "Career break",
          "Former CEO", "Ex-CEO", "On maternity leave", "Sabbatical", "Deceased", "Parent",
          "Aspiring Data Scientist", "Incoming Analyst", "Engineer (retired)"}) {
        const QString words = QString::fromUtf8(title);
        row(title, {position(words, u"Firm"_s, u"2020"_s)},
            {u"The record of Ann Ode says: “%1”, Firm (from 2020)."_s.arg(words)});
    }
    row("labels of the past", {position(u"Ex-Google | Ex-Meta"_s, u"Firm"_s)},
        {u"The record of Ann Ode says: “Ex-Google | Ex-Meta”, Firm."_s});
    row("a label of the past before a job", {position(u"Ex-McKinsey | Product Manager"_s, u"Stripe"_s)},
        {u"Ann Ode works at Stripe as a Product Manager."_s});
    row("a past job before another", {position(u"Former CEO | Speaker"_s, u"Stripe"_s)},
        {u"The record of Ann Ode says: “Former CEO | Speaker”, Stripe."_s});
    row("a title that names the firm", {position(u"Software Engineer at Google"_s, u"Google"_s)},
        {u"Ann Ode works at Google as a Software Engineer."_s});
    row("a title with an at of its own", {position(u"Attorney at Law"_s, u"Bosch"_s)},
        {u"Ann Ode works at Bosch as an Attorney at Law."_s});
    row("a department of one word", {position(u"Sales"_s, u"Bosch"_s)},
        {u"Ann Ode works in Sales at Bosch."_s});
    row("a department of the past", {position(u"Investment Banking"_s, u"Bosch"_s, {}, u"2020"_s)},
        {u"Ann Ode worked in Investment Banking at Bosch (until 2020)."_s});
    row("a rank before a department", {position(u"VP Sales"_s, u"Bosch"_s)},
        {u"Ann Ode works at Bosch as a VP Sales."_s});
    row("retired, and a job that ended",
        {position(u"Retired"_s, {}), position(u"Engineer"_s, u"Bosch"_s, u"1980"_s, u"2020"_s)},
        {u"The record of Ann Ode says: “Retired”."_s, u"Ann Ode was at Bosch as an Engineer (1980–2020)."_s});
    row("a student", {position(u"PhD Student"_s, u"MIT"_s, u"2022"_s)},
        {u"Ann Ode is a PhD Student at MIT, since 2022."_s});
    row("a degree that may be long over", {position(u"MBA"_s, u"Yale"_s, u"2010"_s)},
        {u"On record for Ann Ode: MBA at Yale (from 2010)."_s});
    row("an MBA candidate", {position(u"MBA Candidate"_s, u"Harvard Business School"_s)},
        {u"Ann Ode is an MBA Candidate at Harvard Business School."_s});
    for (const char *word : {"Present", "now", "heute", "Aujourd'hui", "至今"}) {
        row(word, {position(u"Analyst"_s, u"Acme"_s, u"2020"_s, QString::fromUtf8(word))},
            {u"Ann Ode works at Acme as an Analyst, since 2020."_s});
    }
    row("an end to come", {position(u"Fellow"_s, u"MIT"_s, u"2025"_s, u"2027"_s)},
        {u"Ann Ode works at MIT as a Fellow (2025–2027)."_s});
    row("an end this year", {position(u"Fellow"_s, u"MIT"_s, u"2025"_s, u"2026"_s)},
        {u"On record for Ann Ode: Fellow at MIT (2025–2026)."_s});
    row("oldest first",
        {position(u"Intern"_s, u"Beta"_s, u"2010"_s, u"2011"_s),
         position(u"Analyst"_s, u"Beta"_s, u"2011"_s, u"2015"_s), position(u"CEO"_s, u"Gamma"_s, u"2015"_s)},
        {u"Ann Ode works at Gamma as CEO, since 2015."_s,
         u"Before that: Analyst at Beta (2011–2015) and Intern at Beta (2010–2011)."_s});
    row("one to come",
        {position(u"Clerk"_s, u"X Corp"_s, u"2020"_s),
         position(u"Analyst"_s, u"Y Corp"_s, u"2035"_s, u"2040"_s)},
        {u"Ann Ode works at X Corp as a Clerk, since 2020."_s,
         u"Still to come: Analyst at Y Corp (2035–2040)."_s});
    row("one beside the main one that has ended",
        {position(u"Clerk"_s, u"X Corp"_s, u"2010"_s),
         position(u"Trustee"_s, u"Shelter"_s, u"2012"_s, u"2014"_s)},
        {u"Ann Ode works at X Corp as a Clerk, since 2010."_s,
         u"Also on record: Trustee at Shelter (2012–2014)."_s});
    row("the same job twice",
        {position(u"Analyst"_s, u"Acme"_s, u"2020"_s), position(u"Analyst"_s, u"ACME"_s, u"2020-01"_s)},
        {u"Ann Ode works at Acme as an Analyst, since 2020."_s});
    row("nothing but emoji", {position(u"🚀"_s, u"🔥🔥"_s, u"2020"_s)}, {});
    row("emoji at the end", {position(u"Growth Hacker 🚀"_s, u"Acme 🔥"_s)},
        {u"Ann Ode works at Acme as a Growth Hacker."_s});
    row("emoji before, between and in brackets", {position(u"🚀 | CEO 🔥, Growth (🌱)"_s, u"Acme"_s)},
        {u"Ann Ode works at Acme as CEO, Growth."_s});
    row("a place marker", {position(u"%1 %L1"_s, u"100% %2 Pure"_s)}, {});
    row("a percent sign", {position(u"Head of 5%L1 Growth"_s, u"20% Club"_s)},
        {u"Ann Ode works at 20% Club as Head of 5%L1 Growth."_s});
    row("a department", {position(u"Investor Relations"_s, u"Acme"_s)},
        {u"Ann Ode works in Investor Relations at Acme."_s});
    row("said of oneself", {position(u"my own boss"_s, u"Acme"_s)}, {u"Ann Ode works at Acme."_s});
    Contact connected = person(u"Ann"_s, u"Ode"_s);
    connected.connectedOn = u"2030-01-01"_s;
    QTest::newRow("connected in the future") << connected << QStringList {};
    Contact studies = person(u"Ann"_s, u"Ode"_s);
    addSchool(studies.schools, school(u"Elm College"_s, {}, u"Law"_s, u"2024"_s, u"Present"_s));
    addSchool(studies.schools, school(u"Oak College"_s, {}, u"Art"_s, u"2027"_s, u"2030"_s));
    QTest::newRow("studies of today and of tomorrow")
            << studies
            << QStringList {
                       u"Studies: Law at Elm College (since 2024). Studies to come: Art at Oak College (2027–2030)."_s};
}

void BriefTest::saysOnlyWhatIsSo()
{
    saysWhoThisIs();
}

void BriefTest::saysWhoThisIs()
{
    QFETCH(Contact, contact);
    QStringList sentences;
    for (const Claim &claim : briefOf(contact, someDay().date())) {
        sentences << claim.text;
    }
    QTEST(sentences, "sentences");
}

void BriefTest::everySentenceHasASource()
{
    const QVector<Claim> brief = briefOf(mariaSilva(), someDay().date());
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
    QVERIFY(briefOf(person(u"Bo"_s, {}), someDay().date()).isEmpty());
}
