// SPDX-License-Identifier: GPL-3.0-or-later
// A paid search that is cancelled or cut off by quitting, against the stand-in of the vendor, which counts.
#include "../flows/paiddesk.h"
#include "tests.h"

#include "async/leaves.h"
#include "flows/runflow.h"
#include "store/connection.h"
#include "store/egressreader.h"

using namespace crema;
using namespace crema::flows;
using namespace std::chrono_literals;

namespace {

/// Writes wait while it lives.
class WriterHeldUp final
{
public:
    explicit WriterHeldUp(const Desk &desk)
        : m_connection(store::Connection::open(desk.workspace->databasePath(), store::Access::readWrite))
    {
        m_held = m_connection && (*m_connection)->run("BEGIN IMMEDIATE");
    }
    ~WriterHeldUp() { end(); }
    Q_DISABLE_COPY_MOVE(WriterHeldUp)

    [[nodiscard]] bool isHeld() const { return m_held; }
    void end()
    {
        if (m_held) {
            m_held = !(*m_connection)->run("ROLLBACK");
        }
    }

private:
    Result<std::unique_ptr<store::Connection>> m_connection;
    bool m_held = false;
};

const QString suggesting = u"/v5/autocomplete"_s;

} // namespace

void PayOnceTest::cancelledAndSearchedAgainPaysOnce()
{
    WITH_VENDOR(vendor);
    PaidDesk desk(vendor);
    VERIFY_OK(desk.open());
    vendor.fault(*parseJson(R"({"kind":"slow","ms":500,"path":"/v5/person/search"})"));
    std::stop_source stop;
    auto task = findPeople(desk.services.get(), managers(), u"pdl"_s, stop.get_token());
    QVERIFY(test::spinUntil([&] { return desk.requests(vendor) == 1; }));
    stop.request_stop();
    const auto cancelled = test::await(std::move(task));
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().kind, ErrorKind::cancelled);
    QCOMPARE(desk.balance(), 150);
    QCOMPARE(desk.reserved(), 0);
    // Whom the vendor was paid for is there, free of charge.
    const auto kept = desk.reader->runs();
    QCOMPARE(kept->size(), 1);
    QCOMPARE(kept->constFirst().people.size(), 3);
    QCOMPARE(kept->constFirst().cost, 0);
    QCOMPARE(numberAt(kept->constFirst().extra, "vendorCredits"), 3.0);
    QVERIFY(kept->constFirst().widened.join(u' ').contains("cancelled"_L1));
    QVERIFY(!kept->constFirst().widened.join(u' ').contains("lost"_L1));

    const auto again = desk.find(managers());
    VERIFY_OK(again);
    QCOMPARE(again->people.size(), 3);
    QCOMPARE(again->cost, 0); // they came before
    QCOMPARE(desk.requests(vendor), 1);
    QCOMPARE(vendor.spent(), 3);
    QCOMPARE(desk.balance(), 150);
    QCOMPARE(desk.unsound(), QString());
}

void PayOnceTest::closedAndSearchedAgainPaysOnce()
{
    WITH_VENDOR(vendor);
    PaidDesk desk(vendor);
    VERIFY_OK(desk.open());
    vendor.fault(*parseJson(R"({"kind":"slow","ms":500,"path":"/v5/person/search"})"));
    auto task = findPeople(desk.services.get(), managers(), u"pdl"_s, {});
    QVERIFY(test::spinUntil([&] { return desk.requests(vendor) == 1; }));
    desk.outside->http.close(); // as Session does
    QVERIFY(async::drainUntil([&] { return desk.outside->http.paidUnderWay() == 0; }, test::spinLimit));
    desk.close();
    VERIFY_OK(desk.open());

    const auto again = desk.find(managers());
    VERIFY_OK(again);
    QCOMPARE(again->people.size(), 3);
    QCOMPARE(desk.requests(vendor), 1);
    QCOMPARE(vendor.spent(), 3);
    const int charged = desk.reader->balance(u"spent"_s).value_or(-1);
    QVERIFY(charged == 0 || charged == 45); // once at most, whether the close cut the search or came too late
    QCOMPARE(desk.balance(), 150 - charged);
    QCOMPARE(desk.reserved(), 0);
    QCOMPARE(desk.unsound(), QString());
}

void PayOnceTest::aLostAnswerIsTold()
{
    WITH_VENDOR(vendor);
    PaidDesk desk(vendor);
    VERIFY_OK(desk.open());
    vendor.fault(*parseJson(R"({"kind":"served-drop","path":"/v5/person/search"})"));
    const auto broken = desk.find(managers());
    QVERIFY(!broken);
    QVERIFY2(broken.error().text.contains("cannot be told"_L1), qPrintable(broken.error().text));
    QVERIFY(desk.reader->runs()->isEmpty()); // a failure is no search that found nobody

    vendor.fault(*parseJson(R"({"kind":"slow","ms":5000,"path":"/v5/person/search"})"));
    Criteria criteria = managers();
    criteria.title = u"product manager"_s;
    auto task = findPeople(desk.services.get(), criteria, u"pdl"_s, {});
    QVERIFY(test::spinUntil([&] { return desk.requests(vendor) == 2; }));
    desk.outside->http.abortAll(); // whoever ends the program waited long enough
    QVERIFY(!test::await(std::move(task)));
    const auto runs = desk.reader->runs();
    QCOMPARE(runs->size(), 1);
    QVERIFY(runs->constFirst().people.isEmpty());
    QVERIFY(runs->constFirst().widened.join(u' ').contains("cannot be told"_L1));
    QCOMPARE(desk.balance(), 150);
    QCOMPARE(desk.reserved(), 0);
    QCOMPARE(desk.unsound(), QString());
}

void PayOnceTest::theLogIsWrittenBeforeARequestLeaves()
{
    WITH_VENDOR(vendor);
    PaidDesk desk(vendor);
    VERIFY_OK(desk.open());
    WriterHeldUp held(desk);
    QVERIFY(held.isHeld());
    auto task = desk.outside->pdl.autocomplete(u"title"_s, u"eng"_s, 5, {}, {});
    QTest::qWait(300);
    QCOMPARE(desk.requests(vendor, suggesting), 0);
    held.end();
    VERIFY_OK(test::await(std::move(task)));
    QCOMPARE(desk.requests(vendor, suggesting), 1);
}

void PayOnceTest::whatCannotBeLoggedDoesNotLeave()
{
    WITH_VENDOR(vendor);
    PaidDesk desk(vendor);
    VERIFY_OK(desk.open());
    const auto connection = store::Connection::open(desk.workspace->databasePath(), store::Access::readWrite);
    VERIFY_OK(connection);
    VERIFY_OK((*connection)
                      ->run("CREATE TRIGGER full_disk BEFORE INSERT ON egress BEGIN SELECT RAISE(FAIL, 'the "
                            "disk is full'); END"));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"the egress log was not written"_s));
    const auto run = desk.find(managers());
    QVERIFY(!run);
    QCOMPARE(run.error().kind, ErrorKind::storage);
    QVERIFY2(run.error().text.contains("Nothing was sent to People Data Labs"_L1),
             qPrintable(run.error().text));
    QVERIFY(member(vendor.control(), "requests").empty());
    QCOMPARE(desk.balance(), 150);
    QCOMPARE(desk.reserved(), 0);
    VERIFY_OK((*connection)->run("DROP TRIGGER full_disk"));
    VERIFY_OK(desk.find(managers()));
}

void PayOnceTest::suggestionsBeyondTheLimitComeFromHere()
{
    WITH_VENDOR(vendor);
    PaidDesk desk(vendor);
    VERIFY_OK(desk.open());
    for (int i = 0; i < SuggestionLimits().perMinute; ++i) {
        VERIFY_OK(test::await(desk.outside->pdl.autocomplete(u"title"_s, u"en%1"_s.arg(i), 5, {}, {})));
    }
    const auto suggested = [&] {
        return test::await(suggestWithVendor(desk.services.get(), u"job_title"_s, u"engineer"_s, 8, {}));
    };
    const auto own = test::await(suggest(desk.services.get(), u"job_title"_s, u"engineer"_s, 8, {}));
    const auto beyond = suggested();
    VERIFY_OK(own);
    VERIFY_OK(beyond); // no error: the local ones
    QVERIFY(!beyond->isEmpty());
    QCOMPARE(beyond->size(), own->size());
    QCOMPARE(desk.requests(vendor, suggesting), SuggestionLimits().perMinute);
    desk.clock.advance(61s);
    VERIFY_OK(suggested());
    QCOMPARE(desk.requests(vendor, suggesting), SuggestionLimits().perMinute + 1);
}
