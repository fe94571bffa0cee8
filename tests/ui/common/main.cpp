// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QTest>

int main(int argc, char *argv[])
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS"); // the desktop of whoever runs the tests stays out of them
    QApplication app(argc, argv);
    crema::ui::Theme theme(crema::ui::SchemeChoice::light);
    int failed = 0;
    TestTheme testTheme;
    failed += QTest::qExec(&testTheme, argc, argv);
    TestSystemScheme testSystemScheme;
    failed += QTest::qExec(&testSystemScheme, argc, argv);
    TestWidgets testWidgets;
    failed += QTest::qExec(&testWidgets, argc, argv);
    TestPdfView testPdfView;
    failed += QTest::qExec(&testPdfView, argc, argv);
    return failed == 0 ? 0 : 1;
}
