// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "ui/support/viewmain.h"

int main(int argc, char *argv[])
{
    if (const QString folder = qEnvironmentVariable("CREMA_GRAB"); !folder.isEmpty()) {
        QStandardPaths::setTestModeEnabled(true);
        QApplication application(argc, argv);
        crema::EnglishPlurals plurals;
        QCoreApplication::installTranslator(&plurals);
        const int people = qEnvironmentVariableIntValue("CREMA_STALLS");
        return people > 0 ? measureStalls(people, folder) : drawWindowPictures(folder);
    }
    return crema::test::runViewTests<TestDrops, TestInterrupted, TestRepairDialog, TestWindowEnd,
                                     TestWindowKeys>(argc, argv);
}
