// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/program.h"

#include "async/completion.h"

#include <QFileInfo>
#include <QProcess>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace crema {

namespace {

/// What the finished program answered.
Result<QByteArray> answerOf(QProcess &process, const QString &name)
{
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0) {
        return process.readAllStandardOutput();
    }
    const QString said = QString::fromLocal8Bit(process.readAllStandardError()).trimmed();
    return failure(ErrorKind::badAnswer, u"The program \"%1\" could not do its work."_s.arg(name),
                   said.right(500));
}

} // namespace

Task<Result<QByteArray>> runProgram(QString program, QStringList arguments, QByteArray input,
                                    std::chrono::milliseconds limit, std::stop_token stop)
{
    const QString name = QFileInfo(program).fileName();
    const Completion<> done;
    QProcess process;
    QObject::connect(&process, &QProcess::finished, &process, [&done] { done.complete({}); });
    QObject::connect(&process, &QProcess::errorOccurred, &process,
                     [&done, name](QProcess::ProcessError error) {
                         if (error == QProcess::FailedToStart) {
                             done.complete(failure(ErrorKind::notFound,
                                                   u"The program \"%1\" cannot be started."_s.arg(name)));
                         }
                     });
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, &timer, [&done, name] {
        done.complete(failure(ErrorKind::timeout, u"The program \"%1\" took too long."_s.arg(name)));
    });
    // Cancels from whatever thread requests the stop; completing only posts.
    const auto cancel = [&done] {
        done.complete(failure(ErrorKind::cancelled, QStringLiteral("The work was cancelled.")));
    };
    const std::stop_callback onStop(stop, cancel);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    timer.start(limit);
    const auto ended = co_await done.future();
    if (!ended) {
        process.disconnect();
        process.kill(); // its end is waited for when it is destroyed, a moment later
        co_return std::unexpected(ended.error());
    }
    co_return answerOf(process, name);
}

} // namespace crema
