// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    qputenv("QTEST_FUNCTION_TIMEOUT", "1500000"); // the five minutes of Qt Test are short for a busy machine
    QCoreApplication app(argc, argv);
    ContractTest contract;
    NewsTest news;
    RecordsTest records;
    UsageTest usage;
    StreamsTest streams;
    FilesTest files;
    WorkspaceTest workspace;
    WritersTest writers;
    InterruptionTest interruption;
    WindowProgramTest window;
    int failed = 0;
    for (QObject *test :
         std::initializer_list<QObject *> {&usage, &contract, &news, &records, &streams, &files, &workspace,
                                           &writers, &interruption, &window}) {
        failed += QTest::qExec(test, argc, argv);
    }
    return failed;
}
