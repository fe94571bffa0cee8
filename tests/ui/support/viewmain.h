// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/englishplurals.h"

#include <QApplication>
#include <QStandardPaths>
#include <QTest>

namespace crema::test {

/// The main function of a view's tests: an application with English plurals, and the test objects in turn.
template <typename... Tests>
int runViewTests(int argc, char *argv[])
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    crema::EnglishPlurals plurals;
    QCoreApplication::installTranslator(&plurals);
    int failed = 0;
    const auto run = [&](QObject &&test) { failed += QTest::qExec(&test, argc, argv); };
    (run(Tests()), ...);
    return failed == 0 ? 0 : 1;
}

} // namespace crema::test
