// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == QLatin1StringView("--write-until-killed")) {
        return writeUntilKilled(arguments[2], arguments[3].toUInt());
    }
    StoreTest store;
    KillTest kill;
    UndoTest undo;
    RestoreTest restore;
    RecordsTest records;
    ContactRecordTest contactRecord;
    RetentionTest retention;
    MigrationTest migration;
    BadInputTest badInput;
    SearchTest search;
    ConcurrencyTest concurrency;
    ListsTest lists;
    PeopleTest people;
    int failed = 0;
    for (QObject *test : std::initializer_list<QObject *> {&store, &undo, &restore, &records, &contactRecord,
                                                           &retention, &migration, &badInput, &search,
                                                           &concurrency, &lists, &people, &kill}) {
        failed += QTest::qExec(test, argc, argv);
    }
    return failed;
}
