// SPDX-License-Identifier: GPL-3.0-or-later
#include "maildesk.h"
#include "tests.h"

#include <QCoreApplication>
#include <QProcess>

using namespace crema;
using namespace crema::flows;

namespace {

constexpr int emails = 24;
constexpr int mostRuns = 60;
constexpr int fewestKills = 4;
constexpr quint32 firstSeed = 2611;

struct Ended
{
    bool wasKilled = false;
    int code = -1;
};

/// Runs the other half in its own process until it dies or is done.
Ended sendApart(const QString &folder, const QUrl &gmail, quint32 seed)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  {u"--send-until-killed"_s, folder, gmail.toString(), QString::number(seed)});
    if (!process.waitForFinished(-1)) {
        return {};
    }
    return {process.exitStatus() == QProcess::CrashExit, process.exitCode()};
}

} // namespace

void SendKillTest::eachIsSentOnce()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(emails));
    desk.close();
    // Gmail takes a while, before and after it does its work: a kill falls into both.
    server.fault({{"path", "/drafts*"}, {"kind", "slow"}, {"ms", 15}, {"times", -1}});
    int kills = 0;
    bool isDone = false;
    for (quint32 run = 0; !isDone && run < mostRuns; ++run) {
        const Ended ended = sendApart(desk.folder, server.url({}), firstSeed + run);
        QVERIFY2(ended.wasKilled || ended.code == 0 || ended.code == 2, "the other half failed");
        kills += ended.wasKilled ? 1 : 0;
        isDone = ended.code == 0 && !ended.wasKilled;
    }
    QCOMPARE(sendApart(desk.folder, server.url({}), 0).code, 0); // and once more, in peace
    QVERIFY2(kills >= fewestKills, QByteArray::number(kills).constData());

    QStringList reached;
    for (const Json &one : server.sent()) {
        reached << textsAt(one, "to");
    }
    QCOMPARE(reached.size(), emails);
    QCOMPARE(QSet<QString>(reached.cbegin(), reached.cend()).size(), emails);
    QCOMPARE(server.drafts().size(), 0); // nor is a second draft of any left to be sent by hand
    VERIFY_OK(desk.open());
    for (int i = 0; i < emails; ++i) {
        QCOMPARE(desk.mark(i).state, SendState::sent);
    }
    QCOMPARE(desk.unsound(), QString());
}
