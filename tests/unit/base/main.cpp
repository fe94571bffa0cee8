// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    DatesTest dates;
    JsonTest json;
    NormalisingTest normalising;
    ParallelTest parallel;
    PathsTest paths;
    PluralsTest plurals;
    ProcessesTest processes;
    SavedFilesTest savedFiles;
    TextMergeTest textMerge;
    TextDiffTest textDiff;
    int failed = 0;
    for (QObject *test :
         std::initializer_list<QObject *> {&dates, &json, &normalising, &parallel, &paths, &plurals,
                                           &processes, &savedFiles, &textMerge, &textDiff}) {
        failed += QTest::qExec(test, argc, argv);
    }
    return failed;
}
