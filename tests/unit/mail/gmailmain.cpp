// SPDX-License-Identifier: GPL-3.0-or-later
#include "gmailtests.h"

#include <QCoreApplication>
#include <QTest>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    GmailWireTest wire;
    GmailClientTest client;
    GmailFaultsTest faults;
    GmailEmulatorTest emulator;
    int failed = 0;
    for (QObject *test : std::initializer_list<QObject *> {&wire, &client, &faults, &emulator}) {
        failed += QTest::qExec(test, argc, argv);
    }
    return failed;
}
