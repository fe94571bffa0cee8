// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    ArchiveTest archive;
    RestoreTest restore;
    DamagedBackupTest damaged;
    FullDiskTest full;
    CheckTest check;
    RepairTest repair;
    DailyBackupTest daily;
    BackupCliTest cli;
    int failed = 0;
    for (QObject *test : std::initializer_list<QObject *> {&archive, &restore, &damaged, &full, &check,
                                                           &repair, &daily, &cli}) {
        failed += QTest::qExec(test, argc, argv);
    }
    return failed;
}
