// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/support.h"
#include "tests.h"

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::truth;

namespace {

void pairColumns()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("same");
}

void same(const char *row, const QString &a, const QString &b)
{
    QTest::newRow(row) << a << b << true;
}

void different(const char *row, const QString &a, const QString &b)
{
    QTest::newRow(row) << a << b << false;
}

} // namespace

void KnowledgeTest::initTestCase()
{
    Result<DirectoryKnowledge> knowledge = loadKnowledge();
    VERIFY_OK(knowledge);
    m_knowledge = std::move(*knowledge);
}

void KnowledgeTest::schools_data()
{
    pairColumns();
    same("short name", u"USC"_s, u"University of Southern California"_s);
    same("a school of the university", u"USC"_s,
         u"University of Southern California, Marshall School of Business"_s);
    same("a school of the university without comma", u"USC Marshall"_s,
         u"University of Southern California"_s);
    same("an unlisted school of law", u"University of Michigan School of Law"_s, u"UMich"_s);
    same("part first, university second", u"The Wharton School, University of Pennsylvania"_s, u"UPenn"_s);
    same("part alone", u"Wharton"_s, u"Penn"_s);
    same("article", u"The Ohio State University"_s, u"Ohio State University"_s);
    same("initials with points", u"M.I.T."_s, u"Massachusetts Institute of Technology"_s);
    same("at or comma", u"University of Texas at Austin"_s, u"University of Texas, Austin"_s);
    same("dash", u"University of Wisconsin - Madison"_s, u"UW-Madison"_s);
    same("accents", u"ETH Zurich"_s, u"ETH Zürich"_s);
    same("native name", u"Technische Universität München"_s, u"TUM"_s);
    same("other script", u"東京大学"_s, u"University of Tokyo"_s);
    same("London School of Economics", u"LSE"_s, u"The London School of Economics and Political Science"_s);
    same("unlisted but equal", u"Ashgrove Valley College"_s, u"ashgrove valley college"_s);
    different("Penn State is not Penn", u"Penn State"_s, u"Penn"_s);
    different("Indiana University of Pennsylvania", u"Indiana University of Pennsylvania"_s,
              u"Indiana University"_s);
    different("Michigan State", u"Michigan"_s, u"Michigan State University"_s);
    different("another campus", u"University of Michigan - Dearborn"_s, u"University of Michigan"_s);
    different("an unlisted campus", u"University of Washington, Tacoma"_s, u"University of Washington"_s);
    different("campuses of a system", u"University of California, Merced"_s,
              u"University of California, Riverside"_s);
    different("the system and a campus", u"University of California"_s, u"UC Berkeley"_s);
    different("Miami twice", u"University of Miami"_s, u"Miami University"_s);
    different("Boston twice", u"Boston College"_s, u"Boston University"_s);
    different("Cornell twice", u"Cornell University"_s, u"Cornell College"_s);
    different("a college of another town", u"Berkeley College"_s, u"Berkeley"_s);
    different("Columbia College Chicago", u"Columbia College Chicago"_s, u"Columbia University"_s);
    different("ambiguous short name", u"UW"_s, u"University of Washington"_s);
    different("ambiguous short name twice", u"OSU"_s, u"OSU"_s);
    different("two schools in one text", u"UCLA / USC"_s, u"USC"_s);
}

void KnowledgeTest::schools()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QTEST(sameSchool(a, b, m_knowledge), "same");
    QTEST(sameSchool(b, a, m_knowledge), "same");
}

void KnowledgeTest::companies_data()
{
    pairColumns();
    same("legal form", u"Halvorsen Pike Inc."_s, u"Halvorsen Pike"_s);
    same("two legal forms", u"Brenner GmbH & Co. KG"_s, u"Brenner"_s);
    same("legal form in front", u"株式会社山田"_s, u"山田"_s);
    same("initials", u"J.P. Morgan"_s, u"JPMorgan Chase & Co."_s);
    same("short name", u"EY"_s, u"Ernst & Young LLP"_s);
    same("renamed", u"Google"_s, u"Alphabet Inc."_s);
    same("division", u"Deloitte Consulting LLP"_s, u"Deloitte"_s);
    same("office", u"McKinsey & Company, Chicago"_s, u"McKinsey"_s);
    same("country", u"Google India Pvt Ltd"_s, u"Google"_s);
    same("and", u"Procter and Gamble"_s, u"P&G"_s);
    different("inside a word", u"EY"_s, u"Disney"_s);
    different("inside another word", u"EY"_s, u"Honeywell"_s);
    different("Bain and Bain Capital", u"Bain & Company"_s, u"Bain Capital"_s);
    different("everyday word", u"Apple"_s, u"Apple Bank"_s);
    different("longer name", u"Halvorsen Pike"_s, u"Halvorsen Pike Advisory"_s);
    different("Merck twice", u"Merck & Co., Inc."_s, u"Merck KGaA, Darmstadt"_s);
}

void KnowledgeTest::companies()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QTEST(sameCompany(a, b, m_knowledge), "same");
    QTEST(sameCompany(b, a, m_knowledge), "same");
}

void KnowledgeTest::towns_data()
{
    pairColumns();
    same("native name", u"München"_s, u"Munich, Germany"_s);
    same("state abbreviation", u"Portland, ME"_s, u"Portland, Maine, United States"_s);
    same("old name", u"Bombay"_s, u"Mumbai, Maharashtra, India"_s);
    same("accents", u"Sao Paulo"_s, u"São Paulo, Brasil"_s);
    same("unlisted town, same state", u"Ames, Iowa"_s, u"Ames, IA"_s);
    same("no comma", u"Austin TX"_s, u"Austin, Texas"_s);
    same("other script", u"東京"_s, u"Tokyo"_s);
    different("two Portlands", u"Portland, Maine"_s, u"Portland, OR"_s);
    different("which Portland?", u"Portland"_s, u"Portland, Oregon"_s);
    different("which Springfield?", u"Springfield"_s, u"Springfield"_s);
    different("London in Ontario", u"London, ON"_s, u"London"_s);
    different("only a state", u"Texas"_s, u"Texas"_s);
    different("only a country", u"Germany"_s, u"Germany"_s);
    different("an area", u"Greater Chicago Area"_s, u"Greater Chicago Area"_s);
    different("inside a word", u"LA"_s, u"Oakland"_s);
    different("Paris in Texas", u"Paris, Texas"_s, u"Paris, France"_s);
}

void KnowledgeTest::towns()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QTEST(sameTown(a, b, m_knowledge), "same");
    QTEST(sameTown(b, a, m_knowledge), "same");
}

void KnowledgeTest::nothingIsSameAsUnknown()
{
    for (const QString &unknown : {QString(), u"N/A"_s, u"Not available"_s, u"-"_s, u"?!"_s}) {
        QVERIFY(!sameSchool(unknown, unknown, m_knowledge));
        QVERIFY(!sameCompany(unknown, unknown, m_knowledge));
        QVERIFY(!sameTown(unknown, unknown, m_knowledge));
        QVERIFY(!sameSchool(unknown, u"MIT"_s, m_knowledge));
    }
}

void KnowledgeTest::similarTitles()
{
    const SimilarTitles similar = m_knowledge.titles.similarTo(u"Sr. SWE"_s);
    QVERIFY(similar.same.contains(u"Software Developer"_s));
    QVERIFY(!similar.same.contains(u"Software Engineer"_s));
    QVERIFY(similar.near.contains(u"Full Stack Engineer"_s));
    QCOMPARE(similar.role, u"engineering"_s);
    QVERIFY(m_knowledge.titles.similarTo(u"Beekeeper"_s).same.isEmpty());
    QCOMPARE(m_knowledge.titles.rolesOf(u"Associate Product Manager, Payments").subRole,
             u"product_management"_s);
}

void KnowledgeTest::namesPointToOneGroupUnlessMeantTo()
{
    // An alias given to two schools by mistake would make both impossible to match.
    const QStringList meant {u"uw"_s, u"osu"_s, u"msu"_s, u"ucd"_s};
    const auto check = [&](const NameGroups &groups) {
        for (int group = 0; group < static_cast<int>(groups.count()); ++group) {
            for (const QString &name : groups.names(group)) {
                const bool single = groups.groupsNamed(name).size() == 1;
                QVERIFY2(single || meant.contains(name), qPrintable(name));
            }
        }
    };
    check(m_knowledge.schools.groups());
    check(m_knowledge.companies.groups());
}
