// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/englishplurals.h"
#include "tests.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

void PluralsTest::numbers_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("words");
    QTest::newRow("%n person(s) imported") << 130000 << u"130,000 people imported"_s;
    QTest::newRow("Import %n person(s)") << 1 << u"Import 1 person"_s;
    QTest::newRow("and %n more") << 2500 << u"and 2,500 more"_s;
    QTest::newRow("%1: %n contact(s)") << 999 << u"%1: 999 contacts"_s;
    QTest::newRow("no number") << -1 << u"no number"_s;
}

void PluralsTest::numbers()
{
    QFETCH(int, count);
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    crema::EnglishPlurals plurals;
    QCoreApplication::installTranslator(&plurals);
    const QString words = QCoreApplication::translate("test", QTest::currentDataTag(), nullptr, count);
    QCoreApplication::removeTranslator(&plurals);
    QLocale::setDefault(before);
    QTEST(words, "words");
}
