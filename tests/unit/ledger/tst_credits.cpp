// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "model/contact.h"

using namespace crema;
using namespace crema::ledger;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr auto day = 24h;

#define COMPARE_SOUND(desk)                                                                                  \
    do {                                                                                                     \
        QCOMPARE((desk).sum(), 0);                                                                           \
        QCOMPARE((desk).lopsided(), 0);                                                                      \
        QCOMPARE((desk).wrongBalances(), 0);                                                                 \
    } while (false)

store::Operation planChange(const QString &plan)
{
    store::Operation operation;
    operation.facts.push_back({u"account"_s, u"plan"_s, plan});
    return operation;
}

} // namespace

void CreditsTest::theFirstGrantIsThePlans_data()
{
    QTest::addColumn<QString>("plan");
    QTest::addColumn<int>("credits");
    QTest::newRow("nothing known of a plan") << QString() << 150;
    QTest::newRow("free") << u"free"_s << 150;
    QTest::newRow("pro") << u"pro"_s << 1800;
    QTest::newRow("the old name of pro") << u"advanced"_s << 1800;
    QTest::newRow("a word from elsewhere") << u"platinum"_s << 150;
}

void CreditsTest::theFirstGrantIsThePlans()
{
    QFETCH(QString, plan);
    QFETCH(int, credits);
    Desk desk;
    VERIFY_OK(desk.open());
    if (!plan.isEmpty()) {
        VERIFY_OK(desk.apply(planChange(plan)));
    }
    const auto granted = desk.grant();
    VERIFY_OK(granted);
    QCOMPARE(*granted, credits);
    QCOMPARE(desk.of(u"granted"_s), -credits);
    COMPARE_SOUND(desk);
}

void CreditsTest::beforeTheFirstGrantThePlansCreditsAreShown()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto before = readCredits(*desk.reader, desk.deployment);
    VERIFY_OK(before);
    QCOMPARE(before->balance, 150);
    QCOMPARE(before->max, 150);
    QVERIFY(before->resetsAt.isEmpty());
    VERIFY_OK(desk.grant());
    const auto after = readCredits(*desk.reader, desk.deployment);
    VERIFY_OK(after);
    QCOMPARE(after->balance, 150);
    QVERIFY2(after->resetsAt.startsWith("2026-03-31T09:00"_L1), qPrintable(after->resetsAt));
}

void CreditsTest::aReservationMovesCreditsAside()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.grant());
    VERIFY_OK(desk.reserved(u"job1"_s, 45));
    QCOMPARE(desk.balance(), 105);
    QCOMPARE(desk.of(u"reserved:job1"_s), 45);
    QCOMPARE(heldFor(*desk.reader, u"job1"_s).value_or(-1), 45);
    QCOMPARE(heldFor(*desk.reader, u"job2"_s).value_or(-1), 0);
    COMPARE_SOUND(desk);
}

void CreditsTest::whatWasDeliveredIsChargedAndTheRestGivenBack_data()
{
    QTest::addColumn<int>("charged");
    QTest::addColumn<int>("spent");
    QTest::newRow("all of it") << 45 << 45;
    QTest::newRow("a part") << 15 << 15;
    QTest::newRow("nothing") << 0 << 0;
    QTest::newRow("never more than was set aside") << 60 << 45;
    QTest::newRow("never less than nothing") << -15 << 0;
}

void CreditsTest::whatWasDeliveredIsChargedAndTheRestGivenBack()
{
    QFETCH(int, charged);
    QFETCH(int, spent);
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.grant());
    VERIFY_OK(desk.reserved(u"job1"_s, 45));
    VERIFY_OK(desk.settled(u"job1"_s, 45, charged));
    QCOMPARE(desk.balance(), 150 - spent);
    QCOMPARE(desk.of(u"spent"_s), spent);
    QCOMPARE(desk.of(u"reserved:job1"_s), 0);
    COMPARE_SOUND(desk);
    const auto receipts = desk.reader->receipts();
    VERIFY_OK(receipts);
    QCOMPARE(receipts->size(), 1);
    const store::Receipt expected {u"job1"_s, u"find"_s,  u"Find: bankers"_s,       45,
                                   spent,     45 - spent, receipts->constFirst().at};
    QCOMPARE(receipts->constFirst(), expected);
}

void CreditsTest::nothingIsSpentThatIsNotThere()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.grant());
    const auto tooMuch = desk.reserved(u"job1"_s, 151);
    QVERIFY(!tooMuch);
    QCOMPARE(tooMuch.error().kind, ErrorKind::outOfCredits);
    VERIFY_OK(desk.reserved(u"job2"_s, 150));
    QCOMPARE(desk.balance(), 0);
    const auto oneMore = desk.reserved(u"job3"_s, 1);
    QVERIFY(!oneMore);
    QCOMPARE(oneMore.error().kind, ErrorKind::outOfCredits);
    QCOMPARE(desk.balance(), 0);
    COMPARE_SOUND(desk);
}

void CreditsTest::aRefusedReservationTakesItsWholeOperationAlong()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.grant());
    Contact contact;
    contact.id = u"c1"_s;
    contact.firstName = u"Marisol"_s;
    store::Operation operation;
    operation.create(Kind::contact, contact.id, toBody(contact));
    reserve(operation, desk.deployment, u"job1"_s, 100, desk.ids.next());
    reserve(operation, desk.deployment, u"job1"_s, 100, desk.ids.next());
    QVERIFY(!desk.apply(operation));
    QCOMPARE(desk.balance(), 150);
    QVERIFY(!desk.reader->contact(u"c1"_s));
    COMPARE_SOUND(desk);
}

void CreditsTest::settlingTwiceMovesNothingTwice()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.grant());
    VERIFY_OK(desk.reserved(u"job1"_s, 45));
    VERIFY_OK(desk.settled(u"job1"_s, 45, 30));
    const auto again = desk.settled(u"job1"_s, 45, 45); // a receipt that would charge what is gone is refused
    QVERIFY(!again || desk.reader->receipts()->constFirst().charged == 30);
    QCOMPARE(desk.balance(), 120);
    QCOMPARE(desk.of(u"spent"_s), 30);
    QCOMPARE(desk.reader->receipts()->size(), 1);
    COMPARE_SOUND(desk);
}

void CreditsTest::missingCreditsAreCounted()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.grant());
    VERIFY_OK(desk.reserved(u"job1"_s, 120));
    const auto credits = readCredits(*desk.reader, desk.deployment);
    VERIFY_OK(credits);
    VERIFY_OK(checkAffordable(*credits, desk.deployment, 30));
    const auto missing = checkAffordable(*credits, desk.deployment, 45);
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::outOfCredits);
    for (const QString &number : {u"45"_s, u"30"_s, u"15 are missing"_s}) {
        QVERIFY2(missing.error().text.contains(number), qPrintable(missing.error().text));
    }
    desk.deployment.metering = false;
    VERIFY_OK(checkAffordable(*credits, desk.deployment, 45));
}

void CreditsTest::aPeriodFillsUpAndNeverTakesAway()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(planChange(u"pro"_s)));
    VERIFY_OK(desk.grant());
    VERIFY_OK(desk.reserved(u"job1"_s, 700));
    VERIFY_OK(desk.settled(u"job1"_s, 700, 700));
    desk.clock.advance(30 * day);
    QCOMPARE(desk.grant().value_or(-1), 700);
    QCOMPARE(desk.balance(), 1800);
    VERIFY_OK(desk.apply(planChange(u"free"_s))); // what was paid for stays
    desk.clock.advance(30 * day);
    QCOMPARE(desk.grant().value_or(-1), 0);
    QCOMPARE(desk.balance(), 1800);
    COMPARE_SOUND(desk);
}

void CreditsTest::theGrantComesOnceAPeriod()
{
    Desk desk;
    VERIFY_OK(desk.open());
    QCOMPARE(desk.grant().value_or(-1), 150);
    VERIFY_OK(desk.reserved(u"job1"_s, 150));
    VERIFY_OK(desk.settled(u"job1"_s, 150, 150));
    QCOMPARE(desk.grant().value_or(-1), 0);
    desk.clock.advance(30 * day - 1min);
    QCOMPARE(desk.grant().value_or(-1), 0);
    desk.clock.advance(1min);
    QCOMPARE(desk.grant().value_or(-1), 150);
    VERIFY_OK(desk.reserved(u"job2"_s, 150));
    VERIFY_OK(desk.settled(u"job2"_s, 150, 150));
    QCOMPARE(desk.grant().value_or(-1), 0);
    desk.clock.advance(365 * day); // a year away is one period, not twelve
    QCOMPARE(desk.grant().value_or(-1), 150);
    COMPARE_SOUND(desk);
}

void CreditsTest::aClockSetBackGivesNothing()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.grant());
    VERIFY_OK(desk.reserved(u"job1"_s, 150));
    VERIFY_OK(desk.settled(u"job1"_s, 150, 150));
    desk.clock.advance(-10 * 365 * day);
    QCOMPARE(desk.grant().value_or(-1), 0);
    desk.clock.advance(35 * day);
    QCOMPARE(desk.grant().value_or(-1), 0);
    QCOMPARE(desk.balance(), 0);
    COMPARE_SOUND(desk);
}

void CreditsTest::anotherPlanCountsFromTheNextPeriod()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.grant());
    VERIFY_OK(desk.apply(planChange(u"pro"_s)));
    QCOMPARE(desk.grant().value_or(-1), 0);
    const auto credits = readCredits(*desk.reader, desk.deployment);
    VERIFY_OK(credits);
    QCOMPARE(credits->balance, 150);
    QCOMPARE(credits->max, 1800);
    desk.clock.advance(30 * day);
    QCOMPARE(desk.grant().value_or(-1), 1650);
    COMPARE_SOUND(desk);
}

void CreditsTest::withoutMeteringNothingMovesButReceiptsAreWritten()
{
    Desk desk;
    desk.deployment.metering = false;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.grant());
    VERIFY_OK(desk.reserved(u"job1"_s, 45));
    VERIFY_OK(desk.settled(u"job1"_s, 45, 30));
    QCOMPARE(desk.balance(), 150);
    QCOMPARE(desk.of(u"spent"_s), 0);
    const auto receipts = desk.reader->receipts();
    VERIFY_OK(receipts);
    QCOMPARE(receipts->size(), 1);
    QCOMPARE(receipts->constFirst().charged, 30);
    COMPARE_SOUND(desk);
}

void CreditsTest::meteringSwitchedWhileAJobRuns_data()
{
    QTest::addColumn<bool>("before");
    QTest::addColumn<int>("balance");
    QTest::newRow("switched off: what was set aside is charged, the rest comes back") << true << 120;
    QTest::newRow("switched on: what was never set aside is not charged") << false << 150;
}

void CreditsTest::meteringSwitchedWhileAJobRuns()
{
    QFETCH(bool, before);
    QFETCH(int, balance);
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.grant());
    desk.deployment.metering = before;
    VERIFY_OK(desk.reserved(u"job1"_s, 45));
    desk.deployment.metering = !before;
    VERIFY_OK(desk.settled(u"job1"_s, 45, 30));
    QCOMPARE(desk.balance(), balance);
    QCOMPARE(desk.of(u"reserved:job1"_s), 0);
    COMPARE_SOUND(desk);
}

void CreditsTest::receiptsNewestFirst()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.grant());
    for (const QString &job : {u"b"_s, u"a"_s, u"c"_s}) {
        desk.clock.advance(1min);
        VERIFY_OK(desk.reserved(job, 10));
        VERIFY_OK(desk.settled(job, 10, 5));
    }
    const auto receipts = desk.reader->receipts();
    VERIFY_OK(receipts);
    QStringList order;
    for (const store::Receipt &receipt : *receipts) {
        order << receipt.jobId;
    }
    QCOMPARE(order, QStringList({u"c"_s, u"a"_s, u"b"_s}));
}
