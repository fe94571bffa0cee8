// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    WireTest wire;
    ReceiverTest receiver;
    OAuthTest oauth;
    RefusalsTest refusals;
    RenewedTokenTest renewed;
    EmulatorTest emulator;
    int failed = 0;
    for (QObject *test :
         std::initializer_list<QObject *> {&wire, &receiver, &oauth, &refusals, &renewed, &emulator})
        failed += QTest::qExec(test, argc, argv);
    return failed;
}
