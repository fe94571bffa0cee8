// SPDX-License-Identifier: GPL-3.0-or-later
#include "newsrig.h"
#include "newstests.h"

#include <QTest>

using namespace crema;
using namespace crema::prep;
using namespace crema::test;
using namespace Qt::StringLiterals;

void NewsClientTest::asksSerpApiWithAKey()
{
    Rig rig;
    const auto found = rig.find({}, secret());
    QVERIFY(found);
    QCOMPARE(found->items.size(), 1);
    QCOMPARE(found->items.first(),
             (NewsItem {u"Bluefern Labs opens a second office"_s, u"Fictional Ledger"_s,
                        u"https://news.example/bluefern-office"_s, u"2025-12-30"_s}));
    QVERIFY(found->note.contains(u"SerpApi"_s));
    QCOMPARE(rig.server.received().size(), 1);
    QCOMPARE(rig.server.received().first().target,
             QByteArray("/search.json?engine=google_news&q=%22Bluefern%20Labs%22%20when%3A90d&gl=us&hl=en&"
                        "api_key="
                        "test-key%2B%2F%3D%261"));
    QCOMPARE(rig.egress.starts.first().service, u"SerpApi"_s);
    QCOMPARE(rig.egress.starts.first().personalData, QStringList {u"firm name"_s});
    QCOMPARE(rig.egress.starts.first().jobId, u"job"_s);
}

void NewsClientTest::fallsBackWhenSerpApiRefuses_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<QString>("words");
    QTest::newRow("wrong key") << Reply::json(R"({"error":"Invalid API key. Your API key should be here"})",
                                              401)
                               << u"does not accept the key"_s;
    QTest::newRow("out of searches") << Reply::json(R"({"error":"Your account has run out of searches."})",
                                                    429)
                                     << u"no searches left"_s;
    QTest::newRow("broken") << Reply::json("{\"news_results\": [") << u"not understood"_s;
    QTest::newRow("fault") << Reply::json("{}", 500) << u"fault"_s;
}

void NewsClientTest::fallsBackWhenSerpApiRefuses()
{
    QFETCH(Reply, reply);
    QFETCH(QString, words);
    Rig rig;
    rig.replies["/search.json"] = {reply};
    const auto found = rig.find(rig.withFeed(), secret());
    QVERIFY(found);
    QCOMPARE(found->items.size(), 2);
    QVERIFY2(found->note.contains(words) && found->note.contains(u"GDELT"_s), qPrintable(found->note));
    QVERIFY(!found->note.contains(u"test-key"_s));
    QCOMPARE(rig.asked("/search.json"), 1);
    QCOMPARE(rig.asked("/api/v2/doc/doc"), 1);
    QCOMPARE(rig.asked("/feed"), 1);
}

void NewsClientTest::asksGdeltWithoutAKey()
{
    Rig rig;
    const auto found = rig.find();
    QVERIFY(found);
    QCOMPARE(found->items,
             (QVector<NewsItem> {
                     {u"Bluefern Labs opens"_s, u"a.example"_s, u"https://a.example/1"_s, u"2025-12-30"_s}}));
    QCOMPARE(found->note, u"Articles found through GDELT (gdeltproject.org)."_s);
    QCOMPARE(rig.server.received().first().target,
             QByteArray("/api/v2/doc/doc?query=%22Bluefern%20Labs%22&mode=artlist&format=json&maxrecords=250&"
                        "timespan=3months&sort=datedesc"));
    QCOMPARE(rig.egress.starts.first().service, u"GDELT"_s);
}

void NewsClientTest::repeatsAtGdeltsPace()
{
    Rig rig;
    const QByteArray slow = "Please limit requests to one every 5 seconds or contact us.";
    rig.replies["/api/v2/doc/doc"] = {answer(200, "text/plain", slow), Reply::json(gdeltBody)};
    const auto found = rig.find();
    QVERIFY(found);
    QCOMPARE(found->items.size(), 1);
    QCOMPARE(rig.asked("/api/v2/doc/doc"), 2);
    Rig busy;
    busy.replies["/api/v2/doc/doc"] = {answer(429, "text/plain", slow)};
    const auto none = busy.find();
    QVERIFY(none);
    QVERIFY(none->items.isEmpty());
    QVERIFY2(none->note.contains(u"GDELT takes no more requests"_s), qPrintable(none->note));
    QCOMPARE(busy.asked("/api/v2/doc/doc"), 2);
}

void NewsClientTest::oneGdeltRequestInFiveSeconds()
{
    Rig rig; // its clock stands: each search waits for the turns of those before it
    QStringList notes;
    for (int i = 0; i < 6; ++i) {
        const auto found = await(
                rig.news.find(Firm {u"Bluefern Labs %1"_s.arg(i), {}, {}, {}}, {}, {}, {}, {}));
        QVERIFY(found);
        notes << found->note;
    }
    // 0, 30, 60 and 90 ms are waited for, 120 and more are not.
    QCOMPARE(rig.asked("/api/v2/doc/doc"), 4);
    QVERIFY2(notes.last().contains(u"too many wait"_s), qPrintable(notes.last()));
}

void NewsClientTest::hostileAnswersFailNothing_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::newRow("10 MB") << answer(200, "text/plain", QByteArray(10'000'000, '['));
    QTest::newRow("page") << answer(200, "text/html", "<html><body>Before you continue</body></html>");
    QTest::newRow("bytes") << answer(200, "image/png", QByteArray("\x89PNG\r\n\x1a\n\x00", 9));
    QTest::newRow("empty") << answer(200, "text/plain", {});
    QTest::newRow("deep") << answer(200, "text/plain", QByteArray(100'000, '['));
    QTest::newRow("breaks off") << brokenOff();
    QTest::newRow("nonsense") << rawly("NOT HTTP\r\n\r\n");
    QTest::newRow("gone") << answer(410, "text/plain", "gone");
    QTest::newRow("laughs") << answer(
            200, "text/plain", "<!DOCTYPE r [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><rss>&b;</rss>");
}

void NewsClientTest::hostileAnswersFailNothing()
{
    QFETCH(Reply, reply);
    Rig rig;
    for (const QByteArray path : {"/search.json", "/api/v2/doc/doc", "/feed"}) {
        rig.replies[path] = {reply};
    }
    const auto found = rig.find(rig.withFeed(), secret());
    QVERIFY(found);
    QVERIFY(found->items.isEmpty());
    QVERIFY(!found->note.isEmpty());
    QVERIFY(!found->note.contains(u'<'));
}

void NewsClientTest::theKeyIsNeverLogged()
{
    Rig rig;
    rig.replies["/search.json"] = {rawly("NOT HTTP\r\n\r\n"), moved("/search.json?api_key=" + key),
                                   Reply::json("{\"error\":\"api_key=" + key + "\"}", 400)};
    QStringList told;
    for (int i = 0; i < 3; ++i) {
        const auto found = rig.find({}, secret());
        QVERIFY(found);
        told << found->note;
        rig.clock.advance(std::chrono::hours(1));
    }
    const auto tested = await(rig.news.test(secret(), {}));
    QVERIFY(!tested);
    told << tested.error().text << tested.error().detail;
    for (const net::EgressStart &start : std::as_const(rig.egress.starts)) {
        told << start.host << start.path << start.service << start.purpose << start.personalData;
    }
    QVERIFY(rig.egress.starts.size() >= 4);
    for (const QString &text : std::as_const(told)) {
        QVERIFY2(!text.contains(u"test-key"_s) && !text.contains(u"api_key"_s), qPrintable(text));
    }
    NewsClient dead(rig.http, QUrl(u"http://127.0.0.1:9"_s), {}, rig.clock);
    const auto lost = await(dead.test(secret(), {}));
    QVERIFY(!lost);
    QVERIFY2(!lost.error().detail.contains(u"test-key"_s), qPrintable(lost.error().detail));
}

void NewsClientTest::keepsAnswersForHalfAnHour()
{
    Rig rig;
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(rig.find(rig.withFeed())->items.size(), 2);
    }
    QCOMPARE(rig.server.received().size(), 2);
    rig.clock.advance(std::chrono::minutes(31));
    QCOMPARE(rig.find(rig.withFeed())->items.size(), 2);
    QCOMPARE(rig.server.received().size(), 4);
}

void NewsClientTest::asksNobodyWhenOff()
{
    Rig rig;
    const auto off = rig.find({false, {}}, secret());
    QVERIFY(off);
    QVERIFY(off->items.isEmpty());
    QVERIFY(off->note.contains(u"switched off"_s));
    const auto unknown = await(rig.news.find(Firm {u"Self-employed"_s, {}, {}, {}}, {}, secret(), {}, {}));
    QVERIFY(unknown->note.contains(u"not known"_s));
    NewsClient without(rig.http, {}, {}, rig.clock);
    const auto none = await(without.find(Firm {u"Bluefern"_s, {}, {}, {}}, {}, secret(), {}, {}));
    QVERIFY2(none->note.contains(u"no source"_s), qPrintable(none->note));
    QVERIFY(rig.server.received().isEmpty());
}

void NewsClientTest::isCancelled()
{
    Rig rig;
    for (const QByteArray path : {"/search.json", "/api/v2/doc/doc", "/feed"}) {
        rig.replies[path] = {stalled()};
        std::stop_source stop;
        const qsizetype before = rig.server.received().size();
        std::optional<Result<NewsFound>> result;
        TaskScope scope;
        scope.launch(rig.news.find(Firm {u"Bluefern Labs"_s, {}, {}, {}}, rig.withFeed(),
                                   path == "/search.json" ? std::optional(secret()) : std::nullopt, {},
                                   stop.get_token()),
                     [&](Result<NewsFound> found) { result = std::move(found); });
        QVERIFY(spinUntil([&] {
            return rig.server.received().size() > before && Rig::path(rig.server.received().last()) == path;
        }));
        stop.request_stop();
        QVERIFY(spinUntil([&] { return result.has_value(); }));
        QVERIFY(!*result);
        QCOMPARE(result->error().kind, ErrorKind::cancelled);
        rig.replies["/api/v2/doc/doc"] = {Reply::json(gdeltBody)};
    }
}

void NewsClientTest::testsTheKey_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<std::optional<ErrorKind>>("kind");
    const std::optional<ErrorKind> good;
    QTest::newRow("good") << Reply::json(R"({"total_searches_left":12})") << good;
    QTest::newRow("used up") << Reply::json(R"({"total_searches_left":0})")
                             << std::optional(ErrorKind::outOfCredits);
    QTest::newRow("wrong") << Reply::json(R"({"error":"Invalid API key."})", 401)
                           << std::optional(ErrorKind::unauthorised);
    QTest::newRow("page") << Reply::json("<html>") << std::optional(ErrorKind::badAnswer);
}

void NewsClientTest::testsTheKey()
{
    QFETCH(Reply, reply);
    QFETCH(std::optional<ErrorKind>, kind);
    Rig rig;
    rig.replies["/account.json"] = {reply};
    const auto tested = await(rig.news.test(secret(), {}));
    QCOMPARE(tested ? std::nullopt : std::optional(tested.error().kind), kind);
    QCOMPARE(rig.server.received().first().target, QByteArray("/account.json?api_key=test-key%2B%2F%3D%261"));
}
