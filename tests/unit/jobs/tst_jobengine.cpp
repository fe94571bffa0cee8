// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "async/leaves.h"

using namespace crema;
using namespace crema::jobs;
using namespace Qt::StringLiterals;

namespace {

/// Hears what the engine reports.
struct Ear
{
    QVector<JobProgress> progress;
    QVector<store::JobRow> finished;

    explicit Ear(JobEngine &engine)
    {
        QObject::connect(&engine, &JobEngine::progressed, &context,
                         [this](const JobProgress &heard) { progress << heard; });
        QObject::connect(&engine, &JobEngine::finished, &context,
                         [this](const store::JobRow &job) { finished << job; });
    }

private:
    QObject context;
};

store::JobRow onlyJob(const Desk &desk)
{
    const auto all = desk.reader->jobs();
    return all && all->size() == 1 ? all->constFirst() : store::JobRow {};
}

} // namespace

void JobEngineTest::stagesRunOnceEachInOrder()
{
    Desk desk;
    VERIFY_OK(desk.open());
    Ear ear(*desk.engine);
    const auto job = desk.run();
    VERIFY_OK(job);
    QCOMPARE(desk.ran, stageNames());
    QCOMPARE(job->state, u"done"_s);
    QCOMPARE(job->done, 3);
    QCOMPARE(job->total, 3);
    QCOMPARE(onlyJob(desk).state, u"done"_s);
    QCOMPARE(desk.halves(onlyJob(desk)), QString());
    QCOMPARE(desk.unsound(), QString());
    QCOMPARE(ear.finished.size(), 1);
    QCOMPARE(ear.finished.constFirst().state, u"done"_s);
    QVERIFY(desk.engine->running().isEmpty());
    QVERIFY(desk.engine->interrupted()->isEmpty());
    QCOMPARE(desk.endings, 0);
    QCOMPARE(async::pendingLeaves(), 0U);
}

void JobEngineTest::laterStagesSeeWhatEarlierOnesLeft()
{
    Desk desk;
    VERIFY_OK(desk.open());
    JobKind kind;
    kind.name = u"chain"_s;
    QVector<Json> seen;
    const auto stage = [&seen](QStringList forgets) {
        return [&seen, forgets](StageContext context) -> Task<Result<StageOutcome>> {
            return [](QVector<Json> *into, QStringList done,
                      StageContext given) -> Task<Result<StageOutcome>> {
                *into << given.results;
                StageOutcome outcome;
                outcome.result["number"] = into->size();
                outcome.forgets = done;
                co_return outcome;
            }(&seen, forgets, std::move(context));
        };
    };
    kind.stages = {{u"a"_s, stage({})}, {u"b"_s, stage({})}, {u"c"_s, stage({u"a"_s})}};
    desk.engine->add(kind);
    const auto job = test::await(desk.engine->run(u"chain"_s, u"Chain"_s, Json::object(), {}));
    VERIFY_OK(job);
    QCOMPARE(seen.size(), 3);
    QVERIFY(seen[0].empty());
    QCOMPARE(intAt(member(seen[1], "a"), "number"), 1);
    QCOMPARE(intAt(member(seen[2], "b"), "number"), 2);
    QVERIFY(member(onlyJob(desk).results, "a").empty()); // forgotten, but still finished
    QVERIFY(onlyJob(desk).results.contains("a"));
    QCOMPARE(intAt(member(onlyJob(desk).results, "b"), "number"), 2);
}

void JobEngineTest::progressTellsTheStage()
{
    Desk desk;
    VERIFY_OK(desk.open());
    Ear ear(*desk.engine);
    VERIFY_OK(desk.run());
    QStringList told;
    for (const JobProgress &heard : ear.progress) {
        QCOMPARE(heard.title, u"Some work"_s);
        told << u"%1 %2/%3"_s.arg(heard.stage).arg(heard.done).arg(heard.total);
    }
    QCOMPARE(told,
             QStringList({u"gather 0/0"_s, u"gather 1/2"_s, u"weigh 0/0"_s, u"weigh 1/2"_s, u"deliver 0/0"_s,
                          u"deliver 1/2"_s}));
}

void JobEngineTest::chargesWhatWasDelivered()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto job = desk.run(45, 30);
    VERIFY_OK(job);
    QVERIFY(job->paid);
    QCOMPARE(desk.balance(), 120);
    QCOMPARE(desk.balance(u"spent"_s), 30);
    QCOMPARE(desk.unsound(), QString());
    const auto receipts = desk.reader->receipts();
    QCOMPARE(receipts->size(), 1);
    QCOMPARE(receipts->constFirst().charged, 30);
    QCOMPARE(receipts->constFirst().released, 15);
    QCOMPARE(receipts->constFirst().what, u"Some work"_s);
}

void JobEngineTest::aStageThatFailsGivesTheCreditsBack_data()
{
    QTest::addColumn<QString>("stage");
    QTest::addColumn<Behaviour>("how");
    QTest::addColumn<ErrorKind>("kind");
    for (const QString &stage : stageNames()) {
        QTest::addRow("an error in %s", qPrintable(stage))
                << stage << Behaviour::fail << ErrorKind::badAnswer;
        QTest::addRow("an exception in %s", qPrintable(stage))
                << stage << Behaviour::throwSomething << ErrorKind::internal;
        QTest::addRow("the store refuses what %s leaves", qPrintable(stage))
                << stage << Behaviour::cannotBeWritten << ErrorKind::conflict;
    }
}

void JobEngineTest::aStageThatFailsGivesTheCreditsBack()
{
    QFETCH(QString, stage);
    QFETCH(Behaviour, how);
    QFETCH(ErrorKind, kind);
    Desk desk;
    VERIFY_OK(desk.open());
    desk.behaviour[stage] = how;
    Ear ear(*desk.engine);
    const auto job = desk.run(45, 45);
    QVERIFY(!job);
    QCOMPARE(job.error().kind, kind);
    const store::JobRow row = onlyJob(desk);
    QCOMPARE(row.state, u"failed"_s);
    QCOMPARE(row.error, job.error().text);
    QCOMPARE(row.stage, stage);
    QCOMPARE(desk.halves(row), QString());
    QCOMPARE(desk.ran, stageNames().first(stageNames().indexOf(stage) + 1));
    QCOMPARE(desk.balance(), 150);
    QCOMPARE(desk.unsound(), QString());
    QCOMPARE(desk.reader->receipts()->constFirst().released, 45);
    QCOMPARE(ear.finished.size(), 1);
    QCOMPARE(desk.endings, 1);
    QVERIFY(desk.engine->running().isEmpty());
    QVERIFY(desk.engine->interrupted()->isEmpty());
    desk.behaviour.clear();
    VERIFY_OK(desk.run(150, 150)); // the whole balance is there again
}

void JobEngineTest::cancelAtEveryStage_data()
{
    QTest::addColumn<QString>("stage");
    for (const QString &stage : stageNames()) {
        QTest::addRow("%s", qPrintable(stage)) << stage;
    }
}

void JobEngineTest::cancelAtEveryStage()
{
    QFETCH(QString, stage);
    Desk desk;
    VERIFY_OK(desk.open());
    desk.behaviour[stage] = Behaviour::waitForStop;
    QObject::connect(desk.engine.get(), &JobEngine::progressed, desk.engine.get(),
                     [&](const JobProgress &heard) {
                         if (heard.stage == stage && heard.done == 1) {
                             desk.stop.request_stop();
                         }
                     });
    const auto job = desk.run(45, 45);
    QVERIFY(!job);
    QCOMPARE(job.error().kind, ErrorKind::cancelled);
    const store::JobRow row = onlyJob(desk);
    QCOMPARE(row.state, u"cancelled"_s);
    QCOMPARE(desk.halves(row), QString());
    QCOMPARE(desk.balance(), 150);
    QCOMPARE(desk.unsound(), QString());
    QCOMPARE(desk.endings, 1);
    QCOMPARE(async::pendingLeaves(), 0U);
}

void JobEngineTest::cancelByItsId()
{
    Desk desk;
    VERIFY_OK(desk.open());
    desk.behaviour[u"weigh"_s] = Behaviour::waitForStop;
    Result<> asked;
    TaskScope scope;
    QObject::connect(
            desk.engine.get(), &JobEngine::progressed, desk.engine.get(), [&](const JobProgress &heard) {
                if (heard.stage == "weigh"_L1 && heard.done == 1) {
                    scope.launch(desk.engine->cancel(heard.jobId), [&](Result<> result) { asked = result; });
                }
            });
    const auto job = desk.run();
    QVERIFY(!job);
    QCOMPARE(job.error().kind, ErrorKind::cancelled);
    QVERIFY(test::spinUntil([&] { return scope.running() == 0; }));
    VERIFY_OK(asked);
    QCOMPARE(onlyJob(desk).state, u"cancelled"_s);
}

void JobEngineTest::stoppedBeforeItStarted()
{
    Desk desk;
    VERIFY_OK(desk.open());
    desk.stop.request_stop();
    const auto job = desk.run(45, 45);
    QVERIFY(!job);
    QCOMPARE(job.error().kind, ErrorKind::cancelled);
    QVERIFY(desk.ran.isEmpty());
    QCOMPARE(desk.balance(), 150);
    QCOMPARE(desk.unsound(), QString());
}

void JobEngineTest::notEnoughCreditsStartsNothing()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto job = desk.run(151, 151);
    QVERIFY(!job);
    QCOMPARE(job.error().kind, ErrorKind::outOfCredits);
    QVERIFY2(job.error().text.contains(u"1 are missing"_s), qPrintable(job.error().text));
    QVERIFY(desk.ran.isEmpty());
    QVERIFY(desk.reader->jobs()->isEmpty());
    QVERIFY(desk.engine->running().isEmpty());
    QCOMPARE(desk.balance(), 150);
}

void JobEngineTest::anUnknownKindStartsNothing()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto job = test::await(desk.engine->run(u"dance"_s, u"Dance"_s, Json::object(), {}));
    QVERIFY(!job);
    QVERIFY(desk.reader->jobs()->isEmpty());
}

void JobEngineTest::anEndedJobIsNeitherResumedNorCancelled()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto job = desk.run();
    VERIFY_OK(job);
    QCOMPARE(desk.resume(job->id).error().kind, ErrorKind::rejectedInput);
    QCOMPARE(test::await(desk.engine->cancel(job->id)).error().kind, ErrorKind::rejectedInput);
    QCOMPARE(desk.resume(u"no such job"_s).error().kind, ErrorKind::notFound);
    QCOMPARE(onlyJob(desk).state, u"done"_s);
    QCOMPARE(desk.ran, stageNames());
}

void JobEngineTest::aJobOfAnotherVersionCanBeCancelled()
{
    Desk desk;
    VERIFY_OK(desk.open());
    store::JobRow foreign;
    foreign.id = u"foreign"_s;
    foreign.kind = u"holograms"_s;
    foreign.state = u"running"_s;
    foreign.createdAt = u"2026-02-28T09:00:00.000Z"_s;
    store::Operation operation;
    operation.jobs.push_back(foreign);
    VERIFY_OK(test::await(desk.store->apply(operation)));
    QCOMPARE(desk.engine->interrupted()->size(), 1);
    QVERIFY(!desk.resume(foreign.id));
    QVERIFY(desk.engine->running().isEmpty());
    QCOMPARE(onlyJob(desk).state, u"running"_s); // the version that knows it may go on
    VERIFY_OK(test::await(desk.engine->cancel(foreign.id)));
    QCOMPARE(onlyJob(desk).state, u"cancelled"_s);
    QCOMPARE(desk.unsound(), QString());
}

void JobEngineTest::whatIsLeftBehindIsMarkedWithTheEnd()
{
    Desk desk;
    VERIFY_OK(desk.open());
    desk.behaviour[u"deliver"_s] = Behaviour::fail;
    QVERIFY(!desk.run());
    const QString id = onlyJob(desk).id;
    QCOMPARE(desk.reader->contact(contactOf(id, u"gather"_s))->notes, u"failed"_s);
    QCOMPARE(desk.reader->contact(contactOf(id, u"weigh"_s))->notes, u"failed"_s);
}

void JobEngineTest::theCreditsComeBackEvenWhenWhatIsLeftCannotBeMarked()
{
    Desk desk;
    VERIFY_OK(desk.open());
    JobKind kind;
    kind.name = u"orphan"_s;
    const auto fails = [](StageContext) -> Task<Result<StageOutcome>> {
        co_return failure(ErrorKind::offline, u"No network."_s);
    };
    kind.stages = {{u"a"_s, fails}};
    kind.toReserve = [](const Json &) { return 100; };
    kind.whenEnded = [](store::JobRow, Error) -> Task<store::Operation> {
        store::Operation operation;
        operation.setState(Kind::contact, u"nobody"_s, u"trashed"_s);
        co_return operation;
    };
    desk.engine->add(kind);
    const auto job = test::await(desk.engine->run(u"orphan"_s, u"Orphan"_s, Json::object(), {}));
    QVERIFY(!job);
    QCOMPARE(job.error().kind, ErrorKind::offline);
    QCOMPARE(onlyJob(desk).state, u"failed"_s);
    QCOMPARE(desk.balance(), 150);
    QCOMPARE(desk.unsound(), QString());
}
