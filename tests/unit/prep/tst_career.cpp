// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"
#include "prep/career.h"
#include "tests.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::prep;
using namespace crema::test;

void CareerTest::saysTitlesWithArticle_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("said");
    QTest::newRow("consonant") << u"Data Scientist"_s << u"a Data Scientist"_s;
    QTest::newRow("vowel") << u"Analyst"_s << u"an Analyst"_s;
    QTest::newRow("accented vowel") << u"Économiste"_s << u"an Économiste"_s;
    QTest::newRow("vowel letter, consonant sound") << u"University Lecturer"_s << u"a University Lecturer"_s;
    QTest::newRow("initials said with a vowel") << u"HR Generalist"_s << u"an HR Generalist"_s;
    QTest::newRow("initials said with a consonant") << u"UX Designer"_s << u"a UX Designer"_s;
    QTest::newRow("only one can be it") << u"Head of Data"_s << u"Head of Data"_s;
    QTest::newRow("chief officer") << u"CEO"_s << u"CEO"_s;
    QTest::newRow("another script") << u"データ部長"_s << u"データ部長"_s;
    for (const char *said : {"an Hourly worker",
                             "an Honorary Consul",
                             "an Honest broker",
                             "an Heiress",
                             "an Heir",
                             "a Urologist",
                             "a UNESCO Fellow",
                             "a UN Adviser",
                             "a USDA Inspector",
                             "an 18-wheeler driver",
                             "an 8th grade teacher",
                             "an 11th grade teacher",
                             "a 3rd grade teacher",
                             "a 118 Operator",
                             "an Xbox Designer",
                             "a Xerox Technician",
                             "an X-ray Technician",
                             "a NASA Engineer",
                             "an MBA Tutor",
                             "an Urban Planner",
                             "an Uber Driver",
                             "a UK Sales Manager",
                             "an A Level Tutor",
                             "a LAW CLERK",
                             "a NEW BUSINESS MANAGER",
                             "an UNDERWRITER",
                             "an URBAN PLANNER",
                             "a UCLA Fellow",
                             "an HVAC Technician",
                             "an NCAA Official",
                             "an SDET",
                             "a STAFF NURSE",
                             "an MRI TECHNOLOGIST",
                             "a Managing Director",
                             "a VP Sales",
                             "an Attorney at Law",
                             "a Directora de Marketing",
                             "a Leiter Marketing"}) {
        const QString text = QString::fromUtf8(said);
        QTest::newRow(said) << text.section(u' ', 1) << text;
    }
    QTest::newRow("its own article") << u"The CEO"_s << u"the CEO"_s;
    QTest::newRow("its own small article") << u"A Developer"_s << u"a Developer"_s;
    QTest::newRow("a department") << u"Investor Relations"_s << u"Investor Relations"_s;
    QTest::newRow("one of its kind") << u"Director of Sales"_s << u"Director of Sales"_s;
    QTest::newRow("empty") << QString() << QString();
}

void CareerTest::saysTitlesWithArticle()
{
    QFETCH(QString, title);
    QTEST(titleWithArticle(title), "said");
}

void CareerTest::leavesOutWhatIsNoPosition()
{
    const Contact contact = person(u"A"_s, u"B"_s,
                                   {position(u"Looking for opportunities"_s, u"Self-employed"_s),
                                    position(u"N/A"_s, u"-"_s, u"2020"_s),
                                    position(u"Nurse | Runner | Mum"_s, u"Freelance"_s)});
    const Career career = careerOf(contact, someDay().date());
    QCOMPARE(career.steps.size(), 1);
    QCOMPARE(career.steps[0].title, u"Nurse"_s);
    QCOMPARE(career.steps[0].firm, QString());
}

void CareerTest::tellsWhatIsCurrent()
{
    const Contact contact = person(u"A"_s, u"B"_s,
                                   {position(u"CEO"_s, u"Acme"_s, u"2019"_s),
                                    position(u"Trustee"_s, u"Shelter"_s, u"2020"_s),
                                    position(u"Clerk"_s, u"Post Office"_s),
                                    position(u"Engineer"_s, u"Bosch"_s, u"2010"_s, u"2019"_s)});
    const Career career = careerOf(contact, someDay().date());
    QVERIFY(career.steps[0].current);
    QCOMPARE(career.alongside().size(), 1);
    QCOMPARE(career.alongside()[0].firm, u"Shelter"_s);
    QCOMPARE(career.earlier().size(), 2); // without any year it is not known to go on
    const Contact joins = person(u"A"_s, u"B"_s, {position(u"Analyst"_s, u"Acme"_s, u"2027"_s)});
    QVERIFY(!careerOf(joins, someDay().date()).steps[0].current);
}

void CareerTest::countsYearsAtTheFirm_data()
{
    QTest::addColumn<QVector<Position>>("positions");
    QTest::addColumn<int>("years");
    const auto lead = position(u"Lead"_s, u"Bosch"_s, u"2016"_s);
    QTest::newRow("one position") << QVector<Position> {lead} << 10;
    QTest::newRow("a rise in the firm")
            << QVector<Position> {lead, position(u"Engineer"_s, u"BOSCH"_s, u"2004"_s, u"2016"_s)} << 22;
    QTest::newRow("another firm between")
            << QVector<Position> {lead, position(u"X"_s, u"Y"_s, u"2010"_s, u"2016"_s),
                                  position(u"Engineer"_s, u"Bosch"_s, u"2004"_s, u"2010"_s)}
            << 10;
    QTest::newRow("a gap between")
            << QVector<Position> {lead, position(u"Engineer"_s, u"Bosch"_s, u"2004"_s, u"2010"_s)} << 10;
    QTest::newRow("no end known")
            << QVector<Position> {lead, position(u"Engineer"_s, u"Bosch"_s, u"2004"_s, u"some day"_s)} << 10;
    QTest::newRow("no years") << QVector<Position> {position(u"Lead"_s, u"Bosch"_s)} << 0;
    QTest::newRow("left already") << QVector<Position> {position(u"Lead"_s, u"Bosch"_s, u"2010"_s, u"2020"_s)}
                                  << 0;
    QTest::newRow("no firm") << QVector<Position> {position(u"Lead"_s, {}, u"2010"_s)} << 0;
}

void CareerTest::countsYearsAtTheFirm()
{
    QFETCH(QVector<Position>, positions);
    QTEST(careerOf(person(u"A"_s, u"B"_s, positions), someDay().date()).yearsAtFirm(), "years");
}

void CareerTest::sortsByYears()
{
    const Contact contact = person(u"A"_s, u"B"_s,
                                   {position(u"Intern"_s, u"Beta"_s, u"2010"_s, u"2011"_s),
                                    position(u"Analyst"_s, u"Beta"_s, u"2011"_s, u"2015"_s),
                                    position(u"CEO"_s, u"Gamma"_s, u"2015"_s),
                                    position(u"Analyst"_s, u"Y Corp"_s, u"2035"_s, u"2040"_s),
                                    position(u"CEO"_s, u"Gamma"_s, u"2015-01"_s)});
    const Career career = careerOf(contact, someDay().date());
    QStringList titles;
    for (const CareerStep &step : career.steps) {
        titles << stepText(step);
    }
    QCOMPARE(titles,
             (QStringList {u"CEO at Gamma"_s, u"Analyst at Beta"_s, u"Intern at Beta"_s,
                           u"Analyst at Y Corp"_s}));
    QCOMPARE(career.earlier().size(), 2);
    QCOMPARE(career.toCome().size(), 1);
    QVERIFY(career.alongside().isEmpty());
}

void CareerTest::tellsWhatCameBefore()
{
    const Contact contact = person(u"A"_s, u"B"_s,
                                   {position(u"CFO"_s, u"Acme"_s, u"2018"_s),
                                    position(u"Board Member"_s, u"Red Cross"_s, u"2010"_s, u"2023"_s),
                                    position(u"Analyst"_s, u"Bosch"_s, u"2008"_s, u"2018"_s)});
    const Career career = careerOf(contact, someDay().date());
    QCOMPARE(career.steps[1].firm, u"Red Cross"_s);
    QVERIFY(!cameBefore(career.steps[1], career.steps[0]));
    QVERIFY(cameBefore(career.steps[2], career.steps[0]));
}

void CareerTest::doesNotTrustYearsThatRunBackwards()
{
    const Contact contact = person(u"A"_s, u"B"_s, {position(u"Lead"_s, u"Bosch"_s, u"2020"_s, u"2010"_s)});
    const CareerStep step = careerOf(contact, someDay().date()).steps[0];
    QCOMPARE(step.from, 0);
    QCOMPARE(step.to, 0);
    QVERIFY(!step.current);
    QCOMPARE(stepYears(step), QString());
}
