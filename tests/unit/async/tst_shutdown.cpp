// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/completion.h"
#include "async/delay.h"
#include "async/taskscope.h"
#include "async/worker.h"
#include "tests.h"

#include <QProcess>
#include <QSemaphore>
#include <QThread>

#include <cstdio>

using namespace crema;
using namespace crema::test;
using namespace std::chrono_literals;

namespace {

Task<Result<int>> awaitInt(CompletionFuture<int> future)
{
    co_return co_await future;
}

Task<Result<>> waitTwice(std::stop_token stop)
{
    const auto first = co_await delay(1h, stop);
    if (first)
        co_return failure(ErrorKind::internal, QStringLiteral("one hour cannot have passed"));
    // Tidying up after a stop may wait once more.
    co_return co_await delay(1ms, std::stop_token());
}

} // namespace

void ShutdownTest::drainsStoppedTasks()
{
    TaskScope first;
    TaskScope second;
    bool called = false;
    first.launch(waitTwice(first.stopToken()), [&called](Result<>) { called = true; });
    second.launch(runOnWorker([] { return 1; }), [&called](Result<int>) { called = true; });
    first.requestStop();
    second.requestStop();
    QVERIFY(async::drain(spinLimit));
    QCOMPARE(async::pendingLeaves(), std::size_t(0));
    QCOMPARE(first.running(), 0);
    QCOMPARE(second.running(), 0);
    QVERIFY(!called);
}

void ShutdownTest::saysWhenSomethingIsLeft()
{
    const Completion<int> never;
    auto task = awaitInt(never.future());
    QVERIFY(!async::drain(1ms));
    QCOMPARE(async::pendingLeaves(), std::size_t(1));
    never.complete(1);
    QVERIFY(async::drain(spinLimit));
    QVERIFY(task.isReady());
}

void ShutdownTest::survivesARudeExit()
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--leave-rudely")});
    QVERIFY(process.waitForFinished(int(spinLimit.count())));
    const QByteArray output = process.readAll();
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QVERIFY2(process.exitCode() == 0, output.constData());
    QCOMPARE(output.trimmed(), QByteArray("4 waiting, 4 left"));
}

int leaveRudely(int argc, char **argv)
{
    auto app = std::make_unique<QCoreApplication>(argc, argv);
    auto scope = std::make_unique<TaskScope>();
    const Completion<int> late;
    const Completion<int> lateOnThread;
    const auto ignore = [](const auto &) { std::puts("a callback came"); };

    scope->launch(delay(1h, scope->stopToken()), ignore);
    scope->launch(awaitInt(late.future()), ignore);
    const auto gate = std::make_shared<QSemaphore>();
    scope->launch(runOnWorker([](std::shared_ptr<QSemaphore> opened) { opened->acquire(); }, gate), ignore);
    const std::unique_ptr<QThread> thread(QThread::create([future = lateOnThread.future()]() mutable {
        const auto task = awaitInt(std::move(future)); // this thread ends without having an event loop
        Q_UNUSED(task)
    }));
    thread->start();
    thread->wait();
    const std::size_t waiting = async::pendingLeaves();

    gate->release(); // the worker finishes while the application goes, or just before
    app.reset();
    scope.reset();
    late.complete(1);
    lateOnThread.complete(2);
    std::printf("%zu waiting, %zu left\n", waiting, async::pendingLeaves());
    return 0;
}
