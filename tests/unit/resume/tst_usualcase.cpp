// SPDX-License-Identifier: GPL-3.0-or-later
#include "casetests.h"
#include "resume/facts.h"
#include "resume/usualcase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema::resume;

namespace {

void addRows(std::initializer_list<std::pair<const char *, const char *>> rows)
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    for (const auto &[text, expected] : rows) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    }
}

} // namespace

void UsualCaseTest::people_data()
{
    addRows({{"JANE DOE", "Jane Doe"},
             {"Jane Doe", "Jane Doe"},
             {"Jane DOE", "Jane Doe"},
             {"JANE M. DOE III", "Jane M. Doe III"},
             {"SEAN O'NEIL-MCDONALD", "Sean O'Neil-McDonald"},
             {"MARÍA DE LA CRUZ", "María de la Cruz"},
             {"JOHN SMITH JR.", "John Smith Jr."},
             {"J.P. ROE", "J.P. Roe"},
             {"TJ Roe", "TJ Roe"},
             {"TJ ROE", "TJ Roe"},
             {"BO NG", "Bo Ng"},
             {"ЖАННА ИВАНОВА", "Жанна Иванова"},
             {"Éloïse LE GOFF-MARTIN", "Éloïse Le Goff-Martin"},
             {"van den Berg", "van den Berg"},
             {"", ""}});
}

void UsualCaseTest::people()
{
    QFETCH(QString, text);
    QTEST(usualPersonCase(text), "expected");
}

void UsualCaseTest::titles_data()
{
    addRows({{"CORNELL UNIVERSITY", "Cornell University"},
             {"UNIVERSITY OF TEXAS AT AUSTIN", "University of Texas at Austin"},
             {"THE OHIO STATE UNIVERSITY", "The Ohio State University"},
             {"USC MARSHALL SCHOOL OF BUSINESS", "USC Marshall School of Business"},
             {"USC", "USC"},
             {"MIT", "MIT"},
             {"NYU", "NYU"},
             {"UCLA", "UCLA"},
             {"IBM CORPORATION", "IBM Corporation"},
             {"KPMG LLP", "KPMG LLP"},
             {"J.P. MORGAN", "J.P. Morgan"},
             {"AT&T INC.", "AT&T Inc."},
             {"KKR & CO.", "KKR & Co."},
             {"DELOITTE", "Deloitte"},
             {"YALE", "Yale"},
             {"BÄCKEREI GMBH", "Bäckerei GmbH"},
             {"LOS ANGELES, CA", "Los Angeles, CA"},
             {"BACHELOR OF SCIENCE IN ECONOMICS", "Bachelor of Science in Economics"},
             {"MBA, FINANCE", "MBA, Finance"},
             {"B.S. IN ECONOMICS", "B.S. in Economics"},
             {"Cornell UNIVERSITY", "Cornell UNIVERSITY"},
             {"東京大学", "東京大学"}});
}

void UsualCaseTest::titles()
{
    QFETCH(QString, text);
    QTEST(usualTitleCase(text), "expected");
}

void UsualCaseTest::facts()
{
    const auto facts = readFacts(
            u"JANE DOE\njane@x.example\n\nEDUCATION\nCORNELL UNIVERSITY, Ithaca, NY\n"
            "Bachelor of Arts in Economics, May 2026\n\nEXPERIENCE\nBANK OF AMERICA\n"
            "Summer Analyst, June 2025 - August 2025\n- Built a model of MBS prices\n"_s);
    QCOMPARE(facts.name.text, u"Jane Doe"_s);
    QCOMPARE(facts.university.text, u"Cornell University"_s);
    QCOMPARE(facts.companies.size(), 1);
    QCOMPARE(facts.companies[0].text, u"Bank of America"_s);
    QCOMPARE(facts.experience.value(0).text, u"Built a model of MBS prices"_s);
}
