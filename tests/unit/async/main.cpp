// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    if (argc == 2 && QByteArrayView(argv[1]) == "--leave-rudely")
        return leaveRudely(argc, argv);
    QCoreApplication app(argc, argv);
    TaskScopeTest taskScope;
    DelayTest delay;
    WorkerTest worker;
    CompletionTest completion;
    TurnsTest turns;
    ProgramTest program;
    ShutdownTest shutdown;
    int failed = 0;
    for (QObject *test : std::initializer_list<QObject *> {&taskScope, &delay, &worker, &completion, &turns,
                                                           &program, &shutdown})
        failed += QTest::qExec(test, argc, argv);
    return failed;
}
