// SPDX-License-Identifier: GPL-3.0-or-later
#include "killing.h"
#include "tests.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments[1] == QLatin1StringView("--run-until-killed")) {
        return crema::jobs::runUntilKilled(arguments[2], arguments[3], arguments[4].toUInt());
    }
    JobEngineTest engine;
    TwoJobsTest twoJobs;
    JobKillTest kill;
    int failed = 0;
    for (QObject *test : std::initializer_list<QObject *> {&engine, &twoJobs, &kill}) {
        failed += QTest::qExec(test, argc, argv);
    }
    return failed;
}
