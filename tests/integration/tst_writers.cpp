// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"
#include "commands/commandserver.h"
#include "composition/session.h"
#include "support/spin.h"
#include "tests.h"

#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>

#include <array>
#include <vector>

#include <sys/inotify.h>
#include <unistd.h>

using namespace crema;
using namespace Qt::StringLiterals;

namespace {

QString socketOf(const Cli &cli)
{
    const auto workspace = store::Workspace::at(cli.workspace());
    return workspace ? workspace->socketName() : QString();
}

/// Whether somebody has opened a file since.
class Opens
{
public:
    explicit Opens(const QString &path) : m_watch(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    {
        ::inotify_add_watch(m_watch, QFile::encodeName(path).constData(), IN_OPEN);
    }
    ~Opens() { ::close(m_watch); }
    Q_DISABLE_COPY_MOVE(Opens)

    [[nodiscard]] bool any()
    {
        std::array<char, 4096> events {};
        return ::read(m_watch, events.data(), events.size()) > 0;
    }

private:
    int m_watch;
};

} // namespace

void WritersTest::manyAtOnce()
{
    const Cli cli; // without a workspace yet: the first to come makes it
    std::vector<std::unique_ptr<QProcess>> running;
    for (int i = 0; i < 6; ++i) {
        running.push_back(cli.start({u"contacts"_s, u"add"_s, u"firstName=P%1"_s.arg(i)}));
        running.push_back(cli.start(words(u"contacts list"_s)));
    }
    for (const auto &process : running) {
        VERIFY_EXIT(ended(*process), 0);
    }
    QCOMPARE(cli.contacts(), 6);
    QVERIFY(boolAt(cli.json({u"check"_s}), "ok"));
}

void WritersTest::secondWaits()
{
    const Cli cli;
    QCOMPARE(cli.contacts(), 0);
    QLockFile lock(cli.path(u"ws/lock"_s));
    lock.setStaleLockTime(0);
    QVERIFY(lock.tryLock());
    Opens looked(cli.path(u"ws/lock"_s));
    const auto waiting = cli.start(words(u"contacts add firstName=Bob"_s));
    QVERIFY(test::spinUntil([&] { return looked.any(); }, std::chrono::minutes(2)));
    QCOMPARE(waiting->state(), QProcess::Running);
    lock.unlock();
    VERIFY_EXIT(ended(*waiting), 0);
    QCOMPARE(cli.contacts(), 1);
}

void WritersTest::windowAnswers()
{
    const Cli cli;
    cli.write(u"people.csv"_s, "name,email\nZoë Lee,z@x.example\n,,\n");
    auto session = app::Session::open(cli.workspace(), {});
    VERIFY_OK(session);
    app::CommandServer server((*session)->services());
    QVERIFY(server.listen());
    // Relative to where the user is, not to the window's folder.
    const Answer imported = cli.run(words(u"--json import people.csv"_s));
    VERIFY_EXIT(imported, 0);
    QCOMPARE(intAt(imported.json(), "created"), 1);
    const Answer plain = cli.run({u"contacts"_s, u"add"_s, u"firstName=Bob"_s});
    VERIFY_EXIT(plain, 0);
    QVERIFY(plain.out.contains("Bob"));
    VERIFY_EXIT(cli.run(words(u"contacts add shoeSize=40"_s)), 2);
    const Answer unknown = cli.run(words(u"--json contacts set nobody firstName=Q"_s));
    VERIFY_EXIT(unknown, 1);
    QCOMPARE(textAt(member(unknown.json(), "error"), "code"), u"not_found"_s);
    QCOMPARE(cli.contacts(), 2);
    VERIFY_EXIT(cli.run({u"undo"_s}), 0);
    QCOMPARE(cli.contacts(), 1);
}

/// Whether a command was carried out is not known when the window went away: it is told, and not run once
/// more.
void WritersTest::windowThatClosesIsNotAskedTwice()
{
    const Cli cli;
    QCOMPARE(cli.contacts(), 0);
    QLockFile lock(cli.path(u"ws/lock"_s));
    lock.setStaleLockTime(0);
    QVERIFY(lock.tryLock());
    QLocalServer window;
    QLocalServer::removeServer(socketOf(cli));
    QVERIFY(window.listen(socketOf(cli)));
    int asked = 0;
    QObject::connect(&window, &QLocalServer::newConnection, &window, [&] {
        QLocalSocket *socket = window.nextPendingConnection();
        QObject::connect(socket, &QLocalSocket::readyRead, socket, [&, socket] {
            if (socket->canReadLine()) {
                ++asked;
                socket->abort();
                lock.unlock(); // gone
            }
        });
    });
    const Answer answer = cli.run(words(u"--json contacts add firstName=Ann"_s));
    VERIFY_EXIT(answer, 1);
    QVERIFY2(answer.err.contains("closed before it answered"), answer.inWords().constData());
    QVERIFY(!boolAt(member(answer.json(), "error"), "retryable", true));
    QCOMPARE(asked, 1);
    QCOMPARE(cli.contacts(), 0);
}
