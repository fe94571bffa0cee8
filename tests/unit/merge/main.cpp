// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    MergeTest merge;
    UnmergeTest unmerge;
    FindDuplicatesTest findDuplicates;
    int failed = 0;
    for (QObject *test : std::initializer_list<QObject *> {&merge, &unmerge, &findDuplicates}) {
        failed += QTest::qExec(test, argc, argv);
    }
    return failed;
}
