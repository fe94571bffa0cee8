// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "async/leaves.h"
#include "ledger/credits.h"

using namespace crema;
using namespace crema::jobs;
using namespace Qt::StringLiterals;

namespace {

/// Tasks that run beside each other and their results, in the order they were started.
template <typename T>
struct Together
{
    std::vector<std::optional<Result<T>>> results;
    TaskScope scope;

    void launch(Task<Result<T>> task)
    {
        const size_t index = results.size();
        results.emplace_back();
        scope.launch(std::move(task),
                     [this, index](Result<T> result) { results[index].emplace(std::move(result)); });
    }
    [[nodiscard]] bool wait()
    {
        return test::spinUntil([this] { return scope.running() == 0; });
    }
};

/// A job as a killed process left it: begun, `credits` set aside, nothing finished.
QString leftOpen(Desk &desk, int credits)
{
    {
        Together<store::JobRow> begun;
        desk.behaviour[u"gather"_s] = Behaviour::hang;
        begun.launch(desk.start(credits, credits));
        if (!test::spinUntil([&] { return !desk.ran.isEmpty(); })) {
            return {};
        }
        const QString id = desk.engine->running().constFirst().jobId;
        store::JobRow row = desk.reader->job(id).value_or(store::JobRow {});
        desk.stop.request_stop();
        if (!begun.wait()) {
            return {};
        }
        // As it was before the stop: another row with the same content, and its reservation.
        row.id = u"left"_s + id;
        store::Operation operation;
        operation.jobs.push_back(row);
        ledger::reserve(operation, desk.deployment, row.id, credits, desk.ids.next());
        if (!test::await(desk.store->apply(operation))) {
            return {};
        }
        desk.stop = std::stop_source();
        desk.behaviour.clear();
        desk.ran.clear();
        desk.endings = 0;
        return row.id;
    }
}

} // namespace

void TwoJobsTest::theFirstGrantComesOnce()
{
    Desk desk;
    VERIFY_OK(desk.open());
    Together<store::JobRow> both;
    both.launch(desk.start());
    both.launch(desk.start());
    QVERIFY(both.wait());
    VERIFY_OK(*both.results[0]);
    VERIFY_OK(*both.results[1]);
    QCOMPARE(desk.balance(), 150);
    QCOMPARE(desk.balance(u"granted"_s), -150);
    QCOMPARE(desk.unsound(), QString());
}

void TwoJobsTest::creditsAreCountedOnceForBoth()
{
    Desk desk;
    VERIFY_OK(desk.open());
    Together<store::JobRow> both;
    both.launch(desk.start(100, 100));
    both.launch(desk.start(100, 100));
    QVERIFY(both.wait());
    VERIFY_OK(*both.results[0]);
    QVERIFY(!*both.results[1]);
    const Error refused = both.results[1]->error();
    QCOMPARE(refused.kind, ErrorKind::outOfCredits);
    QVERIFY2(refused.text.contains(u"50 are missing"_s), qPrintable(refused.text));
    QCOMPARE(desk.balance(), 50);
    QCOMPARE(desk.reader->jobs()->size(), 1);
    QCOMPARE(desk.unsound(), QString());
}

void TwoJobsTest::withOneNameTheyTakeTurns()
{
    Desk desk;
    VERIFY_OK(desk.open());
    Together<store::JobRow> three;
    for (int i = 0; i < 3; ++i) {
        three.launch(desk.start(0, 0, u"desk"_s));
    }
    QVERIFY(three.wait());
    QCOMPARE(desk.ran, stageNames() + stageNames() + stageNames());
    for (const auto &result : three.results) {
        VERIFY_OK(*result);
    }
    QCOMPARE(desk.unsound(), QString());
}

void TwoJobsTest::cancelledWhileWaitingForItsTurn()
{
    Desk desk;
    VERIFY_OK(desk.open());
    desk.behaviour[u"gather"_s] = Behaviour::waitForStop;
    Together<store::JobRow> both;
    both.launch(desk.start(10, 10, u"desk"_s));
    both.launch(desk.start(10, 10, u"desk"_s));
    QVERIFY(test::spinUntil([&] {
        return desk.engine->running().size() == 2 && desk.ran.size() == 1 && desk.reader->jobs()->size() == 2;
    }));
    desk.stop.request_stop();
    QVERIFY(both.wait());
    QCOMPARE(desk.ran, QStringList({u"gather"_s}));
    for (const auto &result : both.results) {
        QCOMPARE(result->error().kind, ErrorKind::cancelled);
    }
    QCOMPARE(desk.balance(), 150);
    QCOMPARE(desk.unsound(), QString());
    QCOMPARE(async::pendingLeaves(), 0U);
}

void TwoJobsTest::withoutANameTheyRunTogether()
{
    Desk desk;
    VERIFY_OK(desk.open());
    desk.behaviour[u"gather"_s] = Behaviour::waitForStop;
    Together<store::JobRow> both;
    both.launch(desk.start());
    both.launch(desk.start());
    QVERIFY(test::spinUntil([&] { return desk.ran.size() == 2; }));
    desk.stop.request_stop();
    QVERIFY(both.wait());
    QCOMPARE(desk.unsound(), QString());
}

void TwoJobsTest::cancellingTwiceIsCancellingOnce()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString id = leftOpen(desk, 60);
    QCOMPARE(desk.engine->interrupted()->size(), 1);
    QCOMPARE(desk.balance(), 90);
    Together<void> both;
    both.launch(desk.engine->cancel(id));
    both.launch(desk.engine->cancel(id));
    QVERIFY(desk.engine->interrupted()->isEmpty());
    QVERIFY(both.wait());
    VERIFY_OK(*both.results[0]);
    VERIFY_OK(*both.results[1]);
    QCOMPARE(desk.endings, 1);
    QCOMPARE(desk.reader->job(id)->state, u"cancelled"_s);
    QCOMPARE(desk.balance(), 150);
    QCOMPARE(desk.unsound(), QString());
}

void TwoJobsTest::resumedWhileItIsBeingCancelled()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString id = leftOpen(desk, 60);
    Together<void> cancelling;
    Together<store::JobRow> resuming;
    cancelling.launch(desk.engine->cancel(id));
    resuming.launch(desk.engine->resume(id, {}));
    QVERIFY(cancelling.wait() && resuming.wait());
    VERIFY_OK(*cancelling.results[0]);
    QCOMPARE(resuming.results[0]->error().kind, ErrorKind::conflict);
    QVERIFY(desk.ran.isEmpty());
    QCOMPARE(desk.reader->job(id)->state, u"cancelled"_s);
    QCOMPARE(desk.balance(), 150);
    QCOMPARE(desk.unsound(), QString());
}

void TwoJobsTest::resumedTwice()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString id = leftOpen(desk, 60);
    Together<store::JobRow> both;
    both.launch(desk.engine->resume(id, {}));
    both.launch(desk.engine->resume(id, {}));
    QVERIFY(both.wait());
    VERIFY_OK(*both.results[0]);
    QCOMPARE(both.results[1]->error().kind, ErrorKind::conflict);
    QCOMPARE(desk.ran, stageNames());
    QCOMPARE(desk.balance(), 90);
    QCOMPARE(desk.unsound(), QString());
}

void TwoJobsTest::manyAtOnceWithFailuresAndCancels()
{
    constexpr quint32 seed = 815;
    constexpr int waves = 8;
    constexpr int jobsPerWave = 8;
    qInfo() << "seed" << seed;
    QRandomGenerator random(seed);
    Desk desk;
    VERIFY_OK(desk.open());
    int done = 0;
    for (int wave = 0; wave < waves; ++wave) {
        desk.clock.advance(std::chrono::hours(24 * 9));
        desk.stop = std::stop_source();
        desk.behaviour.clear();
        if (random.bounded(2) == 0) {
            desk.behaviour[stageNames()[random.bounded(3)]] = random.bounded(2) == 0
                    ? Behaviour::fail
                    : Behaviour::throwSomething;
        }
        const qsizetype stopAfter = desk.ran.size() + random.bounded(1, 40);
        Together<store::JobRow> jobs;
        for (int i = 0; i < jobsPerWave; ++i) {
            const int cost = random.bounded(50);
            jobs.launch(desk.start(cost, random.bounded(cost + 1),
                                   random.bounded(2) == 0 ? u"desk"_s : QString()));
        }
        QVERIFY(test::spinUntil([&] {
            if (desk.ran.size() >= stopAfter) {
                desk.stop.request_stop();
            }
            return jobs.scope.running() == 0;
        }));
        QVERIFY(desk.balance() >= 0);
        for (const auto &result : jobs.results) {
            done += result->has_value();
        }
    }
    const auto all = desk.reader->jobs();
    VERIFY_OK(all);
    for (const store::JobRow &job : *all) {
        QVERIFY(!job.isOpen());
        QCOMPARE(desk.halves(job), QString());
    }
    QVERIFY2(done > 0 && done < all->size(), "the waves neither failed nor cancelled anything");
    QCOMPARE(desk.unsound(), QString());
    QVERIFY(desk.engine->running().isEmpty());
}
