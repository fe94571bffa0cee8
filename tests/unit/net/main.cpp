// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    WaitingTest waiting;
    RedactionTest redaction;
    ClientTest client;
    FaultsTest faults;
    int failed = 0;
    for (QObject *test : std::initializer_list<QObject *> {&waiting, &redaction, &client, &faults})
        failed += QTest::qExec(test, argc, argv);
    return failed;
}
