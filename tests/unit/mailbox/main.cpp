// SPDX-License-Identifier: GPL-3.0-or-later
#include "sendkilling.h"
#include "tests.h"

#include <QGuiApplication>

int main(int argc, char **argv)
{
    const QGuiApplication app(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() == 5 && arguments[1] == QLatin1StringView("--send-until-killed")) {
        return crema::flows::sendUntilKilled(arguments[2], QUrl(arguments[3]), arguments[4].toUInt());
    }
    ConnectTest connecting;
    PushTest push;
    SendTest send;
    SendKillTest sendKill;
    AnswersTest answers;
    QueueTest queue;
    ConversationTest conversation;
    EmulatorTest emulator;
    int failed = 0;
    for (QObject *test : std::initializer_list<QObject *> {&connecting, &push, &send, &sendKill, &answers,
                                                           &queue, &conversation, &emulator}) {
        failed += QTest::qExec(test, argc, argv);
    }
    return failed;
}
