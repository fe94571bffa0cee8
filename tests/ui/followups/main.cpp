// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "base/englishplurals.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLocale>
#include <QTest>

int main(int argc, char *argv[])
{
    QLocale::setDefault(QLocale::c());
    QApplication app(argc, argv);
    crema::EnglishPlurals plurals;
    QCoreApplication::installTranslator(&plurals);
    const QString pictures = qEnvironmentVariable("CREMA_GRAB");
    if (!pictures.isEmpty()) {
        return drawPictures(pictures);
    }
    qunsetenv("DBUS_SESSION_BUS_ADDRESS"); // the tests never reach the desktop they run on
    crema::ui::Theme theme(crema::ui::SchemeChoice::light);
    int failed = 0;
    TestDueList dueList;
    failed += QTest::qExec(&dueList, argc, argv);
    TestReminders reminders;
    failed += QTest::qExec(&reminders, argc, argv);
    TestDesktopNotices notices;
    failed += QTest::qExec(&notices, argc, argv);
    return failed == 0 ? 0 : 1;
}
