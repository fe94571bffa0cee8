// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"

#include "support/spin.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace crema;
using namespace Qt::StringLiterals;

namespace {

// A net for a program that hangs; the slowest run here takes seconds.
constexpr std::chrono::milliseconds runLimit {300'000};

bool hasType(const Json &value, const QString &type)
{
    return type == "any"_L1 || (type == "text"_L1 && value.is_string())
            || (type == "number"_L1 && value.is_number()) || (type == "list"_L1 && value.is_array())
            || (type == "object"_L1 && value.is_object()) || (type == "flag"_L1 && value.is_boolean());
}

} // namespace

QByteArray Answer::inWords() const
{
    return "exit " + QByteArray::number(exitCode) + "\nout: " + out.left(2000) + "\nerr: " + err.left(2000);
}

Cli::Cli()
{
    QDir(m_folder.path()).mkpath(u"home"_s);
}

void Cli::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray Cli::bytesOf(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QProcessEnvironment Cli::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"CREMA_CONFIG"_s);
    environment.remove(u"GOOGLE_CLIENT_ID"_s); // nobody connects a real account
    environment.insert(u"HOME"_s, path(u"home"_s));
    environment.insert(u"XDG_DATA_HOME"_s, path(u"home/data"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, path(u"home/config"_s));
    for (const QString &outside : {u"NEWS_BASE_URL"_s, u"SERPAPI_BASE_URL"_s}) {
        if (!environment.contains(outside)) {
            environment.insert(outside, u"http://127.0.0.1:9"_s); // nobody: no test leaves this computer
        }
    }
    return environment;
}

std::unique_ptr<QProcess> Cli::start(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment());
    process->setWorkingDirectory(m_folder.path());
    process->start(programPath(), QStringList {u"--workspace"_s, workspace()} + arguments);
    return process;
}

std::unique_ptr<QProcess> Cli::startWindow(const QStringList &arguments, const QString &platform) const
{
    QProcessEnvironment without = environment();
    without.remove(u"DISPLAY"_s);
    without.remove(u"WAYLAND_DISPLAY"_s);
    without.insert(u"QT_QPA_PLATFORM"_s, platform);
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(without);
    process->setWorkingDirectory(m_folder.path());
    process->start(QFileInfo(programPath()).dir().filePath(u"crema"_s), arguments);
    return process;
}

Answer Cli::run(const QStringList &arguments, const QByteArray &standardInput) const
{
    const auto process = start(arguments);
    process->write(standardInput);
    process->closeWriteChannel();
    return ended(*process);
}

Json Cli::json(const QStringList &arguments) const
{
    return run(QStringList {u"--json"_s} + arguments).json();
}

Answer Cli::shell(const QString &line) const
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.setWorkingDirectory(m_folder.path());
    QString whole = line;
    whole.replace(u"$CLI"_s, u"\"%1\" --workspace \"%2\""_s.arg(programPath(), workspace()));
    process.start(u"/bin/bash"_s, {u"-c"_s, whole});
    process.closeWriteChannel();
    return ended(process);
}

qint64 Cli::contacts() const
{
    return intAt(json({u"contacts"_s, u"list"_s, u"--limit"_s, u"1"_s}), "total", -1);
}

QString Cli::added(const QStringList &fields) const
{
    return textAt(json(QStringList {u"contacts"_s, u"add"_s} + fields), "id");
}

QString programPath()
{
    const QString given = qEnvironmentVariable("CREMA_CLI");
    return given.isEmpty() ? QDir::cleanPath(QCoreApplication::applicationDirPath() + u"/../bin/crema-cli"_s)
                           : given;
}

QStringList words(const QString &line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

Answer ended(QProcess &process)
{
    // With the event loop, because some tests answer the program from this very process.
    Answer answer;
    if (!test::spinUntil([&] { return process.state() == QProcess::NotRunning; }, runLimit)) {
        process.kill();
        process.waitForFinished();
        answer.err = "did not end: ";
    } else if (process.error() != QProcess::FailedToStart && process.exitStatus() == QProcess::NormalExit) {
        answer.exitCode = process.exitCode();
    }
    answer.out = process.readAllStandardOutput();
    answer.err += process.readAllStandardError();
    answer.value = parseJson(answer.out).value_or(Json());
    return answer;
}

QString lacking(const Json &json, const QString &fields)
{
    QStringList lacked;
    for (const QString &field : fields.split(u' ', Qt::SkipEmptyParts)) {
        const QByteArray name = field.section(u':', 0, 0).toUtf8();
        const bool there = json.is_object() && json.contains(name.constData());
        if (!there || !hasType(member(json, name.constData()), field.section(u':', 1))) {
            lacked << field;
        }
    }
    return lacked.isEmpty()
            ? QString()
            : u"lacks %1 in %2"_s.arg(lacked.join(u' '), QString::fromUtf8(toBytes(json).left(1500)));
}
