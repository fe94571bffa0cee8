// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/httpserver.h"
#include "tests.h"

#include <QSet>

using namespace crema;
using namespace crema::pdl;
using namespace crema::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Json term(const char *field, const QString &value)
{
    return {{"term", {{field, value}}}};
}

Json both(const Json &a, const Json &b)
{
    return {{"bool", {{"must", Json::array({a, b})}}}};
}

const Json managers = {{"bool", {{"filter", Json::array({term("job_title", u"engagement manager"_s)})}}}};

} // namespace

void PdlClientTest::initTestCase()
{
    vendor = std::make_unique<PdlVendor>();
    if (!vendor->isRunning()) {
        QSKIP("There is no /usr/bin/python3 for the stand-in of the vendor.");
    }
}

void PdlClientTest::init()
{
    vendor->reset();
    folder = std::make_unique<QTemporaryDir>();
    egress = std::make_unique<EgressRecord>();
    http = std::make_unique<net::Client>(clock, *egress, 7U);
    cache = std::make_unique<FileAnswerCache>(folder->path(), clock);
    makeClient(QString::fromLatin1(PdlVendor::key));
}

void PdlClientTest::cleanup()
{
    QVERIFY(spinUntil([] { return async::pendingLeaves() == 0; }));
    client.reset();
    http.reset();
}

void PdlClientTest::makeClient(const QString &key)
{
    client.reset();
    token = std::make_unique<net::FixedToken>(Secret(key));
    client = std::make_unique<Client>(*http, vendor->baseUrl(), *token, *cache);
}

Result<Page> PdlClientTest::search(const Json &query, int size, const QString &scrollToken)
{
    return await(client->search({query, size, scrollToken}, {u"job1"_s}, {}));
}

void PdlClientTest::findsWhomTheQueryMeans()
{
    const auto page = search(both(term("location_metro", u"los angeles, california"_s),
                                  {{"match_phrase", {{"job_title", "software engineer"}}}}),
                             3);
    VERIFY_OK(page);
    QCOMPARE(page->people.size(), 3);
    QVERIFY(page->spent == std::optional(3.0));
    for (const Person &person : page->people) {
        QVERIFY(person.title.contains("Software Engineer"_L1));
        QVERIFY(person.city == "Los Angeles"_L1 || person.city == "Pasadena"_L1); // and not Oakland
    }
    QCOMPARE(egress->starts.size(), 1);
    QCOMPARE(egress->starts.first().jobId, u"job1"_s);
    QCOMPARE(egress->starts.first().path, u"/v5/person/search"_s);
    QCOMPARE(egress->costs.first().second, 3.0);
    QVERIFY(!search(managers, 0));
    QVERIFY(!search(managers, 101));
    QCOMPARE(egress->starts.size(), 1); // refused before it leaves
}

void PdlClientTest::pagesToTheEnd()
{
    vendor->control({{"overlap", 1}}); // each page begins with somebody of the one before
    QSet<QString> ids;
    QString scroll;
    qint64 total = 0;
    do {
        const auto page = search(managers, 20, scroll);
        VERIFY_OK(page);
        for (const Person &person : page->people) {
            ids.insert(person.id);
        }
        total = page->total;
        scroll = page->scrollToken;
    } while (!scroll.isEmpty());
    QVERIFY(total > 40);
    QVERIFY(ids.size() <= total);
    QVERIFY(ids.size() >= total - 2); // records that name nobody
}

void PdlClientTest::paysOnceForAnAnswer()
{
    const auto first = search(managers, 2);
    const auto again = search(managers, 2);
    VERIFY_OK(first);
    VERIFY_OK(again);
    QCOMPARE(again->people, first->people);
    QVERIFY(again->spent == std::optional(0.0));
    QCOMPARE(vendor->spent(), 2);
    VERIFY_OK(await(client->search({managers, 2, {}}, {{}, true}, {}))); // fresh
    QCOMPARE(vendor->spent(), 4);
    clock.advance(25h);
    VERIFY_OK(await(client->search({managers, 2, {}}, {u"job2"_s}, {})));
    QCOMPARE(vendor->spent(), 6);
}

void PdlClientTest::aJobNeverPaysForItsPagesAgain()
{
    VERIFY_OK(search(managers, 2));
    QCOMPARE(vendor->spent(), 2);
    for (const std::chrono::hours later : {72h, -2000h}) { // over the weekend; with a clock that was set back
        clock.advance(later);
        const auto page = search(managers, 2);
        VERIFY_OK(page);
        QCOMPARE(page->people.size(), 2);
    }
    VERIFY_OK(
            await(client->search({managers, 2, {}}, {u"job1"_s, true}, {}))); // a repeated search goes on too
    QCOMPARE(vendor->spent(), 2);
}

void PdlClientTest::treatsNobodyAsAnAnswer_data()
{
    QTest::addColumn<int>("emptyAs");
    QTest::newRow("404") << 404;
    QTest::newRow("200 without data") << 200;
}

void PdlClientTest::treatsNobodyAsAnAnswer()
{
    QFETCH(int, emptyAs);
    vendor->control({{"emptyAs", emptyAs}});
    const Json nobody = term("job_title", u"lighthouse keeper"_s);
    const auto page = search(nobody, 5);
    VERIFY_OK(page);
    QVERIFY(page->people.isEmpty());
    QCOMPARE(vendor->spent(), 0);
    VERIFY_OK(search(nobody, 5));
    QCOMPARE(egress->starts.size(), 1); // kept, but
    clock.advance(10min);
    VERIFY_OK(search(nobody, 5));
    QCOMPARE(egress->starts.size(), 2); // only briefly
}

void PdlClientTest::keepsNoEmptyShell_data()
{
    QTest::addColumn<QByteArray>("shell");
    QTest::newRow("nothing") << QByteArray("{}");
    QTest::newRow("a total only") << QByteArray(R"({"status":200,"total":57})");
    QTest::newRow("null") << QByteArray(R"({"status":200,"data":null})");
}

void PdlClientTest::keepsNoEmptyShell()
{
    QFETCH(QByteArray, shell);
    HttpServer server;
    server.setAnswer([&](const Received &) { return Reply::json(shell); });
    Client own(*http, server.url(u"/v5"_s), *token, *cache);
    const auto page = await(own.search({managers, 2, {}}, {}, {}));
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::badAnswer);
    const auto firm = await(own.cleanCompany(u"Halvorsen Pike"_s, {}, {}));
    QVERIFY(!firm);
    QCOMPARE(firm.error().kind, ErrorKind::badAnswer);
    server.setAnswer([](const Received &request) {
        return request.target.contains("search")
                ? Reply::json(R"({"data":[{"id":"1","full_name":"ada quill"}]})")
                : Reply::json(R"({"name":"halvorsen pike advisory"})");
    });
    const auto next = await(own.search({managers, 2, {}}, {}, {}));
    VERIFY_OK(next);
    QCOMPARE(next->people.size(), 1);
    const auto named = await(own.cleanCompany(u"Halvorsen Pike"_s, {}, {}));
    VERIFY_OK(named);
    QCOMPARE((*named)->name, u"halvorsen pike advisory"_s);
}

void PdlClientTest::survivesFaults_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("error");
    const auto row = [](const char *kind, ErrorKind error) {
        QTest::newRow(kind) << QString::fromLatin1(kind) << int(error);
    };
    row("400", ErrorKind::rejectedInput);
    row("401", ErrorKind::unauthorised);
    row("402", ErrorKind::outOfCredits);
    row("403", ErrorKind::forbidden);
    row("500", ErrorKind::badAnswer);
    row("503", ErrorKind::badAnswer);
    row("error200", ErrorKind::badAnswer);
    row("garbage", ErrorKind::badAnswer);
    row("half", ErrorKind::badAnswer);
    row("huge", ErrorKind::badAnswer);
    row("drop", ErrorKind::offline);
    row("redirect", ErrorKind::badAnswer);
}

void PdlClientTest::survivesFaults()
{
    QFETCH(QString, kind);
    QFETCH(int, error);
    vendor->fault({{"path", "/v5/person/search"}, {"kind", kind}, {"to", "http://127.0.0.1:9/v5/x"}});
    const auto page = search(managers, 2);
    QVERIFY(!page);
    QCOMPARE(int(page.error().kind), error);
    QVERIFY(page.error().text.contains("People Data Labs"_L1));
    QVERIFY(!describe(page.error()).contains(PdlVendor::key));
    QCOMPARE(egress->starts.size(), 1); // what may cost money is not repeated
    const auto next = search(managers, 2); // and the failure was not kept
    VERIFY_OK(next);
    QCOMPARE(next->people.size(), 2);
}

void PdlClientTest::neverPaysTwiceByItself()
{
    vendor->fault({{"path", "/v5/person/search"}, {"kind", "served-drop"}});
    QVERIFY(!search(managers, 4));
    QCOMPARE(vendor->spent(), 4);
}

void PdlClientTest::saysWhenItWorksAgain()
{
    const Json odd = {{"x-ratelimit-reset", clock.now().addSecs(40).toString(Qt::ISODate)},
                      {"x-ratelimit-limit", "{'minute': 10, 'day': None}"}};
    vendor->fault({{"path", "/v5/person/search"}, {"kind", "429"}, {"headers", odd}});
    const auto page = search(managers, 2);
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::rateLimited);
    QVERIFY(page.error().retryAfter == std::optional(std::chrono::milliseconds(40s)));

    const Json soon = {{"retry-after-ms", "20"}};
    vendor->fault({{"path", "/v5/person/search"}, {"kind", "429"}, {"headers", soon}});
    VERIFY_OK(search(managers, 2)); // a short wait is waited for
}

void PdlClientTest::keepsTheKeyFromOthers()
{
    PdlVendor other;
    const std::string there = (other.baseUrl().toString() + u"/person/search"_s).toStdString();
    vendor->fault({{"path", "/v5/person/search"}, {"kind", "redirect"}, {"to", there}});
    QVERIFY(!search(managers, 2));
    QVERIFY(arrayAt(other.control(), "requests").empty());
    VERIFY_OK(await(client->autocomplete(u"title"_s, u"eng"_s, 5, {}, {})));
    QVERIFY(!boolAt(vendor->control(), "keyInUrl", true));
}

void PdlClientTest::looksUpAProfile()
{
    const auto page = search(managers, 1);
    VERIFY_OK(page);
    const Person &known = page->people.first();
    const auto person = await(client->enrich(known.linkedinUrl + u"/?x=1"_s, {}, {}));
    VERIFY_OK(person);
    QVERIFY(*person);
    QCOMPARE((*person)->person, known);
    QVERIFY((*person)->names.contains(known.linkedinUrl.section(u'/', -1)));
    QCOMPARE(egress->starts.last().personalData, QStringList {u"profile link"_s});
    const auto nobody = await(client->enrich(u"https://www.linkedin.com/in/nobody-at-all"_s, {}, {}));
    VERIFY_OK(nobody);
    QVERIFY(!*nobody);
    QVERIFY(!await(client->enrich(u"https://www.linkedin.com/company/x"_s, {}, {})));
    QVERIFY(!await(client->enrich(u"https://www.linkedin.com/in/a b"_s, {}, {})));
    QCOMPARE(vendor->spent(), 2);
}

void PdlClientTest::suggestsAndCleans()
{
    const auto titles = await(client->autocomplete(u"title"_s, u" Eng "_s, 5, {}, {}));
    VERIFY_OK(titles);
    QCOMPARE(titles->first().text, u"Engagement Manager"_s);
    VERIFY_OK(await(client->autocomplete(u"title"_s, u"eng"_s, 5, {}, {})));
    QCOMPARE(egress->starts.size(), 1);
    const auto firm = await(client->cleanCompany(u"Halvorsen Pike"_s, {}, {}));
    VERIFY_OK(firm);
    QCOMPARE((*firm)->website, u"halvorsenpike.example"_s);
    const auto unknown = await(client->cleanCompany(u"C++ & Sons"_s, {}, {}));
    VERIFY_OK(unknown);
    QVERIFY(!*unknown);
    const auto place = await(client->cleanLocation(u"Chicago, Illinois"_s, {}, {}));
    VERIFY_OK(place);
    QCOMPARE((*place)->country, u"united states"_s);
    const auto school = await(client->cleanSchool(u"Larkspur State University"_s, {}, {}));
    VERIFY_OK(school);
    QCOMPARE((*school)->domain, u"larkspurstate.example"_s);
    const auto title = await(client->enrichTitle(u"Engagement Manager"_s, {}, {}));
    VERIFY_OK(title);
    QCOMPARE((*title)->similar.size(), 2);
    QCOMPARE(vendor->spent(), 0);
}

void PdlClientTest::testsTheKey()
{
    VERIFY_OK(await(client->test({})));
    makeClient(u"wrong"_s);
    const auto wrong = await(client->test({}));
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().kind, ErrorKind::unauthorised);
    makeClient({});
    const auto none = await(client->test({}));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::unauthorised);
}
