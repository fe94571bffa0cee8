// SPDX-License-Identifier: GPL-3.0-or-later
#include "modelfactstest.h"

#include "resume/facts.h"
#include "resume/modelfacts.h"

#include <QTest>

using namespace crema;
using namespace crema::resume;
using namespace Qt::StringLiterals;

namespace {

const QString resumeText = u"ROBIN SAMPLE\n" // 1
                           "12 Harbour Street, Galway | robin@students.example\n"
                           "+353 91 555 0123\n"
                           "\n"
                           "EDUCATION\n" // 5
                           "École des Vents\tGalway\n"
                           "Diploma in Wave Physics, 2023 - 2027\n"
                           "Summer term at Elsewhere College\n"
                           "\n"
                           "EXPERIENCE\n" // 10
                           "Halden Pike\tDublin\n"
                           "Research Assistant\t2024 - 2025\n"
                           "• Modelled the prices of ferries for Globex and\n"
                           "wrote the report on them\n"
                           "• See https://pike.example/report for all of it\n" // 15
                           "\n"
                           "REFERENCES\n"
                           "Ana Other, ana@other.example, Halden Pike\n"_s;

GroundedFacts grounded(const QVector<ProposedFact> &proposed, const QString &text = resumeText)
{
    return groundedFacts(proposed, text, {});
}

QString told(const WritingStyle &style, const QString &text = resumeText)
{
    QStringList lines;
    for (const ResumeLine &line : tellableText(text, style).lines) {
        lines << u"%1 %2"_s.arg(line.line).arg(line.text);
    }
    return lines.join(u'\n');
}

} // namespace

void ModelFactsTest::onlyWhatStandsThereCounts_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("expected"); // the line, 0: refused
    const auto row = [](const char *what, const char *field, const QString &text, int line, int expected) {
        QTest::newRow(what) << QString::fromLatin1(field) << text << line << expected;
    };
    row("an employer", "companies", u"Halden Pike"_s, 11, 11);
    row("at another line than it says", "companies", u"Halden Pike"_s, 3, 11);
    row("an employer that is not there", "companies", u"Initech"_s, 11, 0);
    row("a part of a word", "companies", u"Hald"_s, 11, 0);
    row("named in what was done", "companies", u"Globex"_s, 13, 0);
    row("a part of a name", "companies", u"Pike"_s, 11, 0);
    row("a place", "companies", u"Dublin"_s, 11, 0);
    row("where only a term was spent", "university", u"Elsewhere College"_s, 8, 0);
    row("what is studied is no school", "university", u"Diploma in Wave Physics"_s, 7, 0);
    row("a title", "companies", u"Research Assistant"_s, 12, 0);
    row("a school is no employer", "companies", u"École des Vents"_s, 6, 0);
    row("among the references", "companies", u"Ana Other"_s, 18, 0);
    row("a school", "university", u"École des Vents"_s, 6, 6);
    row("without its accent", "university", u"Ecole des Vents"_s, 6, 0);
    row("an employer is no school", "university", u"Halden Pike"_s, 11, 0);
    row("half of what was done", "experience", u"Modelled the prices of ferries"_s, 13, 0);
    row("what was done, without its beginning", "experience", u"the prices of ferries for Globex and"_s, 13,
        0);
    row("over two lines", "experience",
        u"Modelled the prices of ferries for Globex and wrote the report on them"_s, 13, 13);
    row("said in other words", "experience", u"Analysed ferry prices for Globex"_s, 13, 0);
    row("a header is nothing done", "experience", u"Halden Pike Dublin Research Assistant"_s, 11, 0);
    row("too short", "experience", u"Modelled"_s, 13, 0);
    row("a study is nothing done", "experience", u"Diploma in Wave Physics"_s, 7, 0);
    row("a name", "name", u"Robin Sample"_s, 1, 1);
    row("somebody else's name", "name", u"Ana Other"_s, 18, 0);
    row("nobody asked", "hometown", u"Galway"_s, 2, 0);
    row("nothing", "companies", u"  "_s, 11, 0);
    row("a place outside the text", "companies", u"Halden Pike"_s, 9999, 11);
}

void ModelFactsTest::onlyWhatStandsThereCounts()
{
    QFETCH(const QString, field);
    QFETCH(const QString, text);
    QFETCH(const int, line);
    QFETCH(const int, expected);
    const GroundedFacts good = grounded({{field, text, line}});
    QCOMPARE(good.refused.isEmpty(), expected > 0);
    const ResumeLine single = factOf(good.facts, field);
    const QVector<ResumeLine> list = factListOf(good.facts, field);
    QCOMPARE(list.isEmpty() ? single.line : list.constFirst().line, expected);
}

void ModelFactsTest::theTextsOwnWordingIsKept()
{
    const auto good = grounded(
            {{u"name"_s, u"robin sample"_s, 1},
             {u"companies"_s, u"halden pike"_s, 11},
             {u"experience"_s, u"modelled the PRICES of ferries for Globex and wrote the report on them"_s,
              13}});
    QCOMPARE(good.refused, QStringList());
    QCOMPARE(good.facts.name.text, u"Robin Sample"_s);
    QCOMPARE(good.facts.companies, (QVector<ResumeLine> {{u"Halden Pike"_s, 11}}));
    QCOMPARE(good.facts.experience,
             (QVector<ResumeLine> {
                     {u"Modelled the prices of ferries for Globex and wrote the report on them"_s, 13}}));
}

void ModelFactsTest::whatHangsOnASchoolStandsBesideIt()
{
    const QVector<ProposedFact> degree {{u"degree"_s, u"Diploma"_s, 7},
                                        {u"major"_s, u"Wave Physics"_s, 7},
                                        {u"graduationYear"_s, u"2027"_s, 7}};
    QCOMPARE(grounded(degree).refused.size(), 3); // of what school?
    auto all = degree;
    all << ProposedFact {u"university"_s, u"École des Vents"_s, 6}; // also when it comes last
    const ResumeFacts facts = grounded(all).facts;
    QCOMPARE(facts.degree.text, u"Diploma"_s);
    QCOMPARE(facts.major.text, u"Wave Physics"_s);
    QCOMPARE(facts.graduationYear.text, u"2027"_s);
    all[2].text = u"2023"_s; // it began then
    QCOMPARE(grounded(all).facts.graduationYear.text, QString());
    ResumeFacts own;
    own.university = {u"Elsewhere"_s, 40}; // the school that was read stands far away
    QCOMPARE(groundedFacts(all, resumeText, own).facts.degree.text, QString());
    QCOMPARE(grounded({{u"university"_s, u"École des Vents"_s, 6}, {u"graduationYear"_s, u"2025"_s, 12}})
                     .refused.size(),
             1); // that year stands under work
}

void ModelFactsTest::aResumeWithoutHeadings()
{
    const QString bare =
            u"Robin Sample\nÉcole des Vents, 2023 - 2027\nHalden Pike, Research Assistant, 2024\n"
            "• Modelled the prices of ferries\n"_s;
    const auto good = grounded({{u"university"_s, u"École des Vents"_s, 2},
                                {u"experience"_s, u"Modelled the prices of ferries"_s, 4}},
                               bare);
    QCOMPARE(good.refused, QStringList());
    QCOMPARE(good.facts.university.line, 2);
}

void ModelFactsTest::whatIsWithheldIsNotTold()
{
    WritingStyle style;
    style.withholdSchool = true;
    const QString text = told(style);
    for (const char *kept : {"Harbour Street", "robin@", "555", "École", "Diploma", "Ana Other", "https"}) {
        QVERIFY2(!text.contains(QString::fromUtf8(kept)), kept);
    }
    QVERIFY(text.contains(u"11 Halden Pike | Dublin"_s));
    QVERIFY(text.contains(u"15 • See [withheld] for all of it"_s));
    QVERIFY(text.contains(u"12 Research Assistant | 2024 - 2025"_s)); // years are no phone number
    QCOMPARE(tellableText(resumeText, style).withheld.size(), 3);
}

void ModelFactsTest::contactDetailsAreWithheldWhereverTheyStand()
{
    const QString text =
            u"Robin Sample | Galway\nOne\nTwo\nThree\nFour\nFive\nSix\nSeven\n\nEXPERIENCE\nHalden "
            "Pike\tDublin\nResearch Assistant\t2024\n\nCONTACT\nSalthill, Galway\n"_s;
    const QString words = told({}, text);
    QVERIFY2(words.startsWith(u"1 Robin Sample\n"_s), qPrintable(words));
    QVERIFY(!words.contains(u"Galway"_s));
    QVERIFY(words.contains(u"Halden Pike"_s));
}

void ModelFactsTest::nothingIsWithheldThatNeedNot()
{
    WritingStyle style;
    style.withholdAddress = false;
    style.withholdPhone = false;
    const QString text = told(style);
    QVERIFY(text.contains(u"robin@students.example"_s));
    QVERIFY(text.contains(u"+353 91 555 0123"_s));
    QVERIFY(text.contains(u"École des Vents"_s));
    QVERIFY(!text.contains(u"Ana Other"_s)); // of other people nothing is told
    QCOMPARE(tellableText(resumeText, style).withheld.size(), 1);
}
