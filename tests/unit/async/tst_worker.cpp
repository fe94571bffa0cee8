// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/taskscope.h"
#include "async/worker.h"
#include "tests.h"

#include <QSemaphore>
#include <QThread>
#include <QThreadPool>

#include <atomic>
#include <stdexcept>

using namespace crema;
using namespace crema::test;

namespace {

Result<QString> joined(const QString &first, QString second)
{
    return first + second;
}

struct Seen
{
    QThread *worker = nullptr;
    QThread *resumed = nullptr;
};

Task<Result<Seen>> threadsSeen()
{
    const auto worker = co_await runOnWorker(&QThread::currentThread);
    if (!worker)
        co_return std::unexpected(worker.error());
    Seen seen;
    seen.worker = *worker;
    seen.resumed = QThread::currentThread();
    co_return seen;
}

/// Fills every thread of the pool until released.
class BusyPool
{
public:
    BusyPool()
    {
        const int threads = QThreadPool::globalInstance()->maxThreadCount();
        for (int i = 0; i < threads; ++i)
            QThreadPool::globalInstance()->start([this] {
                m_started.release();
                m_release.acquire();
            });
        m_started.acquire(threads);
    }
    ~BusyPool() { release(); }
    void release()
    {
        m_release.release(QThreadPool::globalInstance()->maxThreadCount());
        QThreadPool::globalInstance()->waitForDone();
    }

private:
    QSemaphore m_started;
    QSemaphore m_release;
};

} // namespace

void WorkerTest::deliversTheValueOnTheCallingThread()
{
    const Result<Seen> seen = await(threadsSeen());
    VERIFY_OK(seen);
    QVERIFY(seen->worker != QThread::currentThread());
    QCOMPARE(seen->resumed, QThread::currentThread());
}

void WorkerTest::passesErrorsAndPlainValues()
{
    const Result<QString> text = await(
            runOnWorker(&joined, QStringLiteral("Zoë "), QStringLiteral("Müller")));
    VERIFY_OK(text);
    QCOMPARE(*text, QStringLiteral("Zoë Müller"));

    const Result<int> number = await(runOnWorker([](int a, int b) { return a * b; }, 6, 7));
    VERIFY_OK(number);
    QCOMPARE(*number, 42);

    const Result<int> error = await(runOnWorker([]() -> Result<int> {
        return failure(ErrorKind::storage, QStringLiteral("The disk is full."));
    }));
    QVERIFY(!error);
    QCOMPARE(error.error().kind, ErrorKind::storage);

    const Result<> nothing = await(runOnWorker([] { }));
    VERIFY_OK(nothing);
}

void WorkerTest::turnsExceptionsIntoInternalErrors()
{
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("A task ended by an exception.*page 3")));
    const Result<int> result = await(runOnWorker(
            [](int page) -> int { throw std::runtime_error("page " + std::to_string(page)); }, 3));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::internal);
    QCOMPARE(result.error().detail, QStringLiteral("page 3"));
}

void WorkerTest::seesAStopWhileRunning()
{
    std::stop_source source;
    const auto started = std::make_shared<QSemaphore>();
    auto task = runOnWorker(
            [](std::shared_ptr<QSemaphore> begun, std::stop_token stop) -> Result<int> {
                begun->release();
                while (!stop.stop_requested())
                    std::this_thread::yield();
                return failure(ErrorKind::cancelled, QStringLiteral("Stopped after 1 of 2 pages."));
            },
            started, source.get_token());
    started->acquire();
    source.request_stop();
    const Result<int> result = await(std::move(task));
    QVERIFY(!result);
    QCOMPARE(result.error().text, QStringLiteral("Stopped after 1 of 2 pages."));
}

void WorkerTest::skipsWorkStoppedBeforeItStarted()
{
    std::stop_source source;
    const auto ran = std::make_shared<std::atomic<bool>>(false);
    BusyPool busy;
    auto task = runOnWorker(
            [](std::shared_ptr<std::atomic<bool>> flag, std::stop_token) { flag->store(true); }, ran,
            source.get_token());
    source.request_stop();
    busy.release();
    const Result<> result = await(std::move(task));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::cancelled);
    QVERIFY(!ran->load());
}

void WorkerTest::reportsProgressFromTheWorker()
{
    const auto reported = std::make_shared<std::atomic<int>>(0);
    const std::function<void(int)> report = [reported](int percent) { reported->store(percent); };
    const Result<int> result = await(runOnWorker(
            [](std::function<void(int)> progress) {
                for (int percent = 0; percent <= 100; percent += 10)
                    progress(percent);
                return 1;
            },
            report));
    VERIFY_OK(result);
    QCOMPARE(reported->load(), 100);
}

void WorkerTest::survivesItsOwnerDestroyedWhileRunning()
{
    bool called = false;
    auto scope = std::make_unique<TaskScope>();
    const auto hold = std::make_shared<QSemaphore>();
    scope->launch(runOnWorker([](std::shared_ptr<QSemaphore> gate) { gate->acquire(); }, hold),
                  [&called](Result<>) { called = true; });
    scope.reset();
    hold->release();
    QVERIFY(spinUntil([] { return async::pendingLeaves() == 0; }));
    QVERIFY(!called);
}

void WorkerTest::deliversToAThreadWithItsOwnLoop()
{
    Result<Seen> seen = failure(ErrorKind::internal, QStringLiteral("not run"));
    const std::unique_ptr<QThread> thread(QThread::create([&seen] { seen = await(threadsSeen()); }));
    thread->start();
    QVERIFY(thread->wait(QDeadlineTimer(spinLimit)));
    VERIFY_OK(seen);
    QCOMPARE(seen->resumed, thread.get());
    QVERIFY(seen->worker != thread.get());
}
