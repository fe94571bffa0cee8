// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include <QGuiApplication>

int main(int argc, char **argv)
{
    const QGuiApplication app(argc, argv);
    ConnectTest connecting;
    PushTest push;
    SendTest send;
    AnswersTest answers;
    QueueTest queue;
    ConversationTest conversation;
    EmulatorTest emulator;
    int failed = 0;
    for (QObject *test : std::initializer_list<QObject *> {&connecting, &push, &send, &answers, &queue,
                                                           &conversation, &emulator}) {
        failed += QTest::qExec(test, argc, argv);
    }
    return failed;
}
