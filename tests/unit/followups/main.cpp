// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "base/englishplurals.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
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
