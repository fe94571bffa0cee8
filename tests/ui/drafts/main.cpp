// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "base/englishplurals.h"
#include "ui/support/viewmain.h"

int main(int argc, char *argv[])
{
    // No secret service: a test must not write into the keychain of whoever runs it.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    const QString pictures = qEnvironmentVariable("CREMA_GRAB");
    if (!pictures.isEmpty()) {
        QStandardPaths::setTestModeEnabled(true);
        const QApplication application(argc, argv);
        crema::EnglishPlurals plurals;
        QCoreApplication::installTranslator(&plurals);
        return drawPictures(pictures);
    }
    return crema::test::runViewTests<TestDraftListModel, TestDraftEditor, TestDraftTools, TestDraftReview,
                                     TestSpelling, TestDraftsView, TestDraftModel, TestMailbox>(argc, argv);
}
