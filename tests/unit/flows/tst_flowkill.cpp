// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "flows/prepflow.h"
#include "flows/writeflow.h"

#include <QDir>
#include <QProcess>

using namespace crema;
using namespace crema::flows;
using namespace Qt::StringLiterals;

namespace {

constexpr int randomKills = 20;
constexpr quint32 firstSeed = 1907;
constexpr int people = 4;

/// Runs the other half in its own process until it dies; nothing when it died by its own hand, else what
/// happened.
QString killed(const QString &folder, const QString &what, const QString &when, quint32 seed)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  {u"--run-until-killed"_s, folder, what, when, QString::number(seed)});
    if (!process.waitForFinished(-1)) {
        return process.errorString();
    }
    return process.exitStatus() == QProcess::CrashExit ? QString()
                                                       : u"it ended with %1"_s.arg(process.exitCode());
}

/// A workspace with a sender and some people, to be copied for each kill.
Result<> prepared(Desk &desk)
{
    const auto opened = desk.open();
    const auto known = opened ? desk.sender() : opened;
    if (known && desk.people(people).size() != people) {
        return failure(ErrorKind::internal, u"nobody was imported"_s);
    }
    return known;
}

QString copyOf(const QString &folder, const QString &target)
{
    return QDir().mkpath(target) && QFile::copy(folder + u"/crema.db"_s, target + u"/crema.db"_s) ? target
                                                                                                  : QString();
}

/// How much of `what` there is.
qsizetype made(const Desk &desk, const QString &what)
{
    if (what == "find"_L1) {
        return desk.reader->runs()->size();
    }
    return what == "write"_L1 ? desk.drafts().size() : desk.preps().size();
}

} // namespace

void FlowKillTest::killedAtEachStep_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("when");
    QTest::addColumn<int>("finished"); // stages, at least
    const QMap<QString, QStringList> stages {
            {u"find"_s, {u"searching"_s}},
            {u"write"_s, {u"writing"_s}},
            {u"prep"_s, {u"enriching_profile"_s, u"fetching_news"_s, u"generating_content"_s, u"generating_pdf"_s}}};
    for (const auto &[what, names] : stages.asKeyValueRange()) {
        QTest::addRow("%s: begun", qPrintable(what)) << what << u"commit:1"_s << 0;
        for (int i = 0; i < names.size(); ++i) {
            const QByteArray row = what.toUtf8() + ": " + names[i].toUtf8();
            QTest::addRow("%s begins", row.constData()) << what << u"stage:%1:0"_s.arg(names[i]) << i;
            QTest::addRow("%s is under way", row.constData()) << what << u"stage:%1:700"_s.arg(names[i]) << i;
            QTest::addRow("%s is written", row.constData()) << what << u"commit:%1"_s.arg(i + 2) << i + 1;
        }
    }
}

void FlowKillTest::initTestCase()
{
    VERIFY_OK(prepared(m_base));
    m_base.close();
}

void FlowKillTest::killedAtEachStep()
{
    QFETCH(QString, what);
    QFETCH(QString, when);
    QFETCH(int, finished);
    QTemporaryDir place;
    const QString folder = copyOf(m_base.folder, place.filePath(u"workspace"_s));
    QVERIFY(!folder.isEmpty());
    const QString ended = killed(folder, what, when, 1);
    QVERIFY2(ended.isEmpty() || (ended.endsWith(u'2') && when.endsWith(u":700"_s)), qPrintable(ended));
    Desk desk(folder);
    VERIFY_OK(desk.open());
    QCOMPARE(desk.unsound(), QString());
    QCOMPARE(desk.jobs().size(), 1);
    const store::JobRow left = desk.jobs().constFirst();
    QVERIFY(left.done >= finished);
    const qsizetype whole = what == "write"_L1 ? people : 1;
    QCOMPARE(made(desk, what), left.isOpen() ? 0 : whole); // all of it or nothing
    if (left.isOpen()) {
        QStringList ran;
        QObject::connect(desk.engine.get(), &jobs::JobEngine::progressed, desk.engine.get(),
                         [&](const jobs::JobProgress &progress) {
                             if (progress.total == 0) {
                                 ran << progress.stage;
                             }
                         });
        QCOMPARE(desk.engine->interrupted()->size(), 1);
        VERIFY_OK(test::await(desk.engine->resume(left.id, {})));
        QCOMPARE(ran.size(), left.total - left.done); // what was finished is not run again
    }
    QCOMPARE(desk.jobs().constFirst().state, u"done"_s);
    QCOMPARE(made(desk, what), whole);
    QCOMPARE(desk.reader->receipts()->size(), 1);
    QCOMPARE(desk.reader->balance(u"available"_s).value_or(-1), 150);
    QCOMPARE(desk.unsound(), QString());
}

void FlowKillTest::cancelledAfterTheKillAPrepSaysSo()
{
    QTemporaryDir place;
    const QString folder = copyOf(m_base.folder, place.filePath(u"workspace"_s));
    QCOMPARE(killed(folder, u"prep"_s, u"stage:generating_pdf:0"_s, 1), QString());
    Desk desk(folder);
    VERIFY_OK(desk.open());
    VERIFY_OK(test::await(desk.engine->cancel(desk.jobs().constFirst().id)));
    QCOMPARE(desk.preps().size(), 1);
    QCOMPARE(desk.preps()[0].status, u"failed"_s);
    QCOMPARE(desk.preps()[0].error, u"Cancelled."_s);
    VERIFY_OK(test::await(remakePrep(desk.services.get(), desk.preps()[0].id, {})));
    QCOMPARE(desk.preps().size(), 1);
    QCOMPARE(desk.unsound(), QString());
}

void FlowKillTest::aContactDeletedBetweenKillAndResume()
{
    QTemporaryDir place;
    const QString folder = copyOf(m_base.folder, place.filePath(u"workspace"_s));
    QCOMPARE(killed(folder, u"write"_s, u"stage:writing:0"_s, 1), QString());
    Desk desk(folder);
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.trash(Kind::contact, desk.contacts()[2].id));
    const auto resumed = test::await(desk.engine->resume(desk.jobs().constFirst().id, {}));
    VERIFY_OK(resumed);
    QCOMPARE(desk.drafts().size(), people - 1);
    QCOMPARE(arrayAt(member(resumed->results, "writing"), "unwritten").size(), 1U);
    QCOMPARE(desk.unsound(), QString());
}

void FlowKillTest::killedAtRandom()
{
    qInfo() << "seeds from" << firstSeed << "for" << randomKills << "kills";
    QTemporaryDir place;
    const QString folder = copyOf(m_base.folder, place.filePath(u"workspace"_s));
    QVERIFY(!folder.isEmpty());
    qsizetype before = 0;
    int cut = 0;
    for (quint32 round = 0; round < randomKills; ++round) {
        const quint32 seed = firstSeed + round;
        const QByteArray where = "seed " + QByteArray::number(seed) + ": ";
        const QString ended = killed(folder, u"all"_s, u"random"_s, seed);
        QVERIFY2(ended.isEmpty(), (where + ended.toUtf8()).constData());
        Desk desk(folder);
        VERIFY_OK(desk.open());
        QVERIFY2(desk.unsound().isEmpty(), (where + desk.unsound().toUtf8()).constData());
        QVERIFY(desk.jobs().size() >= before);
        before = desk.jobs().size();
        const auto left = desk.engine->interrupted();
        VERIFY_OK(left);
        cut += !left->isEmpty();
        for (const store::JobRow &job : *left) {
            if (round % 3 == 0) {
                VERIFY_OK(test::await(desk.engine->cancel(job.id)));
            } else {
                VERIFY_OK(test::await(desk.engine->resume(job.id, {})));
            }
        }
        QVERIFY2(desk.unsound().isEmpty(), (where + desk.unsound().toUtf8()).constData());
    }
    qInfo() << before << "jobs;" << cut << "of" << randomKills << "kills hit one under way";
    QVERIFY2(cut > 0, "no kill hit a job under way");
}
