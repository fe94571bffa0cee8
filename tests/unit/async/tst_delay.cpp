// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/delay.h"
#include "async/taskscope.h"
#include "tests.h"

#include <thread>
#include <vector>

using namespace crema;
using namespace crema::test;
using namespace std::chrono_literals;

void DelayTest::endsInOrderOfDuration()
{
    TaskScope scope;
    std::vector<int> order;
    for (const int duration : {60, 0, 30}) {
        scope.launch(delay(std::chrono::milliseconds(duration), scope.stopToken()),
                     [&order, duration](Result<> result) { order.push_back(result ? duration : -1); });
    }
    QVERIFY(spinUntil([&order] { return order.size() == 3; }));
    QCOMPARE(order, (std::vector<int> {0, 30, 60}));
}

void DelayTest::isCancelledWhileWaiting()
{
    std::stop_source source;
    auto task = delay(1h, source.get_token());
    QCOMPARE(async::pendingLeaves(), std::size_t(1));
    source.request_stop();
    const Result<> result = await(std::move(task));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::cancelled);
}

void DelayTest::isCancelledBeforeItStarts()
{
    std::stop_source source;
    source.request_stop();
    const Result<> result = await(delay(1h, source.get_token()));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::cancelled);
}

void DelayTest::isCancelledFromAnotherThread()
{
    std::stop_source source;
    auto task = delay(1h, source.get_token());
    std::jthread other([source]() mutable { source.request_stop(); });
    const Result<> result = await(std::move(task));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::cancelled);
}

void DelayTest::neverResumesInsideTheStopRequest()
{
    std::stop_source source;
    const auto task = delay(1h, source.get_token());
    source.request_stop();
    QVERIFY(!task.isReady());
    QVERIFY(spinUntil([&task] { return task.isReady(); }));
}
