// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "ui/support/viewmain.h"

int main(int argc, char *argv[])
{
    if (const QString folder = qEnvironmentVariable("CREMA_GRAB"); !folder.isEmpty()) {
        QStandardPaths::setTestModeEnabled(true);
        const QApplication application(argc, argv);
        crema::EnglishPlurals plurals;
        QCoreApplication::installTranslator(&plurals);
        drawResumes(folder);
        return 0;
    }
    return crema::test::runViewTests<TestAccountView, TestResumes>(argc, argv);
}
