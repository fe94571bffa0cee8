// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/directorymatcher.h"
#include "support/support.h"
#include "tests.h"

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::find;

namespace {

Contact working(const QString &title, const QString &company = u"Halvorsen Pike Advisory"_s)
{
    Contact person;
    person.id = u"someone"_s;
    person.firstName = u"Marisol"_s;
    person.lastName = u"Quandahl"_s;
    addPosition(person.positions, {{}, {}, company, title, u"2021-06"_s, {}});
    return person;
}

void matchColumns()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("matches");
}

void found(const char *row, const QString &wanted, const QString &value)
{
    QTest::newRow(row) << wanted << value << true;
}

void notFound(const char *row, const QString &wanted, const QString &value)
{
    QTest::newRow(row) << wanted << value << false;
}

} // namespace

void DirectoryMatcherTest::initTestCase()
{
    Result<truth::DirectoryKnowledge> knowledge = truth::loadKnowledge();
    VERIFY_OK(knowledge);
    m_knowledge = std::move(*knowledge);
}

void DirectoryMatcherTest::titles_data()
{
    matchColumns();
    found("the same", u"Product Manager"_s, u"Product Manager"_s);
    found("case", u"product manager"_s, u"PRODUCT MANAGER"_s);
    found("inside a longer title", u"product manager"_s, u"Associate Product Manager"_s);
    found("with the team behind", u"product manager"_s, u"Product Manager, Payments"_s);
    found("abbreviation asked", u"PM"_s, u"Product Manager"_s);
    found("abbreviation in the record", u"Product Manager"_s, u"Sr. PM"_s);
    found("software engineer", u"SWE"_s, u"Software Engineer II"_s);
    found("similar title", u"software engineer"_s, u"Software Developer"_s);
    found("title in another language", u"software engineer"_s, u"Softwareentwickler"_s);
    found("rank abbreviation", u"Sr. Consultant"_s, u"Senior Consultant"_s);
    found("vice president", u"VP Product"_s, u"Vice President of Product"_s);
    found("chief executive", u"CEO"_s, u"Chief Executive Officer"_s);
    found("founder and chief", u"CEO"_s, u"Founder & CEO"_s);
    found("investment banking", u"IB analyst"_s, u"Investment Banking Analyst"_s);
    found("human resources", u"HR Manager"_s, u"Human Resources Manager"_s);
    found("managing director", u"MD"_s, u"Managing Director"_s);
    found("turned round by a comma", u"Product Director"_s, u"Director, Product"_s);
    found("plural", u"product managers"_s, u"Product Manager"_s);
    found("one letter wrong", u"Softwere Engineer"_s, u"Software Engineer"_s);
    found("accents", u"ingenieur logiciel"_s, u"Ingénieur logiciel"_s);
    found("co-founder", u"Cofounder"_s, u"Co-Founder & CTO"_s);
    found("quality assurance", u"QA Engineer"_s, u"Test Engineer"_s);
    notFound("intern inside international", u"intern"_s, u"International Sales Manager"_s);
    notFound("president is not vice president", u"president"_s, u"Vice President"_s);
    notFound("assistant to the chief", u"CEO"_s, u"Executive Assistant to the CEO"_s);
    notFound("words apart", u"product manager"_s, u"Product Marketing Manager"_s);
    notFound("another job", u"product manager"_s, u"Consultant"_s);
    notFound("other rank without widening", u"Senior Product Manager"_s, u"Product Manager"_s);
    notFound("director is not managing director", u"director"_s, u"Managing Director"_s);
    notFound("engineer is not engineering", u"engineer"_s, u"Engineering Manager"_s);
    notFound("no title", u"engineer"_s, QString());
    notFound("nothing but signs asked", u"?!"_s, u"Engineer"_s);
}

void DirectoryMatcherTest::titles()
{
    QFETCH(QString, wanted);
    QFETCH(QString, value);
    Criteria criteria;
    criteria.title = wanted;
    QTEST(DirectoryMatcher(criteria, m_knowledge).match(working(value)).has_value(), "matches");
}

void DirectoryMatcherTest::companies_data()
{
    matchColumns();
    found("the same", u"Halvorsen Pike Advisory"_s, u"Halvorsen Pike Advisory"_s);
    found("legal form", u"Halvorsen Pike Advisory"_s, u"Halvorsen Pike Advisory, LLC"_s);
    found("first words", u"Halvorsen Pike"_s, u"Halvorsen Pike Advisory"_s);
    found("written in one word", u"HalvorsenPike Advisory"_s, u"Halvorsen Pike Advisory"_s);
    found("one letter wrong", u"Halvorson Pike"_s, u"Halvorsen Pike Advisory"_s);
    found("short name", u"EY"_s, u"Ernst & Young"_s);
    found("long name", u"Ernst and Young"_s, u"EY"_s);
    found("a division", u"Deloitte"_s, u"Deloitte Consulting LLP"_s);
    found("an unlisted part", u"Goldman Sachs"_s, u"Goldman Sachs Ayco"_s);
    found("one letter wrong in a known name", u"Delloitte"_s, u"Deloitte"_s);
    found("JPM", u"JPM"_s, u"J.P. Morgan"_s);
    found("PwC", u"pwc"_s, u"PricewaterhouseCoopers"_s);
    found("BCG", u"BCG"_s, u"Boston Consulting Group (BCG)"_s);
    found("parent", u"Alphabet"_s, u"Google"_s);
    found("accents", u"Societe Generale"_s, u"Société Générale"_s);
    found("other script", u"삼성전자"_s, u"Samsung Electronics"_s);
    notFound("ey inside Disney", u"EY"_s, u"The Walt Disney Company"_s);
    notFound("ey inside Honeywell", u"EY"_s, u"Honeywell"_s);
    notFound("ey inside Berkeley", u"EY"_s, u"Berkeley Labs"_s);
    notFound("everyday word", u"Apple"_s, u"Apple Bank for Savings"_s);
    notFound("namesake", u"Bain & Company"_s, u"Bain Capital"_s);
    notFound("short words are not corrected", u"Pike"_s, u"Pine Advisory"_s);
    notFound("no company", u"Google"_s, QString());
}

void DirectoryMatcherTest::companies()
{
    QFETCH(QString, wanted);
    QFETCH(QString, value);
    Criteria criteria;
    criteria.company = wanted;
    QTEST(DirectoryMatcher(criteria, m_knowledge).match(working(u"Analyst"_s, value)).has_value(), "matches");
}

void DirectoryMatcherTest::locations_data()
{
    matchColumns();
    found("city", u"Chicago"_s, u"Chicago, Illinois, United States"_s);
    found("city and state", u"Chicago, IL"_s, u"Chicago, Illinois"_s);
    found("state", u"Illinois"_s, u"Chicago, IL"_s);
    found("state of a bare city", u"California"_s, u"Oakland"_s);
    found("state abbreviation", u"CA"_s, u"Oakland, California"_s);
    found("country", u"United States"_s, u"Austin, TX"_s);
    found("country abbreviation", u"USA"_s, u"Austin, Texas, United States"_s);
    found("UK", u"UK"_s, u"Leeds, England, United Kingdom"_s);
    found("country in its language", u"Deutschland"_s, u"München, Bayern"_s);
    found("city in its language", u"Munich"_s, u"München, Bayern, Deutschland"_s);
    found("old name", u"Bangalore"_s, u"Bengaluru, Karnataka, India"_s);
    found("accents", u"Sao Paulo"_s, u"São Paulo, SP, Brasil"_s);
    found("other script", u"Tokyo"_s, u"東京都"_s);
    found("LA", u"LA"_s, u"Los Angeles, California"_s);
    found("NYC", u"NYC"_s, u"New York, New York, United States"_s);
    found("area holds towns", u"Bay Area"_s, u"Oakland, CA"_s);
    found("area by its other name", u"Silicon Valley"_s, u"San Francisco Bay Area"_s);
    found("Greater New York", u"Greater New York"_s, u"Jersey City, NJ"_s);
    found("area around the city", u"Chicago"_s, u"Greater Chicago Area"_s);
    found("DMV", u"DMV"_s, u"Bethesda, Maryland"_s);
    found("Washington DC", u"Washington, DC"_s, u"Washington, District of Columbia"_s);
    found("Portland in Maine", u"Portland, Maine"_s, u"Portland, ME"_s);
    found("any Portland", u"Portland"_s, u"Portland, ME"_s);
    found("without comma", u"Portland Oregon"_s, u"Portland, OR"_s);
    found("Berlin by country code", u"Berlin, DE"_s, u"Berlin, Germany"_s);
    found("Georgia, the state", u"Georgia"_s, u"Atlanta, GA"_s);
    found("Georgia, the country", u"Georgia"_s, u"Tbilisi, Georgia"_s);
    found("unlisted town", u"Ames"_s, u"Ames, Iowa"_s);
    found("one letter wrong", u"San Fransisco"_s, u"San Francisco, CA"_s);
    found("city state", u"Singapore"_s, u"Singapore"_s);
    notFound("LA is not in Oakland", u"LA"_s, u"Oakland, California"_s);
    notFound("LA is not in Plano", u"LA"_s, u"Plano, Texas"_s);
    notFound("LA is not in Orlando", u"LA"_s, u"Orlando, Florida"_s);
    notFound("Maine is not Oregon", u"Portland, Maine"_s, u"Portland, Oregon, United States"_s);
    notFound("Oregon is not Maine", u"Portland, OR"_s, u"Portland, Maine"_s);
    notFound("a bare Portland may be another", u"Portland, Maine"_s, u"Portland"_s);
    notFound("London in Ontario", u"London"_s, u"London, Ontario, Canada"_s);
    notFound("Paris in Texas", u"Paris, France"_s, u"Paris, Texas"_s);
    notFound("Delaware is not Germany", u"Germany"_s, u"Wilmington, DE"_s);
    notFound("New York City is not the state", u"New York"_s, u"Buffalo, New York"_s);
    notFound("York is not New York", u"York"_s, u"New York, NY"_s);
    notFound("the city of DC is not the state", u"Washington, DC"_s, u"Seattle, Washington"_s);
    notFound("another town of the area without widening", u"Los Angeles"_s, u"Pasadena, CA"_s);
    notFound("a namesake outside the area", u"Los Angeles area"_s, u"Pasadena, Texas"_s);
    notFound("India is not Indiana", u"India"_s, u"Bloomington, Indiana"_s);
    notFound("California is not Canada", u"Canada"_s, u"Fresno, CA"_s);
    notFound("unknown place", u"Chicago"_s, QString());
}

void DirectoryMatcherTest::locations()
{
    QFETCH(QString, wanted);
    QFETCH(QString, value);
    Criteria criteria;
    criteria.location = wanted;
    Contact person = working(u"Analyst"_s);
    person.location = value;
    const DirectoryMatcher matcher(criteria, m_knowledge);
    QTEST(matcher.match(person).has_value(), "matches");
    // The same place in separate fields.
    const QStringList parts = value.split(u", "_s);
    if (parts.size() == 3) {
        person.location.clear();
        person.city = parts[0];
        person.state = parts[1];
        person.country = parts[2];
        QTEST(matcher.match(person).has_value(), "matches");
    }
}

void DirectoryMatcherTest::schools_data()
{
    matchColumns();
    found("alias", u"USC"_s, u"University of Southern California"_s);
    found("part", u"Penn"_s, u"The Wharton School"_s);
    found("one word", u"Michigan"_s, u"University of Michigan, Ross School of Business"_s);
    found("one letter wrong", u"Standford"_s, u"Stanford University"_s);
    found("ambiguous name, first school", u"UW"_s, u"University of Washington"_s);
    found("ambiguous name, second school", u"UW"_s, u"University of Wisconsin-Madison"_s);
    found("words of an unlisted school", u"Ashgrove"_s, u"Ashgrove Valley College"_s);
    found("unlisted campus", u"Penn State"_s, u"Penn State Abington"_s);
    found("other script", u"서울대학교"_s, u"Seoul National University"_s);
    found("university of a part", u"Wharton"_s, u"University of Pennsylvania"_s);
    found("same part, other words", u"HBS"_s, u"Harvard Business School"_s);
    found("part with its university", u"Kellogg"_s,
          u"Northwestern University, Kellogg School of Management"_s);
    notFound("another part", u"Harvard Law School"_s, u"Harvard Business School"_s);
    notFound("Penn State", u"Penn"_s, u"Penn State University"_s);
    notFound("Michigan State", u"Michigan"_s, u"Michigan State University"_s);
    notFound("inside a word", u"MIT"_s, u"Smith College"_s);
    notFound("other campus of the system", u"UC Berkeley"_s, u"University of California, Davis"_s);
    notFound("no school", u"USC"_s, QString());
}

void DirectoryMatcherTest::schools()
{
    QFETCH(QString, wanted);
    QFETCH(QString, value);
    Criteria criteria;
    criteria.school = wanted;
    Contact person = working(u"Analyst"_s);
    addSchool(person.schools, {{}, {}, u"Northfield Preparatory School"_s, {}, {}, {}, {}});
    addSchool(person.schools, {{}, {}, value, {}, {}, {}, {}});
    QTEST(DirectoryMatcher(criteria, m_knowledge).match(person).has_value(), "matches");
}

void DirectoryMatcherTest::allCriteriaMustHold()
{
    Criteria criteria;
    criteria.title = u"PM"_s;
    criteria.company = u"Halvorsen Pike"_s;
    criteria.location = u"Chicago"_s;
    criteria.school = u"USC"_s;
    Contact person = working(u"Product Manager"_s);
    person.city = u"Chicago"_s;
    addSchool(person.schools, {{}, {}, u"University of Southern California"_s, {}, {}, {}, {}});
    const DirectoryMatcher matcher(criteria, m_knowledge);
    const auto found = matcher.match(person);
    QVERIFY(found);
    QCOMPARE(found->reasons.size(), 4);
    QCOMPARE(found->person, person);

    Contact elsewhere = person;
    elsewhere.city = u"Boston"_s;
    QVERIFY(!matcher.match(elsewhere));
    Contact otherSchool = person;
    otherSchool.schools.first().name = u"UCLA"_s;
    QVERIFY(!matcher.match(otherSchool));
    Contact otherJob = person;
    otherJob.positions.first().title = u"Paralegal"_s;
    QVERIFY(!matcher.match(otherJob));
    QVERIFY(DirectoryMatcher(Criteria {}, m_knowledge).match(person));
}

void DirectoryMatcherTest::titleAndCompanyAreOfOneJob()
{
    Criteria criteria;
    criteria.title = u"Founder"_s;
    criteria.company = u"Brightmoor Labs"_s;
    Contact person = working(u"Founder"_s, u"Quandahl Studio"_s);
    addPosition(person.positions, {{}, {}, u"Brightmoor Labs"_s, u"Board Member"_s, u"2022"_s, {}});
    const DirectoryMatcher matcher(criteria, m_knowledge);
    QVERIFY(!matcher.match(person));
    addPosition(person.positions, {{}, {}, u"Brightmoor Labs"_s, u"Co-Founder"_s, u"2023"_s, {}});
    QVERIFY(matcher.match(person));
}

void DirectoryMatcherTest::pastJobsDoNotCount()
{
    Criteria criteria;
    criteria.company = u"Brightmoor Labs"_s;
    Contact person = working(u"Founder"_s, u"Quandahl Studio"_s);
    addPosition(person.positions, {{}, {}, u"Brightmoor Labs"_s, u"Engineer"_s, u"2018"_s, u"2021"_s});
    QVERIFY(!DirectoryMatcher(criteria, m_knowledge).match(person));
}

void DirectoryMatcherTest::unknownDoesNotAnswer()
{
    Contact person;
    person.firstName = u"Ana"_s;
    for (QString Criteria::*member :
         {&Criteria::title, &Criteria::company, &Criteria::location, &Criteria::school}) {
        Criteria criteria;
        criteria.*member = u"Chicago"_s;
        QVERIFY(!DirectoryMatcher(criteria, m_knowledge).match(person));
    }
}

void DirectoryMatcherTest::reasonsSayWhy()
{
    Criteria criteria;
    criteria.title = u"product manager"_s;
    criteria.company = u"Ernst & Young"_s;
    criteria.location = u"Los Angeles"_s;
    criteria.school = u"USC"_s;
    Contact person = working(u"Associate Product Manager"_s, u"EY"_s);
    person.city = u"Pasadena"_s;
    person.state = u"California"_s;
    addSchool(person.schools, {{}, {}, u"University of Southern California"_s, {}, {}, {}, {}});
    const DirectoryMatcher matcher(criteria, m_knowledge);
    QVERIFY(!matcher.match(person));
    const auto found = matcher.match(person, Reach::wholeArea);
    QVERIFY(found);
    QStringList texts;
    for (const Reason &reason : found->reasons) {
        texts << reason.kind + u": "_s + reason.text;
        QVERIFY(reason.points > 0);
    }
    const QStringList expected {
            u"title: Title: Associate Product Manager is close to \"product manager\""_s,
            u"company: Company: EY is another name for \"Ernst & Young\" or a part of it"_s,
            u"location: Location: Pasadena, California is in the area of \"Los Angeles\" (Los Angeles area)"_s,
            u"school: School: studied at University of Southern California, also called \"USC\""_s,
    };
    QCOMPARE(texts, expected);
}
