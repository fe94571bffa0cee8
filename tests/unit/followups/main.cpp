// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "base/englishplurals.h"

#include <QCoreApplication>
#include <QLocale>

#include <ctime>

int main(int argc, char **argv)
{
    // The days and words of the tests are those of this place; the tests that travel say so.
    qputenv("TZ", "UTC");
    tzset();
    QLocale::setDefault(QLocale::c());
    QCoreApplication app(argc, argv);
    crema::EnglishPlurals plurals;
    QCoreApplication::installTranslator(&plurals);
    TestFollowUpFlow flow;
    TestFollowUpKeeping keeping;
    TestFollowUpWatch watch;
    TestICalendar calendar;
    TestMeeting meeting;
    TestTags tags;
    int failed = 0;
    for (QObject *test :
         std::initializer_list<QObject *> {&flow, &keeping, &watch, &calendar, &meeting, &tags}) {
        failed += QTest::qExec(test, argc, argv);
    }
    return failed;
}
