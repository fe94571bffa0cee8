// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    SystemStoreTest system;
    if (argc == 2 && QByteArrayView(argv[1]) == "--in-session") {
        return system.useRealStore();
    }
    KeychainTest keychain;
    int failed = QTest::qExec(&keychain, argc, argv);
    failed += QTest::qExec(&system, argc, argv);
    return failed;
}
