// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"
#include "support/spin.h"
#include "tests.h"

#include <QFile>
#include <QFileInfo>

#include <csignal>

using namespace crema;
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes patience {2};

/// Waits until the program handles the signal. Until it runs, its process has the handlers of this one.
bool hears(const QProcess &process, int number)
{
    return test::spinUntil(
            [&] {
                const QString program = QFileInfo(u"/proc/%1/exe"_s.arg(process.processId())).symLinkTarget();
                QFile status(u"/proc/%1/status"_s.arg(process.processId()));
                const QByteArray text = status.open(QIODevice::ReadOnly) ? status.readAll() : QByteArray();
                const QByteArray caught = text.mid(text.indexOf("SigCgt:") + 7).left(24).trimmed();
                return program == QFileInfo(process.program()).canonicalFilePath()
                        && (caught.left(16).toULongLong(nullptr, 16) & (1ULL << (number - 1))) != 0;
            },
            patience);
}

} // namespace

void WindowProgramTest::saysWhatItCanWithoutADisplay_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("help") << u"--help"_s << QByteArray("--workspace");
    QTest::newRow("help, short") << u"-h"_s << QByteArray("--workspace");
    QTest::newRow("version") << u"--version"_s << QByteArray("crema ");
}

void WindowProgramTest::saysWhatItCanWithoutADisplay()
{
    QFETCH(QString, option);
    QFETCH(QByteArray, said);
    const Cli cli;
    const auto process = cli.startWindow({option}, u"xcb"_s);
    const Answer answer = ended(*process);
    VERIFY_EXIT(answer, 0);
    QVERIFY2(answer.out.contains(said), answer.inWords().constData());
}

void WindowProgramTest::endsInOrder_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("asked to end") << SIGTERM;
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("its terminal is closed") << SIGHUP;
}

void WindowProgramTest::endsInOrder()
{
    QFETCH(int, number);
    const Cli cli;
    const auto process = cli.startWindow({u"--workspace"_s, cli.workspace()}, u"offscreen"_s);
    QVERIFY(hears(*process, number));
    ::kill(static_cast<pid_t>(process->processId()), number);
    VERIFY_EXIT(ended(*process), 0);
    QCOMPARE(process->exitStatus(), QProcess::NormalExit);
}
