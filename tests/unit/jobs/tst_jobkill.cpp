// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include <QProcess>

using namespace crema;
using namespace crema::jobs;
using namespace Qt::StringLiterals;

namespace {

constexpr int randomKills = 30;
constexpr quint32 firstSeed = 4711;

/// Runs the other half in its own process until it dies; nothing when it died by its own hand, else what
/// happened.
QString killed(const QString &folder, const QString &when, quint32 seed)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  {u"--run-until-killed"_s, folder, when, QString::number(seed)});
    if (!process.waitForFinished(-1)) {
        return process.errorString();
    }
    return process.exitStatus() == QProcess::CrashExit ? QString()
                                                       : u"it ended with %1"_s.arg(process.exitCode());
}

/// Stages that were written more often than they left a record: the history knows.
qint64 doubles(const Desk &desk)
{
    return desk.number(
            "SELECT (SELECT count(*) FROM operation WHERE label LIKE 'Stage %') - (SELECT count(*) FROM "
            "contact)");
}

} // namespace

void JobKillTest::killedAtEachStep_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<int>("finished"); // stages
    QTest::addColumn<int>("jobs");
    QTest::newRow("the grant is written") << u"commit:1"_s << 0 << 1;
    QTest::newRow("the job has begun") << u"commit:2"_s << 0 << 1;
    QTest::newRow("gather begins") << u"progress:1"_s << 0 << 1;
    QTest::newRow("in the middle of gather") << u"progress:2"_s << 0 << 1;
    QTest::newRow("gather is written") << u"commit:3"_s << 1 << 1;
    QTest::newRow("weigh begins") << u"progress:3"_s << 1 << 1;
    QTest::newRow("in the middle of weigh") << u"progress:4"_s << 1 << 1;
    QTest::newRow("weigh is written") << u"commit:4"_s << 2 << 1;
    QTest::newRow("deliver begins") << u"progress:5"_s << 2 << 1;
    QTest::newRow("in the middle of deliver") << u"progress:6"_s << 2 << 1;
    QTest::newRow("deliver is written") << u"commit:5"_s << 3 << 1;
}

void JobKillTest::killedAtEachStep()
{
    QFETCH(QString, when);
    QFETCH(int, finished);
    Desk desk;
    QCOMPARE(killed(desk.folder, when, 0), QString());
    VERIFY_OK(desk.open());
    QCOMPARE(desk.unsound(), QString());
    const auto jobs = desk.reader->jobs();
    VERIFY_OK(jobs);
    // The report of a commit comes a moment after it: the next one may be on the disk by then, never one
    // less.
    if (jobs->isEmpty()) {
        QCOMPARE(when, u"commit:1"_s);
        QCOMPARE(desk.balance(), 150);
        return;
    }
    const store::JobRow left = jobs->constFirst();
    QVERIFY2(left.done >= finished, qPrintable(u"%1 stages are finished"_s.arg(left.done)));
    QCOMPARE(desk.halves(left), QString());
    QCOMPARE(desk.engine->interrupted()->size(), left.isOpen() ? 1 : 0);
    QCOMPARE(desk.balance(u"reserved:"_s + left.id), left.isOpen() ? 3 : 0);
    if (left.isOpen()) {
        const auto resumed = desk.resume(left.id);
        VERIFY_OK(resumed);
        QCOMPARE(desk.ran, stageNames().sliced(left.done)); // what was finished is not run again
    }
    const auto done = desk.reader->job(left.id);
    VERIFY_OK(done);
    QCOMPARE(done->state, u"done"_s);
    QCOMPARE(desk.halves(*done), QString());
    QCOMPARE(doubles(desk), 0);
    QCOMPARE(desk.number("SELECT count(*) FROM contact"), 3);
    QCOMPARE(desk.balance(), 148);
    QCOMPARE(desk.balance(u"spent"_s), 2);
    QCOMPARE(desk.reader->receipts()->size(), 1);
    QCOMPARE(desk.unsound(), QString());
}

void JobKillTest::killedAtRandom()
{
    qInfo() << "seeds from" << firstSeed << "for" << randomKills << "kills";
    QTemporaryDir folder;
    int cut = 0;
    int before = 0;
    for (quint32 round = 0; round < randomKills; ++round) {
        const quint32 seed = firstSeed + round;
        const QByteArray where = "seed " + QByteArray::number(seed);
        const QString ended = killed(folder.path(), u"random"_s, seed);
        QVERIFY2(ended.isEmpty() || ended.endsWith(u'3'), (where + ": " + ended.toUtf8()).constData());
        Desk desk(folder.path());
        VERIFY_OK(desk.open());
        QVERIFY2(desk.unsound().isEmpty(), (where + ": " + desk.unsound().toUtf8()).constData());
        const auto jobs = desk.reader->jobs();
        VERIFY_OK(jobs);
        QVERIFY(jobs->size() >= before); // nothing that was there is gone
        before = static_cast<int>(jobs->size());
        for (const store::JobRow &job : *jobs) {
            QVERIFY2(desk.halves(job).isEmpty(), (where + ": " + desk.halves(job).toUtf8()).constData());
        }
        QCOMPARE(doubles(desk), 0);
        const auto left = desk.engine->interrupted();
        VERIFY_OK(left);
        QVERIFY(left->size() <= 1);
        cut += static_cast<int>(left->size());
        if (!left->isEmpty() && round % 3 != 0) { // every third is left for the next process to resume
            const store::JobRow job = left->constFirst();
            if (round % 3 == 1) {
                VERIFY_OK(desk.resume(job.id));
                QCOMPARE(desk.ran, stageNames().sliced(job.done));
            } else {
                VERIFY_OK(test::await(desk.engine->cancel(job.id)));
                QCOMPARE(desk.reader->job(job.id)->state, u"cancelled"_s);
            }
        }
        QVERIFY2(desk.unsound().isEmpty(), (where + ": " + desk.unsound().toUtf8()).constData());
    }
    qInfo() << before << "jobs;" << cut << "of" << randomKills << "kills hit one under way";
    QVERIFY2(cut > 0, "no kill hit a job under way");
}
