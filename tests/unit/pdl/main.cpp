// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    CasingTest casing;
    WireTest wire;
    AnswerCacheTest cache;
    PdlClientTest client;
    int failed = 0;
    for (QObject *test : std::initializer_list<QObject *> {&casing, &wire, &cache, &client})
        failed += QTest::qExec(test, argc, argv);
    return failed;
}
