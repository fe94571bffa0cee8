// SPDX-License-Identifier: GPL-3.0-or-later
// What was paid for is never lost, and never paid for twice: cancelled, closed, with another key.
#include "tests.h"

#include <algorithm>

using namespace crema;
using namespace crema::pdl;
using namespace crema::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Json managers = {{"term", {{"job_title", "engagement manager"}}}};
const QString searching = u"/v5/person/search"_s;

} // namespace

qsizetype PdlClientTest::requestsFor(const QString &path)
{
    const Json state = vendor->control();
    const Json requests = member(state, "requests");
    return std::ranges::count_if(requests, [&](const Json &one) { return textAt(one, "path") == path; });
}

void PdlClientTest::whatACancelledRequestPaidForIsKept_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("nextJob");
    QTest::addColumn<bool>("fresh");
    QTest::newRow("a page, asked for by another job") << searching << u"job2"_s << false;
    QTest::newRow("a page that is asked for anew: nobody has seen it") << searching << u"job2"_s << true;
    QTest::newRow("a page, by the job that goes on") << searching << u"job1"_s << false;
    QTest::newRow("a person, by another job") << u"/v5/person/enrich"_s << u"job2"_s << false;
}

void PdlClientTest::whatACancelledRequestPaidForIsKept()
{
    QFETCH(QString, path);
    QFETCH(QString, nextJob);
    QFETCH(bool, fresh);
    const auto somebody = search(managers, 1);
    VERIFY_OK(somebody);
    const QString link = somebody->people.first().linkedinUrl;
    vendor->reset();
    vendor->fault({{"path", path.toStdString()}, {"kind", "slow"}, {"ms", 400}});
    const auto ask = [&](const Call &call, std::stop_token stop) -> Task<Result<Page>> {
        if (path == searching) {
            return client->search({managers, 3, {}}, call, std::move(stop));
        }
        return [](Client *own, QString url, Call calling, std::stop_token token) -> Task<Result<Page>> {
            const auto person = co_await own->enrich(url, calling, token);
            Page page;
            if (person && *person) {
                page.people << (*person)->person;
            }
            co_return person ? Result<Page>(page) : std::unexpected(person.error());
        }(client.get(), link, call, std::move(stop));
    };
    std::stop_source stop;
    auto task = ask({u"job1"_s, fresh}, stop.get_token());
    QVERIFY(spinUntil([&] { return requestsFor(path) == 1; }));
    QVERIFY(client->isPaidUnderWay());
    stop.request_stop();
    const auto cancelled = await(std::move(task));
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().kind, ErrorKind::cancelled);
    QVERIFY(!client->isPaidUnderWay());

    clock.advance(1h);
    const auto again = await(ask({nextJob, fresh}, {}));
    VERIFY_OK(again);
    QCOMPARE(again->people.size(), path == searching ? 3 : 1);
    QCOMPARE(requestsFor(path), 1);
    QCOMPARE(vendor->spent(), path == searching ? 3 : 1);
    VERIFY_OK(await(ask({u"job3"_s, true}, {}))); // it was seen now: anew means anew
    QCOMPARE(requestsFor(path), 2);
}

void PdlClientTest::whatIsPaidForOnTheWayOutIsKept()
{
    vendor->fault({{"path", "/v5/person/search"}, {"kind", "slow"}, {"ms", 400}});
    auto task = client->search({managers, 3, {}}, {u"job1"_s}, {});
    QVERIFY(spinUntil([&] { return requestsFor(searching) == 1; }));
    http->close(); // as Session does
    QVERIFY(async::drainUntil([this] { return http->paidUnderWay() == 0; }, spinLimit));
    http->abortAll();
    QVERIFY(async::drain(spinLimit));

    // The next process.
    http = std::make_unique<net::Client>(clock, *egress, 8U);
    cache = std::make_unique<FileAnswerCache>(folder->path(), clock);
    makeClient(QString::fromLatin1(PdlVendor::key));
    const auto again = await(client->search({managers, 3, {}}, {u"job2"_s}, {}));
    VERIFY_OK(again);
    QCOMPARE(again->people.size(), 3);
    QCOMPARE(requestsFor(searching), 1);
    QCOMPARE(vendor->spent(), 3);
}

void PdlClientTest::aFailureAfterACancelIsNotKept()
{
    vendor->fault({{"path", "/v5/person/search"}, {"kind", "slow"}, {"ms", 300}});
    vendor->control({{"credits", 0}}); // 402, after a while
    std::stop_source stop;
    auto task = client->search({managers, 3, {}}, {u"job1"_s}, stop.get_token());
    QVERIFY(spinUntil([&] { return requestsFor(searching) == 1; }));
    stop.request_stop();
    const auto cancelled = await(std::move(task));
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().kind, ErrorKind::cancelled); // whatever came: it was cancelled
    vendor->control({{"credits", 100}});
    const auto again = search(managers, 3);
    VERIFY_OK(again);
    QCOMPARE(again->people.size(), 3);
    QCOMPARE(requestsFor(searching), 2);
}

void PdlClientTest::anotherAccountGetsItsOwnAnswers()
{
    VERIFY_OK(search(managers, 3)); // by job1
    makeClient(u"another-account"_s);
    const auto others = await(client->search({managers, 3, {}}, {u"job2"_s}, {}));
    QVERIFY(!others); // asked, and refused: not answered with what the first account had bought
    QCOMPARE(others.error().kind, ErrorKind::unauthorised);
    QCOMPARE(requestsFor(searching), 2);
    VERIFY_OK(search(managers, 3)); // job1 goes on with what it has paid for, whatever the key
    QCOMPARE(requestsFor(searching), 2);
    makeClient(QString::fromLatin1(PdlVendor::key));
    VERIFY_OK(
            await(client->search({managers, 3, {}}, {u"job3"_s}, {}))); // and the first account finds its own
    QCOMPARE(requestsFor(searching), 2);
    QCOMPARE(vendor->spent(), 3);
}

void PdlClientTest::suggestionsKeepToTheirLimit()
{
    const QString path = u"/v5/autocomplete"_s;
    const auto suggest = [this](int number) {
        return await(client->autocomplete(u"title"_s, u"eng%1"_s.arg(number), 5, {}, {}));
    };
    for (int i = 0; i < SuggestionLimits().perMinute; ++i) {
        VERIFY_OK(suggest(i));
    }
    const auto refused = suggest(1000);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::rateLimited);
    QCOMPARE(requestsFor(path), SuggestionLimits().perMinute);
    VERIFY_OK(suggest(3)); // what is kept costs nothing
    VERIFY_OK(await(client->test({}))); // and the button is no typing
    VERIFY_OK(await(client->cleanCompany(u"Halvorsen Pike"_s, {}, {})));
    clock.advance(-1h); // set back: not barred for an hour
    VERIFY_OK(suggest(1001));
    clock.advance(61s);
    for (int i = 0; i < SuggestionLimits().perMinute; ++i) {
        VERIFY_OK(suggest(2000 + i));
    }
    QVERIFY(!suggest(3000));
    clock.advance(61s);
    VERIFY_OK(suggest(3000));
}

void PdlClientTest::suggestionsKeepToTheirDay()
{
    client = std::make_unique<Client>(*http, vendor->baseUrl(), *token, *cache, SuggestionLimits {5, 12});
    int number = 0;
    const auto suggest = [&] {
        return await(client->autocomplete(u"title"_s, u"eng%1"_s.arg(++number), 5, {}, {})).has_value();
    };
    int given = 0;
    for (int minute = 0; minute < 4; ++minute) {
        for (int i = 0; i < 6; ++i) {
            given += suggest();
        }
        clock.advance(1min);
    }
    QCOMPARE(given, 12);
    QCOMPARE(requestsFor(u"/v5/autocomplete"_s), 12);
    clock.advance(24h);
    QVERIFY(suggest());
}

void PdlClientTest::aVendorThatRefusesSuggestionsIsLeftAlone()
{
    const QString path = u"/v5/autocomplete"_s;
    vendor->fault({{"path", path.toStdString()}, {"kind", 429}, {"headers", {{"Retry-After", "300"}}}});
    const auto suggest = [this](const QString &text) {
        return await(client->autocomplete(u"title"_s, text, 5, {}, {}));
    };
    QVERIFY(!suggest(u"one"_s));
    QVERIFY(!suggest(u"two"_s));
    QCOMPARE(requestsFor(path), 1);
    clock.advance(301s);
    VERIFY_OK(suggest(u"two"_s));
    QCOMPARE(requestsFor(path), 2);
}
