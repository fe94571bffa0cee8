// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/completion.h"
#include "async/task.h"
#include "tests.h"

#include <QThread>

#include <functional>
#include <thread>
#include <vector>

using namespace crema;
using namespace crema::test;

namespace {

template <typename T>
Task<Result<T>> awaiting(CompletionFuture<T> future)
{
    co_return co_await future;
}

Task<Result<QThread *>> threadAfter(CompletionFuture<int> future)
{
    const auto value = co_await future;
    if (!value)
        co_return std::unexpected(value.error());
    co_return QThread::currentThread();
}

} // namespace

void CompletionTest::completesFromAnotherThread()
{
    Completion<int> done;
    auto task = threadAfter(done.future());
    QCOMPARE(async::pendingLeaves(), std::size_t(1));
    std::jthread writer([done = std::move(done)] { done.complete(7); });
    const Result<QThread *> thread = await(std::move(task));
    VERIFY_OK(thread);
    QCOMPARE(*thread, QThread::currentThread());
}

void CompletionTest::doesNotSuspendWhenCompleteAlready()
{
    const Completion<QString> done;
    QVERIFY(done.complete(QStringLiteral("早い")));
    auto task = awaiting(done.future());
    QVERIFY(task.isReady());
    const Result<QString> result = await(std::move(task));
    VERIFY_OK(result);
    QCOMPARE(*result, QStringLiteral("早い"));
}

void CompletionTest::neverResumesInsideComplete()
{
    const Completion<> done;
    const auto task = awaiting(done.future());
    QVERIFY(done.complete({}));
    QVERIFY(!task.isReady());
    QVERIFY(spinUntil([&task] { return task.isReady(); }));
}

void CompletionTest::takesTheFirstAnswerOnly()
{
    const Completion<int> done;
    auto task = awaiting(done.future());
    QVERIFY(done.complete(1));
    QVERIFY(!done.complete(2));
    QVERIFY(!done.complete(failure(ErrorKind::timeout, QStringLiteral("late"))));
    const Result<int> result = await(std::move(task));
    VERIFY_OK(result);
    QCOMPARE(*result, 1);
}

void CompletionTest::answersCancelledWhenTheJobIsDropped()
{
    std::vector<std::function<void()>> queue;
    Completion<int> done;
    auto task = awaiting(done.future());
    queue.emplace_back([done = std::move(done)] { done.complete(1); });
    queue.clear(); // as a writer thread does with what it will not run any more
    const Result<int> result = await(std::move(task));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::cancelled);
}

void CompletionTest::dropsTheValueWhenNobodyAwaits()
{
    const auto value = std::make_shared<int>(1);
    {
        const Completion<std::shared_ptr<int>> done;
        {
            const auto future = done.future();
        }
        QVERIFY(done.complete(value));
    }
    QCOMPARE(value.use_count(), 1L);
}

void CompletionTest::survivesManyRacesToAnswer()
{
    // Two threads race to answer while this thread begins to wait.
    for (int i = 0; i < 200; ++i) {
        const Completion<int> done;
        std::jthread first([done] { done.complete(1); });
        std::jthread second([done] { done.complete(2); });
        const Result<int> result = await(awaiting(done.future()));
        VERIFY_OK(result);
        QVERIFY(*result == 1 || *result == 2);
    }
}
