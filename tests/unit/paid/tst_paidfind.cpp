// SPDX-License-Identifier: GPL-3.0-or-later
// A paid search against the stand-in of the vendor, which evaluates the query over its own people and counts
// what it is asked for.
#include "../flows/paiddesk.h"
#include "tests.h"

#include "flows/runflow.h"
#include "store/egressreader.h"

#include <QDirIterator>
#include <QTimer>

#include <algorithm>

using namespace crema;
using namespace crema::flows;
using namespace Qt::StringLiterals;

namespace {

QStringList kindsOf(const FoundPerson &found)
{
    QStringList kinds;
    for (const Reason &reason : found.reasons) {
        kinds << reason.kind;
    }
    return kinds;
}

} // namespace

void PaidFindTest::deliveredPeopleAreCharged()
{
    WITH_VENDOR(vendor);
    PaidDesk desk(vendor);
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.sender());
    const auto run = desk.find(managers());
    VERIFY_OK(run);
    QCOMPARE(run->people.size(), 3);
    QCOMPARE(run->provider, u"pdl"_s);
    QCOMPARE(run->cost, 45);
    QCOMPARE(desk.balance(), 150 - 45);
    QCOMPARE(desk.reserved(), 0);
    QCOMPARE(vendor.spent(), 3);
    const auto receipts = desk.reader->receipts();
    VERIFY_OK(receipts);
    QCOMPARE(receipts->size(), 1);
    QCOMPARE(receipts->constFirst().charged, 45);
    for (const FoundPerson &found : run->people) {
        QVERIFY(kindsOf(found).contains(u"title"_s));
        QVERIFY(kindsOf(found).contains(u"reach"_s));
        QVERIFY(!found.person.sources.isEmpty());
    }
    QCOMPARE(desk.unsound(), QString());
}

void PaidFindTest::theQueryBringsWhomItSays()
{
    WITH_VENDOR(vendor);
    PaidDesk desk(vendor);
    desk.deployment.free.peoplePerPaidRun = 40;
    desk.deployment.free.creditsPerPeriod = 3000;
    VERIFY_OK(desk.open());
    Criteria criteria;
    criteria.company = u"Halvorsen Pike"_s;
    criteria.location = u"Chicago"_s;
    criteria.limit = 5;
    const auto run = desk.find(criteria);
    VERIFY_OK(run);
    QVERIFY(!run->people.isEmpty());
    for (const FoundPerson &found : run->people) {
        QCOMPARE(found.person.company(), u"Halvorsen Pike Advisory"_s);
        QCOMPARE(found.person.state, u"Illinois"_s);
    }
}

void PaidFindTest::onlyAlumniAnswerASchool()
{
    WITH_VENDOR(vendor);
    PaidDesk desk(vendor);
    desk.deployment.free.peoplePerPaidRun = 20;
    desk.deployment.free.creditsPerPeriod = 3000;
    VERIFY_OK(desk.open());
    Criteria criteria;
    criteria.school = u"Ashgrove College"_s;
    criteria.limit = 10;
    const auto run = desk.find(criteria);
    VERIFY_OK(run);
    QCOMPARE(run->people.size(), 10);
    for (const FoundPerson &found : run->people) {
        QVERIFY(std::ranges::any_of(found.person.schools, [](const School &school) {
            return school.name == "Ashgrove College"_L1;
        }));
    }
}

void PaidFindTest::widenedAndSaidSo()
{
    WITH_VENDOR(vendor);
    PaidDesk desk(vendor);
    desk.deployment.free.peoplePerPaidRun = 40;
    desk.deployment.free.creditsPerPeriod = 3000;
    VERIFY_OK(desk.open());
    Criteria criteria;
    criteria.title = u"operations intern"_s;
    criteria.company = u"Larkmoor Software"_s;
    criteria.location = u"Evanston, Illinois"_s;
    criteria.limit = 30;
    const auto run = desk.find(criteria);
    VERIFY_OK(run);
    QVERIFY(!run->widened.isEmpty());
    QVERIFY2(run->widened.constFirst().contains("Chicago"_L1), qPrintable(run->widened.constFirst()));
    for (const FoundPerson &found : run->people) {
        QCOMPARE(found.person.company(), u"Larkmoor Software"_s);
    }
}

void PaidFindTest::knownPeopleAreLeftOutAndNobodyIsPaidTwice()
{
    WITH_VENDOR(vendor);
    PaidDesk desk(vendor);
    desk.deployment.free.creditsPerPeriod = 500;
    VERIFY_OK(desk.open());
    const auto first = desk.find(managers());
    VERIFY_OK(first);
    const QStringList everyone;
    VERIFY_OK(test::await(savePeople(desk.services.get(), first->id, everyone)));
    const auto second = desk.find(managers());
    VERIFY_OK(second);
    QCOMPARE(second->people.size(), 3);
    for (const FoundPerson &found : second->people) {
        QVERIFY(std::ranges::none_of(
                first->people, [&](const FoundPerson &other) { return other.person.id == found.person.id; }));
    }
    // Again, nobody saved in between: the same people, and they are paid for.
    const auto third = desk.find(managers());
    VERIFY_OK(third);
    QCOMPARE(third->cost, 0);
    QCOMPARE(desk.balance(), 500 - 90);
    const auto compared = comparedWithEarlier(*desk.reader, *third);
    VERIFY_OK(compared);
    QVERIFY(compared->has_value());
    QCOMPARE((*compared)->newPeople, QStringList());
}

void PaidFindTest::whoReturnsUnderAnotherIdIsNotChargedAgain()
{
    WITH_VENDOR(vendor);
    PaidDesk desk(vendor);
    VERIFY_OK(desk.open());
    const auto first = desk.find(managers());
    VERIFY_OK(first);
    // As if the vendor had known them by other ids then.
    QCOMPARE(desk.number("SELECT count(*) FROM fact WHERE name='delivered' AND record_id LIKE 'linkedin:%'"),
             3);
    store::Operation operation;
    operation.label = u"Forget the ids"_s;
    for (const FoundPerson &found : first->people) {
        operation.facts.push_back({found.person.id, u"delivered"_s, {}});
    }
    VERIFY_OK(test::await(desk.store->apply(operation)));
    const auto again = desk.find(managers());
    VERIFY_OK(again);
    QCOMPARE(again->people.size(), 3);
    QCOMPARE(again->cost, 0);
}

void PaidFindTest::anUndoneRunIsNotChargedAgain()
{
    WITH_VENDOR(vendor);
    PaidDesk desk(vendor);
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.find(managers()));
    VERIFY_OK(desk.undo());
    QVERIFY(desk.reader->runs()->isEmpty());
    const auto again = desk.find(managers());
    VERIFY_OK(again);
    QCOMPARE(again->people.size(), 3);
    QCOMPARE(again->cost, 0);
    QCOMPARE(desk.balance(), 150 - 45);
}

void PaidFindTest::nobodyFoundIsFree()
{
    WITH_VENDOR(vendor);
    PaidDesk desk(vendor);
    VERIFY_OK(desk.open());
    Criteria criteria;
    criteria.title = u"lighthouse keeper"_s;
    criteria.limit = 3;
    const auto run = desk.find(criteria);
    VERIFY_OK(run);
    QVERIFY(run->people.isEmpty());
    QCOMPARE(desk.balance(), 150);
}

void PaidFindTest::faultsAreErrorsAndCostNothing_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("wrong key") << QByteArray(R"({"kind":401,"path":"/v5/person/search","times":9})")
                               << ErrorKind::unauthorised;
    QTest::newRow("vendor account empty")
            << QByteArray(R"({"kind":402,"path":"/v5/person/search","times":9})") << ErrorKind::outOfCredits;
    QTest::newRow("too often") << QByteArray(
            R"({"kind":429,"path":"/v5/person/search","times":9,"headers":{"x-ratelimit-reset":"2099-01-01T00:00:00Z"}})")
                               << ErrorKind::rateLimited;
    QTest::newRow("out of order") << QByteArray(R"({"kind":500,"path":"/v5/person/search","times":9})")
                                  << ErrorKind::badAnswer;
    QTest::newRow("no JSON") << QByteArray(R"({"kind":"garbage","path":"/v5/person/search","times":9})")
                             << ErrorKind::badAnswer;
    QTest::newRow("half an answer") << QByteArray(R"({"kind":"half","path":"/v5/person/search","times":9})")
                                    << ErrorKind::badAnswer;
    QTest::newRow("an error in a 200")
            << QByteArray(R"({"kind":"error200","path":"/v5/person/search","times":9})")
            << ErrorKind::badAnswer;
}

void PaidFindTest::faultsAreErrorsAndCostNothing()
{
    QFETCH(QByteArray, fault);
    QFETCH(ErrorKind, kind);
    WITH_VENDOR(vendor);
    PaidDesk desk(vendor);
    VERIFY_OK(desk.open());
    vendor.fault(*parseJson(fault));
    const auto run = desk.find(managers());
    QVERIFY(!run);
    QCOMPARE(run.error().kind, kind);
    QVERIFY(!run.error().text.isEmpty());
    QCOMPARE(desk.balance(), 150);
    QCOMPARE(desk.reserved(), 0);
    QVERIFY(desk.reader->runs()->isEmpty());
    QCOMPARE(desk.unsound(), QString());
    // And it works once the vendor does again.
    vendor.reset();
    const auto again = desk.find(managers());
    VERIFY_OK(again);
    QCOMPARE(again->people.size(), 3);
}

void PaidFindTest::aLaterPageThatFailsLosesNobody()
{
    WITH_VENDOR(vendor);
    PaidDesk desk(vendor);
    desk.deployment.free.peoplePerPaidRun = 40;
    desk.deployment.free.creditsPerPeriod = 3000;
    VERIFY_OK(desk.open());
    Criteria criteria; // the second query, which widens, is the one that fails
    criteria.title = u"engagement manager"_s;
    criteria.location = u"Evanston, Illinois"_s;
    criteria.limit = 40;
    vendor.fault(*parseJson(R"({"kind":500,"path":"/v5/person/search","after":1,"times":9})"));
    const auto run = desk.find(criteria);
    VERIFY_OK(run);
    QVERIFY(!run->people.isEmpty());
    QVERIFY(run->people.size() < 40);
    QVERIFY2(run->widened.join(u' ').contains("broke off"_L1), qPrintable(run->widened.join(u'\n')));
    QCOMPARE(run->cost, static_cast<int>(run->people.size()) * 15);
}

void PaidFindTest::cancelledIsNotCharged()
{
    WITH_VENDOR(vendor);
    PaidDesk desk(vendor);
    VERIFY_OK(desk.open());
    vendor.fault(*parseJson(R"({"kind":"slow","ms":1200,"path":"/v5/person/search"})"));
    std::stop_source stop;
    QTimer::singleShot(700, [&stop] { stop.request_stop(); });
    const auto run = test::await(findPeople(desk.services.get(), managers(), u"pdl"_s, stop.get_token()));
    QVERIFY(!run);
    QCOMPARE(run.error().kind, ErrorKind::cancelled);
    QCOMPARE(desk.balance(), 150);
    QCOMPARE(desk.reserved(), 0);
}

void PaidFindTest::refusedBeforeAnythingIsAsked()
{
    WITH_VENDOR(vendor);
    PaidDesk desk(vendor);
    VERIFY_OK(desk.open());
    const auto tooMany = desk.find(managers(4));
    QVERIFY(!tooMany);
    QCOMPARE(tooMany.error().kind, ErrorKind::rejectedInput);
    QVERIFY(tooMany.error().text.contains(u'3'));
    for (int i = 0; i < 3; ++i) {
        Criteria criteria = managers();
        criteria.title = QStringList {u"engagement manager"_s, u"software engineer"_s, u"product manager"_s}
                                 .at(i);
        VERIFY_OK(desk.find(criteria));
    }
    const auto before = vendor.spent();
    const auto poor = desk.find({u"project leader"_s, {}, {}, {}, 3}); // 15 credits are left
    QVERIFY(!poor);
    QCOMPARE(poor.error().kind, ErrorKind::outOfCredits);
    QCOMPARE(vendor.spent(), before);
}

void PaidFindTest::withoutAKey()
{
    WITH_VENDOR(vendor);
    PaidDesk desk(vendor, false);
    VERIFY_OK(desk.open());
    const auto run = desk.find(managers());
    QVERIFY(!run);
    QCOMPARE(run.error().kind, ErrorKind::unauthorised);
    QVERIFY(run.error().text.contains("Settings"_L1));
    QCOMPARE(desk.balance(), 150);
}

void PaidFindTest::everyRequestIsInTheEgressLog()
{
    WITH_VENDOR(vendor);
    PaidDesk desk(vendor);
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.find(managers()));
    QVERIFY(test::spinUntil([&] {
        const auto rows = store::readEgress(*desk.reader);
        return rows
                && std::ranges::none_of(*rows, [](const auto &row) { return row.outcome == "under way"_L1; });
    }));
    const auto rows = store::readEgress(*desk.reader);
    VERIFY_OK(rows);
    QCOMPARE(rows->size(), static_cast<qsizetype>(member(vendor.control(), "requests").size()));
    const auto search = std::ranges::find_if(
            *rows, [](const auto &row) { return row.request.contains("/person/search"_L1); });
    QVERIFY(search != rows->end());
    QCOMPARE(search->service, u"People Data Labs"_s);
    QCOMPARE(search->status, 200);
    QCOMPARE(search->cost, 3.0);
    QVERIFY(search->bytesOut > 0 && search->bytesIn > 0);
    QVERIFY(!search->jobId.isEmpty());
    // Nothing secret anywhere in the workspace.
    desk.close();
    QDirIterator files(desk.folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(test::PdlVendor::key), qPrintable(file.fileName()));
    }
}

void PaidFindTest::thePlanDecidesWhatIsKept()
{
    WITH_VENDOR(vendor);
    PaidDesk desk(vendor);
    VERIFY_OK(desk.open());
    const auto run = desk.find(managers());
    VERIFY_OK(run);
    for (const FoundPerson &found : run->people) {
        QVERIFY(found.person.phones.isEmpty());
        QVERIFY(found.person.addresses.size() <= 1);
        QVERIFY(found.person.schools.size() <= 1);
        QVERIFY(found.person.headline.isEmpty());
        QVERIFY(!found.person.extra.contains("skills"));
    }
}
