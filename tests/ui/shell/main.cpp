// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QTest>

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    crema::ui::Theme theme(crema::ui::SchemeChoice::light);
    int failed = 0;
    TestPalette palette;
    failed += QTest::qExec(&palette, argc, argv);
    TestSearchBox searchBox;
    failed += QTest::qExec(&searchBox, argc, argv);
    TestStatusLine statusLine;
    failed += QTest::qExec(&statusLine, argc, argv);
    TestStandingNotices standingNotices;
    failed += QTest::qExec(&standingNotices, argc, argv);
    TestMainWindow mainWindow;
    failed += QTest::qExec(&mainWindow, argc, argv);
    return failed == 0 ? 0 : 1;
}
