// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/delay.h"
#include "async/taskscope.h"
#include "tests.h"

#include <QElapsedTimer>

#include <thread>

using namespace crema;
using namespace crema::test;
using namespace std::chrono_literals;

void DelayTest::lastsAtLeastAsLongAsAsked()
{
    // Together, so that the longest decides; only lower bounds, so that a slow machine cannot fail them.
    TaskScope scope;
    int ended = 0;
    for (const qint64 duration : {40, 0, 20, -5}) {
        QElapsedTimer clock;
        clock.start();
        scope.launch(delay(std::chrono::milliseconds(duration), scope.stopToken()),
                     [&ended, duration, clock](Result<> result) {
                         if (result && clock.elapsed() >= duration)
                             ++ended;
                     });
    }
    QVERIFY(spinUntil([&scope] { return scope.running() == 0; }));
    QCOMPARE(ended, 4);
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
