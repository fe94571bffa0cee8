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
#include <QSignalSpy>

#include <csignal>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace crema;
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes patience {2};

/// A file of people that does not end before the test wants it.
class SlowFile
{
public:
    explicit SlowFile(const QString &path) : m_path(QFile::encodeName(path))
    {
        std::signal(SIGPIPE, SIG_IGN); // who reads it may be gone
        ::mkfifo(m_path.constData(), 0600);
    }
    ~SlowFile() { end(); }
    Q_DISABLE_COPY_MOVE(SlowFile)

    /// Waits until somebody reads.
    [[nodiscard]] bool isRead()
    {
        return test::spinUntil(
                [this] {
                    return (m_end = ::open(m_path.constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC)) >= 0;
                },
                patience);
    }
    void end(const QByteArray &bytes = {})
    {
        if (m_end >= 0) {
            (void)!::write(m_end, bytes.constData(), static_cast<size_t>(bytes.size()));
            ::close(m_end);
            m_end = -1;
        }
    }

private:
    QByteArray m_path;
    int m_end = -1;
};

void send(const QProcess &process, int number)
{
    if (const auto id = static_cast<pid_t>(process.processId()); id > 0) { // 0 would be this very program
        ::kill(id, number);
    }
}

/// Waits until the program handles Ctrl+C.
bool hears(const QProcess &process)
{
    return test::spinUntil(
            [&] {
                const QString folder = u"/proc/%1/"_s.arg(process.processId());
                if (!QFile::symLinkTarget(folder + u"exe"_s).endsWith(u"crema-cli"_s)) {
                    return false; // still this program, on its way to become that one
                }
                QFile status(folder + u"status"_s);
                const QByteArray text = status.open(QIODevice::ReadOnly) ? status.readAll() : QByteArray();
                const QByteArray caught = text.mid(text.indexOf("SigCgt:") + 7).left(24).trimmed();
                return (caught.left(16).toULongLong(nullptr, 16) & (1U << (SIGINT - 1))) != 0;
            },
            patience);
}

bool hasHeard(QProcess &process, QByteArray &said)
{
    return test::spinUntil(
            [&] {
                said += process.readAllStandardError();
                return said.contains("Stopping");
            },
            patience);
}

void verifyCancelled(const Answer &answer)
{
    VERIFY_EXIT(answer, 130);
    const Json &error = member(answer.json(), "error");
    QCOMPARE(textAt(error, "code"), u"cancelled"_s);
    QVERIFY2(textAt(error, "message").contains(u"nothing was changed"_s), answer.inWords().constData());
}

constexpr auto people = "name,email\nAnn Lee,a@x.example\n";

} // namespace

void InterruptionTest::importIsCancelled_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("asked to end") << SIGTERM;
}

void InterruptionTest::importIsCancelled()
{
    QFETCH(int, number);
    const Cli cli;
    SlowFile file(cli.path(u"people.csv"_s));
    const auto process = cli.start(words(u"--json import people.csv --format csv"_s));
    QVERIFY(file.isRead());
    send(*process, number);
    QByteArray said;
    QVERIFY2(hasHeard(*process, said), said.constData());
    send(*process, number); // right behind it: "timeout" sends every signal twice
    file.end(people);
    verifyCancelled(ended(*process));
    QCOMPARE(cli.contacts(), 0);
}

void InterruptionTest::secondSignalEndsAtOnce()
{
    const Cli cli;
    SlowFile file(cli.path(u"people.csv"_s));
    const auto process = cli.start(words(u"import people.csv --format csv"_s));
    QVERIFY(file.isRead());
    QVERIFY(test::spinUntil(
            [&] {
                send(*process, SIGINT);
                return process->state() == QProcess::NotRunning;
            },
            patience));
    QCOMPARE(process->exitStatus(), QProcess::CrashExit); // by the signal, as a shell expects it
    file.end(people);
    QCOMPARE(cli.contacts(), 0);
    QVERIFY(boolAt(cli.json({u"check"_s}), "ok"));
}

void InterruptionTest::inputThatDoesNotCome()
{
    const Cli cli;
    const QString id = cli.added({u"firstName=Ann"_s});
    const auto process = cli.start({u"--json"_s, u"notes"_s, u"set"_s, id, u"-"_s});
    QVERIFY(hears(*process));
    process->write("half a no");
    send(*process, SIGINT);
    verifyCancelled(ended(*process));
    QCOMPARE(textAt(cli.json({u"contacts"_s, u"show"_s, id}), "notes"), QString());
}

void InterruptionTest::waitingForAnotherCommand()
{
    const Cli cli;
    QCOMPARE(cli.contacts(), 0);
    QLockFile lock(cli.path(u"ws/lock"_s));
    lock.setStaleLockTime(0);
    QVERIFY(lock.tryLock());
    const auto process = cli.start(words(u"--json contacts add firstName=Bob"_s));
    QVERIFY(hears(*process));
    send(*process, SIGINT);
    verifyCancelled(ended(*process));
    lock.unlock();
    QCOMPARE(cli.contacts(), 0);
}

void InterruptionTest::windowIsAskedToStop()
{
    const Cli cli;
    QCOMPARE(cli.contacts(), 0);
    QLockFile lock(cli.path(u"ws/lock"_s));
    lock.setStaleLockTime(0);
    QVERIFY(lock.tryLock());
    const auto workspace = store::Workspace::at(cli.workspace());
    VERIFY_OK(workspace);
    QLocalServer window;
    QVERIFY(window.listen(workspace->socketName()));
    QVector<Json> lines;
    QLocalSocket *socket = nullptr;
    QObject::connect(&window, &QLocalServer::newConnection, &window, [&] {
        socket = window.nextPendingConnection();
        QObject::connect(socket, &QLocalSocket::readyRead, socket, [&] {
            while (socket->canReadLine()) {
                lines << parseJson(socket->readLine()).value_or(Json());
            }
        });
    });
    const auto process = cli.start(words(u"import people.csv"_s));
    QVERIFY(test::spinUntil([&] { return lines.size() == 1; }, patience));
    send(*process, SIGINT);
    QByteArray said;
    QVERIFY2(hasHeard(*process, said), said.constData());
    QVERIFY(test::spinUntil([&] { return lines.size() == 2; }, patience));
    QVERIFY(boolAt(lines[1], "cancel"));
    socket->write(R"({"out": "", "err": "it was too late", "exitCode": 6})"
                  "\n");
    const Answer answer = ended(*process); // what came of it
    VERIFY_EXIT(answer, 6);
    QVERIFY(answer.err.contains("it was too late"));
}

void InterruptionTest::windowStops()
{
    const Cli cli;
    auto session = app::Session::open(cli.workspace(), {});
    VERIFY_OK(session);
    app::CommandServer server((*session)->services());
    QVERIFY(server.listen());
    SlowFile file(cli.path(u"people.csv"_s));
    QLocalSocket socket;
    socket.connectToServer((*session)->services().workspace.socketName());
    const QStringList line {u"--json"_s, u"import"_s, cli.path(u"people.csv"_s), u"--format"_s, u"csv"_s};
    socket.write(toBytes(Json {{"arguments", jsonTexts(line)}}) + '\n');
    QVERIFY(file.isRead());
    const QSignalSpy raised(&server, &app::CommandServer::raiseRequested);
    socket.write("{\"cancel\": true}\n{\"raise\": true}\n");
    QVERIFY(test::spinUntil([&] { return raised.size() == 1; }, patience)); // and so the line before is read
    file.end(people);
    QByteArray answer;
    QVERIFY(test::spinUntil(
            [&] {
                answer += socket.readAll();
                return answer.count('\n') == 2;
            },
            patience));
    QCOMPARE(intAt(parseJson(answer.split('\n')[1]).value_or(Json()), "exitCode"), 130);
    QCOMPARE(cli.contacts(), 0);
}

void InterruptionTest::cancelledElsewhereIsNoInterruption()
{
    const Cli cli;
    const QString id = cli.added({u"firstName=Ann"_s, u"lastName=Lee"_s});
    auto session = app::Session::open(cli.workspace(), {});
    VERIFY_OK(session);
    flows::Services &services = (*session)->services();
    TaskScope scope;
    QObject::connect(&services.jobs, &jobs::JobEngine::progressed, &services.jobs,
                     [&](const jobs::JobProgress &progress) {
                         scope.launch(services.jobs.cancel(progress.jobId), [](Result<>) { });
                     });
    app::CommandServer server(services);
    QVERIFY(server.listen());
    QLocalSocket socket;
    socket.connectToServer(services.workspace.socketName());
    const QStringList line {u"--json"_s, u"prep"_s, u"--contact"_s, id, u"--local"_s};
    socket.write(toBytes(Json {{"arguments", jsonTexts(line)}}) + '\n');
    QByteArray answer;
    QVERIFY(test::spinUntil(
            [&] {
                answer += socket.readAll();
                return answer.endsWith('\n');
            },
            patience));
    const Json ended = parseJson(answer).value_or(Json());
    QCOMPARE(intAt(ended, "exitCode"), 1);
    const Json error = parseJson(textAt(ended, "out").toUtf8()).value_or(Json());
    QCOMPARE(textAt(member(error, "error"), "code"), u"cancelled"_s);
}

void InterruptionTest::ignoredSignalsStayIgnored()
{
    const Cli cli;
    const Answer answer = cli.shell(
            u"trap '' INT; mkfifo in; $CLI --json import in --format csv & exec 3>in; kill -INT $!; "
            u"printf 'name\\nAnn Lee\\n' >&3; exec 3>&-; wait $!"_s);
    VERIFY_EXIT(answer, 0);
    QCOMPARE(cli.contacts(), 1);
}
