// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/completion.h"
#include "async/delay.h"
#include "async/taskscope.h"
#include "tests.h"

#include <stdexcept>
#include <vector>

using namespace crema;
using namespace crema::test;
using namespace std::chrono_literals;

namespace {

Task<Result<int>> answerLater(int value, std::stop_token stop)
{
    const auto waited = co_await delay(1ms, stop);
    if (!waited)
        co_return std::unexpected(waited.error());
    co_return value;
}

Task<Result<int>> sum(std::vector<int> values, std::stop_token stop)
{
    int total = 0;
    for (const int value : values) {
        const auto part = co_await answerLater(value, stop);
        if (!part)
            co_return std::unexpected(part.error());
        total += *part;
    }
    co_return total;
}

Task<Result<int>> failAfter(std::stop_token stop)
{
    const auto part = co_await answerLater(1, stop);
    if (!part)
        co_return std::unexpected(part.error());
    co_return failure(ErrorKind::notFound, QStringLiteral("Nobody is called that."));
}

Task<Result<int>> doubleOf(Task<Result<int>> task)
{
    const auto value = co_await task;
    if (!value)
        co_return std::unexpected(value.error());
    co_return 2 * *value;
}

/// Counts its steps in a place that outlives the scope.
Task<Result<int>> countSteps(std::shared_ptr<int> steps, std::stop_token stop)
{
    ++*steps;
    const auto waited = co_await delay(1h, stop);
    ++*steps;
    if (!waited)
        co_return std::unexpected(waited.error());
    co_return 0;
}

Task<Result<int>> throwing(bool atOnce, bool standard, std::stop_token stop)
{
    if (!atOnce) {
        const auto waited = co_await delay(1ms, stop);
        Q_UNUSED(waited)
    }
    if (standard)
        throw std::runtime_error("the table is upside down");
    throw 42;
}

Task<Result<std::unique_ptr<int>>> makeUnique()
{
    co_return std::make_unique<int>(7);
}

/// As a view's presenter does: a scope as a member, the answer kept.
struct Owner
{
    std::vector<Result<int>> answers;
    TaskScope scope;

    void start(Task<Result<int>> task)
    {
        scope.launch(std::move(task), [this](Result<int> answer) { answers.push_back(std::move(answer)); });
    }
};

} // namespace

void TaskScopeTest::deliversASuccessChain()
{
    Owner owner;
    owner.start(doubleOf(sum({1, 2, 3}, owner.scope.stopToken())));
    QCOMPARE(owner.scope.running(), 1);
    QVERIFY(spinUntil([&owner] { return !owner.answers.empty(); }));
    VERIFY_OK(owner.answers.front());
    QCOMPARE(*owner.answers.front(), 12);
    QCOMPARE(owner.scope.running(), 0);
}

void TaskScopeTest::deliversAnErrorThroughTheChain()
{
    Owner owner;
    owner.start(doubleOf(failAfter(owner.scope.stopToken())));
    QVERIFY(spinUntil([&owner] { return !owner.answers.empty(); }));
    QVERIFY(!owner.answers.front());
    QCOMPARE(owner.answers.front().error().kind, ErrorKind::notFound);
    QCOMPARE(owner.answers.front().error().text, QStringLiteral("Nobody is called that."));
}

void TaskScopeTest::startsTasksInParallel()
{
    // All ten wait at the same time before one of them is awaited.
    std::vector<Task<Result<int>>> tasks;
    for (int i = 0; i < 10; ++i)
        tasks.push_back(answerLater(i, {}));
    QCOMPARE(async::pendingLeaves(), std::size_t(10));

    Owner owner;
    for (Task<Result<int>> &task : tasks)
        owner.start(std::move(task));
    QCOMPARE(owner.scope.running(), 10);
    QVERIFY(spinUntil([&owner] { return owner.answers.size() == 10; }));
    int total = 0;
    for (const Result<int> &answer : owner.answers) {
        VERIFY_OK(answer);
        total += *answer;
    }
    QCOMPARE(total, 45);
}

void TaskScopeTest::deliversAFinishedTaskFromTheEventLoop()
{
    Owner owner;
    owner.start(sum({}, {}));
    QVERIFY(owner.answers.empty()); // never inside launch()
    QCOMPARE(owner.scope.running(), 1);
    QVERIFY(spinUntil([&owner] { return !owner.answers.empty(); }));
    QCOMPARE(owner.scope.running(), 0);
}

void TaskScopeTest::silencesStoppedTasksAndStartsAgain()
{
    Owner owner;
    const auto steps = std::make_shared<int>(0);
    owner.start(countSteps(steps, owner.scope.stopToken()));
    owner.scope.requestStop();
    QCOMPARE(*steps, 1); // not resumed inside requestStop()
    QCOMPARE(owner.scope.running(), 1);
    QVERIFY(!owner.scope.stopToken().stop_requested());

    owner.start(answerLater(5, owner.scope.stopToken()));
    QVERIFY(spinUntil([&owner] { return owner.scope.running() == 0; }));
    QCOMPARE(*steps, 2); // the stopped one did wind down
    QCOMPARE(owner.answers.size(), std::size_t(1));
    QCOMPARE(*owner.answers.front(), 5);
}

void TaskScopeTest::dropsAResultThatWasPostedBeforeTheStop()
{
    Owner owner;
    owner.start(sum({}, {})); // finished: its delivery is in the queue
    owner.scope.requestStop();
    QVERIFY(spinUntil([&owner] { return owner.scope.running() == 0; }));
    QVERIFY(owner.answers.empty());
}

void TaskScopeTest::survivesItsOwnerDestroyedWhileWaiting()
{
    const auto steps = std::make_shared<int>(0);
    auto owner = std::make_unique<Owner>();
    owner->start(countSteps(steps, owner->scope.stopToken()));
    owner->start(sum({}, {})); // posted, not delivered
    QCOMPARE(async::pendingLeaves(), std::size_t(1));
    owner.reset();
    QVERIFY(spinUntil([] { return async::pendingLeaves() == 0; }));
    QCOMPARE(*steps, 2);
    QCOMPARE(steps.use_count(), 1L); // the frame is gone, not only resumed
}

void TaskScopeTest::survivesItsOwnerDestroyedInTheCallback()
{
    auto owner = std::make_unique<Owner>();
    const auto steps = std::make_shared<int>(0);
    int answer = 0;
    owner->start(countSteps(steps, owner->scope.stopToken()));
    owner->scope.launch(answerLater(3, owner->scope.stopToken()), [&owner, &answer](Result<int> result) {
        owner.reset(); // destroys the scope, its context and the other task's listener
        answer = result.value_or(-1); // what the callback holds lives on
    });
    QVERIFY(spinUntil([&owner] { return !owner; }));
    QCOMPARE(answer, 3);
    QVERIFY(spinUntil([&steps] { return steps.use_count() == 1; }));
}

void TaskScopeTest::survivesAnotherScopeDestroyedInTheCallback()
{
    auto other = std::make_unique<Owner>();
    Owner owner;
    bool called = false;
    owner.scope.launch(sum({}, {}), [&other](Result<int>) { other.reset(); });
    other->scope.launch(sum({}, {}), [&called](Result<int>) { called = true; });
    QVERIFY(spinUntil([&owner] { return owner.scope.running() == 0; }));
    QVERIFY(!other);
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

void TaskScopeTest::turnsExceptionsIntoInternalErrors_data()
{
    QTest::addColumn<bool>("atOnce");
    QTest::addColumn<bool>("standard");
    QTest::addColumn<QString>("detail");
    QTest::newRow("thrown before the first wait")
            << true << true << QStringLiteral("the table is upside down");
    QTest::newRow("thrown after a wait") << false << true << QStringLiteral("the table is upside down");
    QTest::newRow("not a standard exception") << false << false << QStringLiteral("unknown exception");
}

void TaskScopeTest::turnsExceptionsIntoInternalErrors()
{
    QFETCH(const bool, atOnce);
    QFETCH(const bool, standard);
    QFETCH(const QString, detail);
    Owner owner;
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("A task ended by an exception.*") + detail));
    owner.start(doubleOf(throwing(atOnce, standard, {})));
    QVERIFY(spinUntil([&owner] { return !owner.answers.empty(); }));
    QVERIFY(!owner.answers.front());
    QCOMPARE(owner.answers.front().error().kind, ErrorKind::internal);
    QCOMPARE(owner.answers.front().error().detail, detail);
}

void TaskScopeTest::takesMoveOnlyValuesAndCallbacks()
{
    TaskScope scope;
    int seen = 0;
    scope.launch(makeUnique(), [&seen, held = std::make_unique<int>(1)](Result<std::unique_ptr<int>> result) {
        seen = result ? **result + *held : -1;
    });
    QVERIFY(spinUntil([&scope] { return scope.running() == 0; }));
    QCOMPARE(seen, 8);
}
