// SPDX-License-Identifier: GPL-3.0-or-later
// Kills in the middle of paid searches, against the stand-in vendor, which counts what it serves.
#include "../flows/paiddesk.h"
#include "tests.h"

#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <utility>

using namespace crema;
using namespace crema::flows;
using namespace Qt::StringLiterals;

namespace {

constexpr int credits = 100'000;
constexpr int fewKills = 15;
constexpr int killsPerWorkspace = 25;

bool saysLost(const Run &run)
{
    return run.widened.join(u' ').contains("cannot be told"_L1);
}

/// A workspace whose searches are cut short, and what the vendor served for it.
class Scene
{
public:
    explicit Scene(test::PdlVendor &vendor) : m_vendor(vendor) { }

    /// Runs until it is killed, or to its end.
    [[nodiscard]] bool kill(const QString &what, const QString &when, quint32 seed)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"CREMA_TEST_VENDOR"_s, m_vendor.baseUrl().toString());
        environment.insert(u"CREMA_TEST_VENDOR_KEY"_s, QString::fromLatin1(test::PdlVendor::key));
        environment.insert(u"CREMA_TEST_CREDITS"_s, QString::number(credits));
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationFilePath(),
                      {u"--run-until-killed"_s, folder(), what, when, QString::number(seed)});
        return process.waitForFinished(60'000)
                && (process.exitStatus() == QProcess::CrashExit || process.exitCode() == 2);
    }
    [[nodiscard]] std::unique_ptr<PaidDesk> open() const
    {
        auto desk = std::make_unique<PaidDesk>(m_vendor, folder());
        desk->deployment.free = {credits, 8};
        return desk->open() ? std::move(desk) : nullptr;
    }
    /// What the vendor served since the last time: its ids, and whether it served one page twice.
    struct Served
    {
        QStringList ids;
        bool twice = false;
    };
    [[nodiscard]] Served served()
    {
        Served served;
        QSet<QString> pages;
        const Json state = m_vendor.control();
        const Json &requests = member(state, "requests");
        for (; m_seen < requests.size(); ++m_seen) {
            const Json &request = requests[m_seen];
            const QString page = textAt(request, "asked");
            if (!page.isEmpty()) {
                served.twice = served.twice || pages.contains(page);
                pages << page;
                served.ids += textsAt(request, "ids");
            }
        }
        return served;
    }

    QSet<QString> savedIds; ///< the vendor's, of who is in contacts
    QString lastRun;

private:
    [[nodiscard]] QString folder() const { return m_place.filePath(u"workspace"_s); }

    test::PdlVendor &m_vendor;
    QTemporaryDir m_place;
    size_t m_seen = 0;
};

/// What is wrong with the books after whatever was cut short has ended; empty when all is well.
QString wrongBooks(PaidDesk &desk)
{
    if (const QString unsound = desk.unsound(); !unsound.isEmpty()) {
        return unsound;
    }
    if (desk.reserved() != 0) {
        return u"credits are still set aside"_s;
    }
    const auto runs = desk.reader->runs();
    const auto receipts = desk.reader->receipts();
    if (!runs || !receipts) {
        return u"runs or receipts cannot be read"_s;
    }
    int charged = 0;
    QSet<QString> delivered;
    for (auto run = runs->crbegin(); run != runs->crend(); ++run) { // the oldest first
        int fresh = 0;
        for (const FoundPerson &found : run->people) {
            fresh += !delivered.contains(found.person.id);
            delivered << found.person.id;
        }
        const QString jobId = textAt(run->extra, "jobId");
        const auto job = desk.reader->job(jobId);
        const auto receipt = std::ranges::find(*receipts, jobId, &store::Receipt::jobId);
        if (!job || receipt == receipts->end() || receipt->charged != run->cost) {
            return u"run %1 and its receipt do not agree"_s.arg(run->id);
        }
        if (run->cost != (job->state == "done"_L1 ? fresh * 15 : 0)) {
            return u"run %1 brought %2 new people for %3 credits"_s.arg(run->id).arg(fresh).arg(run->cost);
        }
        charged += run->cost;
    }
    const int spent = desk.reader->balance(u"spent"_s).value_or(-1);
    return spent == charged && desk.balance() == credits - charged
            ? QString()
            : u"%1 credits are spent, the runs cost %2, %3 are left"_s.arg(spent).arg(charged).arg(
                      desk.balance());
}

/// Whom the vendor served is in the run that the cut search left, or the run says that an answer was lost.
QString wrongPeople(PaidDesk &desk, Scene &scene)
{
    const Scene::Served served = scene.served();
    const auto runs = desk.reader->runs(1);
    if (served.ids.isEmpty()) {
        scene.lastRun = runs && !runs->isEmpty() ? runs->constFirst().id : QString();
        return {};
    }
    if (!runs || runs->isEmpty()) {
        return u"people were served and there is no run"_s;
    }
    const Run &run = runs->constFirst();
    if (std::exchange(scene.lastRun, run.id) == run.id) {
        return u"people were served and there is no run of them"_s;
    }
    if (saysLost(run)) {
        return {};
    }
    if (served.twice) {
        return u"a page was served twice and the run does not say so"_s;
    }
    QSet<QString> there = scene.savedIds;
    for (const FoundPerson &found : run.people) {
        there << textAt(found.person.extra, "pdlId");
    }
    for (const QString &id : served.ids) {
        if (!there.contains(id)) {
            return u"%1 was served and is not in the run"_s.arg(id);
        }
    }
    return {};
}

/// Ends what a kill left, one way or the other.
Result<int> endAll(PaidDesk &desk, bool cancel)
{
    const auto left = desk.engine->interrupted();
    if (!left) {
        return std::unexpected(left.error());
    }
    for (const store::JobRow &job : *left) {
        if (cancel) {
            const auto done = test::await(desk.engine->cancel(job.id));
            if (!done) {
                return std::unexpected(done.error());
            }
        } else {
            const auto done = test::await(desk.engine->resume(job.id, {}));
            if (!done) {
                return std::unexpected(done.error());
            }
        }
    }
    return static_cast<int>(left->size());
}

/// Now and then the people of the last search become contacts: later ones leave them out.
Result<> saveLast(PaidDesk &desk, Scene &scene)
{
    const auto runs = desk.reader->runs(1);
    if (!runs || runs->isEmpty()) {
        return {};
    }
    const auto saved = test::await(savePeople(desk.services.get(), runs->constFirst().id, {}));
    if (!saved) {
        return std::unexpected(saved.error());
    }
    for (const FoundPerson &found : runs->constFirst().people) {
        scene.savedIds << textAt(found.person.extra, "pdlId");
    }
    return {};
}

QString momentOf(quint32 seed)
{
    QRandomGenerator random(seed);
    switch (random.bounded(6)) {
    case 0:
        return u"commit:%1"_s.arg(random.bounded(1, 4));
    case 1:
        return u"stage:resolving:%1"_s.arg(random.bounded(60'000));
    default:
        return u"stage:searching:%1"_s.arg(random.bounded(250'000));
    }
}

} // namespace

void PaidKillTest::aLostAnswerIsToldInTheRun_data()
{
    QTest::addColumn<bool>("cancel");
    QTest::newRow("going on") << false;
    QTest::newRow("giving up") << true;
}

void PaidKillTest::aLostAnswerIsToldInTheRun()
{
    QFETCH(bool, cancel);
    WITH_VENDOR(vendor);
    Scene scene(vendor);
    vendor.control({{"latency", 60'000}});
    QVERIFY(scene.kill(u"paid"_s, u"stage:searching:3000000"_s, 1));
    QCOMPARE(scene.served().ids.isEmpty(), false);
    vendor.control({{"latency", 0}});
    const auto desk = scene.open();
    QVERIFY(desk);
    const auto ended = endAll(*desk, cancel);
    VERIFY_OK(ended);
    QCOMPARE(*ended, 1);
    const auto runs = desk->reader->runs();
    VERIFY_OK(runs);
    QCOMPARE(runs->size(), 1);
    QVERIFY2(saysLost(runs->constFirst()), qPrintable(runs->constFirst().widened.join(u'\n')));
    QCOMPARE(runs->constFirst().people.isEmpty(), cancel);
    QCOMPARE(wrongBooks(*desk), QString());
}

void PaidKillTest::killedAtRandomNobodyIsChargedTwice()
{
    WITH_VENDOR(vendor);
    const int asked = qEnvironmentVariableIntValue("CREMA_TEST_KILLS");
    const int kills = asked > 0 ? asked : fewKills;
    std::unique_ptr<Scene> scene;
    int cut = 0;
    int lost = 0;
    for (int number = 0; number < kills; ++number) {
        if (number % killsPerWorkspace == 0) {
            scene = std::make_unique<Scene>(vendor);
            vendor.reset();
            vendor.control({{"pageMost", 2}, {"latency", 15}});
        }
        const auto seed = static_cast<quint32>(number + 1);
        const auto at = [&] { return u"at kill %1 (%2)"_s.arg(seed).arg(momentOf(seed)); };
        QVERIFY2(scene->kill(u"paid"_s, momentOf(seed), seed), qPrintable(at()));
        if (seed % 3 == 0) { // and killed again as it goes on
            QVERIFY2(scene->kill(u"resume"_s, momentOf(seed * 7919), seed), qPrintable(at()));
        }
        const auto desk = scene->open();
        QVERIFY2(desk, qPrintable(at()));
        QCOMPARE(desk->unsound(), QString());
        const auto ended = endAll(*desk, seed % 4 == 0);
        VERIFY_OK(ended);
        cut += *ended;
        QVERIFY2(wrongBooks(*desk).isEmpty(), qPrintable(wrongBooks(*desk) + u' ' + at()));
        const QString wrong = wrongPeople(*desk, *scene);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong + u' ' + at()));
        const auto runs = desk->reader->runs(1);
        lost += runs && !runs->isEmpty() && saysLost(runs->constFirst());
        if (seed % 5 == 0) {
            VERIFY_OK(saveLast(*desk, *scene));
        }
    }
    QVERIFY2(cut > 0, "no kill hit a search under way");
    qInfo("%d kills, %d searches cut short, %d answers lost and told", kills, cut, lost);
}
