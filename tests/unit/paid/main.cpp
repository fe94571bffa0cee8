// SPDX-License-Identifier: GPL-3.0-or-later
#include "../flows/killing.h"
#include "tests.h"

#include <QGuiApplication>
#include <QTest>

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() == 6 && arguments[1] == QLatin1StringView("--run-until-killed")) {
        return crema::flows::runUntilKilled(arguments[2], arguments[3], arguments[4], arguments[5].toUInt());
    }
    PaidFindTest find;
    PayOnceTest payOnce;
    PaidKillTest kill;
    int failed = 0;
    for (QObject *test : std::initializer_list<QObject *> {&find, &payOnce, &kill}) {
        failed += QTest::qExec(test, argc, argv);
    }
    return failed;
}
