// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    ServerTest server;
    EventStreamTest stream;
    JsonAnswerTest json;
    LlmWireTest wire;
    LlmClientTest client;
    int failed = 0;
    for (QObject *test : std::initializer_list<QObject *> {&server, &stream, &json, &wire, &client})
        failed += QTest::qExec(test, argc, argv);
    return failed;
}
