// SPDX-License-Identifier: GPL-3.0-or-later
#include "newsrig.h"
#include "newstests.h"

#include <QScopeGuard>
#include <QTest>
#include <QTranslator>

using namespace crema;
using namespace crema::prep;
using namespace crema::test;
using namespace Qt::StringLiterals;

namespace {

Reply feedOf(const QByteArray &title)
{
    return answer(200, "application/rss+xml",
                  "<rss><channel><title>Ledger</title><item><title>Bluefern Labs " + title
                          + "</title><link>https://b.example/" + title.toHex()
                          + "</link><pubDate>Wed, 31 Dec 2025 07:00:00 GMT</pubDate></item></channel></rss>");
}

/// Marks what went through tr().
class Marker final : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *, const char *text, const char *, int) const override
    {
        return u'\u00ab' + QString::fromUtf8(text) + u'\u00bb';
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

/// What of `text` stands outside all marks.
QString unmarked(const QString &text)
{
    QString rest;
    int depth = 0;
    for (const QChar c : text) {
        depth -= c == u'\u00bb' ? 1 : 0;
        if (depth == 0 && c != u'\u00bb' && c != u'\u00ab') {
            rest += c;
        }
        depth += c == u'\u00ab' ? 1 : 0;
    }
    return rest.trimmed();
}

} // namespace

void NewsFeedsTest::readsFeedsOfTheUser()
{
    Rig rig;
    NewsChoice choice = rig.withFeed();
    choice.feeds.prepend(rig.server.url(u"/gone"_s).toString());
    const auto found = rig.find(choice);
    QVERIFY(found);
    QCOMPARE(found->items.size(), 2);
    QCOMPARE(found->items.first(),
             (NewsItem {u"Bluefern Labs plants trees"_s, u"Ledger"_s, u"https://b.example/1"_s,
                        u"2025-12-31"_s}));
    QVERIFY2(found->note.contains(u"could not be read"_s), qPrintable(found->note));
    QCOMPARE(rig.egress.starts.last().service, u"127.0.0.1"_s);
    QVERIFY(rig.egress.starts.last().personalData.isEmpty()); // a feed is not told which firm is meant
    Rig alone; // whoever found nothing is not named as the finder
    const NewsChoice own = alone.withFeed();
    alone.replies["/api/v2/doc/doc"] = {Reply::json("{}")};
    const auto fed = alone.find(own);
    QVERIFY(fed);
    QCOMPARE(fed->items.size(), 1);
    QCOMPARE(fed->note, u"Articles out of your own feeds."_s);
}

void NewsFeedsTest::readsFeedsSideBySide()
{
    Rig rig;
    NewsChoice choice = rig.withFeeds(9, stalled());
    choice.feeds << choice.feeds.first(); // named twice, read once
    std::optional<Result<NewsFound>> found;
    TaskScope scope;
    scope.launch(rig.news.find(Firm {u"Bluefern Labs"_s, {}, {}, {}}, choice, {}, {}, {}),
                 [&](Result<NewsFound> result) { found = std::move(result); });
    QVERIFY(spinUntil([&] { return rig.feedsAsked() >= 6; }));
    QCOMPARE(rig.egress.ends.size(), 1); // GDELT's: no feed has ended, six are under way and no more
    QCOMPARE(rig.egress.starts.size(), 7);
    QVERIFY(spinUntil([&] { return found.has_value(); }));
    QVERIFY(*found);
    QCOMPARE(rig.feedsAsked(), 9);
    QCOMPARE((*found)->items.size(), 1);
    QVERIFY2((*found)->note.contains(u"did not answer in time"_s), qPrintable((*found)->note));
}

void NewsFeedsTest::aDeadFeedHoldsNoOther()
{
    Rig rig;
    NewsChoice choice = rig.withFeeds(12, stalled());
    const QByteArrayList titles {"plants trees",    "opens an office in Lisbon", "names a new CEO",
                                 "buys Harborline", "cuts its prices",           "sues a former supplier"};
    for (int i = 1; i < 12; ++i) {
        rig.replies["/feed" + QByteArray::number(i)] = {feedOf(titles[i % titles.size()])};
    }
    rig.replies["/feed1"].first().afterMs = 100;
    rig.replies["/api/v2/doc/doc"] = {Reply::json("{}")};
    std::optional<Result<NewsFound>> found;
    TaskScope scope;
    scope.launch(rig.news.find(Firm {u"Bluefern Labs"_s, {}, {}, {}}, choice, {}, {}, {}),
                 [&](Result<NewsFound> result) { found = std::move(result); });
    // All others are through while the dead one still has its time.
    QVERIFY(spinUntil([&] { return rig.egress.ends.size() >= 12; }));
    QVERIFY(!found);
    QCOMPARE(rig.egress.ends.size(), 12);
    QVERIFY(spinUntil([&] { return found.has_value(); }));
    QVERIFY(*found);
    QCOMPARE((*found)->items.size(), 5);
    QCOMPARE((*found)->note.count(u"could not be read"_s), 1);

    Rig late; // whoever was not begun in time is told as that
    NewsPace pace = Rig::pace();
    pace.feeds = {};
    NewsClient hasty(late.http, {}, {}, late.clock, pace);
    const auto few = await(
            hasty.find(Firm {u"Bluefern Labs"_s, {}, {}, {}}, late.withFeeds(8, stalled()), {}, {}, {}));
    QVERIFY(few);
    QCOMPARE(late.feedsAsked(), 6);
    QVERIFY2(few->note.contains(u"the others took too long"_s), qPrintable(few->note));
}

void NewsFeedsTest::cancellingEndsAllFeeds()
{
    Rig rig;
    std::stop_source stop;
    std::optional<Result<NewsFound>> found;
    TaskScope scope;
    scope.launch(rig.news.find(Firm {u"Bluefern Labs"_s, {}, {}, {}}, rig.withFeeds(9, stalled()), {}, {},
                               stop.get_token()),
                 [&](Result<NewsFound> result) { found = std::move(result); });
    QVERIFY(spinUntil([&] { return rig.feedsAsked() == 6; }));
    stop.request_stop();
    QVERIFY(spinUntil([&] { return found.has_value(); }));
    QVERIFY(!*found);
    QCOMPARE(found->error().kind, ErrorKind::cancelled);
    QCOMPARE(rig.feedsAsked(), 6);
    QCOMPARE(rig.egress.starts.size(), rig.egress.ends.size());
}

void NewsFeedsTest::everyWordIsTranslated()
{
    Marker marker;
    QVERIFY(QCoreApplication::installTranslator(&marker));
    const auto done = qScopeGuard([&] { QCoreApplication::removeTranslator(&marker); });
    const QVector<Reply> replies {answer(200, "text/plain", "Please limit requests to one every 5 seconds"),
                                  answer(200, "text/plain", "Your query was too short or too long."),
                                  answer(200, "text/html", "<html>"),
                                  answer(200, "text/plain", "<rss><channel>"),
                                  answer(200, "application/rss+xml", feedBody),
                                  answer(200, "text/plain", QByteArray(5'000'000, ' ')),
                                  answer(401, "text/plain", {}),
                                  answer(404, "text/plain", {}),
                                  answer(500, "text/plain", {}),
                                  answer(429, "text/plain", "run out of searches"),
                                  moved("ftp://elsewhere.example/"),
                                  rawly("NOT HTTP\r\n\r\n"),
                                  brokenOff(),
                                  stalled(),
                                  Reply::json("{}"),
                                  Reply::json(R"({"error":"no"})")};
    for (const Reply &reply : replies) {
        Rig rig;
        for (const QByteArray path : {"/search.json", "/api/v2/doc/doc", "/feed", "/account.json"}) {
            rig.replies[path] = {reply};
        }
        // A search that stalls has half a minute: the feed alone is asked then.
        const bool isSlow = reply.stall;
        NewsClient feedsOnly(rig.http, {}, {}, rig.clock, Rig::pace());
        NewsClient &news = isSlow ? feedsOnly : rig.news;
        const auto found = await(
                news.find(Firm {u"Bluefern Labs"_s, {}, {}, {}}, rig.withFeed(), secret(), {}, {}));
        QVERIFY(found);
        QVERIFY(!found->note.isEmpty());
        QCOMPARE(unmarked(found->note), QString());
        const auto tested = await(news.test(secret(), {}));
        QVERIFY(!tested);
        QCOMPARE(unmarked(tested.error().text), QString());
    }
}
