// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdl/casing.h"
#include "tests.h"

using namespace crema;
using namespace Qt::StringLiterals;

void CasingTest::spellsNames_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"Marisol"_s,       u"McDonald"_s,     u"O'Neil"_s,      u"D’Angelo"_s,
                                u"van der Veldt"_s, u"de la Cuesta"_s, u"Smith-Jones"_s, u"O'Neil-McDonald"_s,
                                u"Smith III"_s,     u"King Jr."_s,     u"Macy"_s,        u"MacDonald"_s,
                                u"Van"_s,           u"Le"_s,           u"Mary Ann"_s,    u"Élodie"_s,
                                u"Øster"_s,         u"王"_s,           u"Mci"_s,         QString()}) {
        QTest::addRow("%s", qPrintable(name)) << name;
    }
}

void CasingTest::spellsNames()
{
    QFETCH(QString, name);
    QCOMPARE(pdl::properName(name.toLower()), name);
    QCOMPARE(pdl::properName(name), name); // what has capitals stays
}

void CasingTest::spellsTheRest()
{
    for (const QString &title :
         {u"VP of HR"_s, u"Senior Software Engineer II"_s, u"Chief of Staff to the CEO"_s,
          u"UI/UX Designer"_s, u"M&A Analyst (EMEA)"_s, u"Co-Founder"_s}) {
        QCOMPARE(pdl::properTitle(title.toLower()), title);
    }
    for (const QString &firm :
         {u"Pinecrest Energy LLC"_s, u"IBM"_s, u"JPMorgan Chase & Co."_s, u"McKinsey & Company"_s, u"AT&T"_s,
          u"Bank of America"_s, u"Larkmoor USA, Inc."_s, u"McDonald's"_s, u"Boston Consulting Group (BCG)"_s,
          u"University of Northmere"_s, u"3M"_s}) {
        QCOMPARE(pdl::properFirm(firm.toLower()), firm);
    }
    QCOMPARE(pdl::properPlace(u"new york, new york, united states"_s),
             u"New York, New York, United States"_s);
    QCOMPARE(pdl::properPlace(u"isle of wight, england"_s), u"Isle of Wight, England"_s);
}
