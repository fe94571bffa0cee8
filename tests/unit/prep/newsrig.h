// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/paths.h"
#include "prep/news.h"
#include "support/egressrecord.h"
#include "support/httpserver.h"
#include "support/spin.h"
#include "support/support.h"

namespace crema::test {

using namespace prep;
using namespace Qt::StringLiterals;

inline const QDateTime now(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
inline const QByteArray gdeltBody =
        R"({"articles":[{"url":"https://a.example/1","title":"Bluefern Labs opens","seendate":"20251230T070000Z"}]})";
inline const QByteArray feedBody =
        "<rss><channel><title>Ledger</title><item><title>Bluefern Labs plants trees</title>"
        "<link>https://b.example/1</link><pubDate>Wed, 31 Dec 2025 07:00:00 "
        "GMT</pubDate></item></channel></rss>";
inline const QByteArray key = "test-key+/=&1";

inline Reply answer(int status, const QByteArray &type, QByteArray body)
{
    Reply reply;
    reply.status = status;
    reply.headers = {{"Content-Type", type}};
    reply.body = std::move(body);
    return reply;
}

/// Sent as it is, then the connection is closed.
inline Reply rawly(QByteArray bytes)
{
    Reply reply;
    reply.raw = std::move(bytes);
    reply.close = true;
    return reply;
}

inline Reply brokenOff()
{
    Reply reply = answer(200, "application/rss+xml", "<rss>");
    reply.announced = 5000;
    reply.close = true;
    return reply;
}

inline Reply moved(const QByteArray &to)
{
    Reply reply;
    reply.status = 302;
    reply.headers = {{"Location", to}};
    return reply;
}

/// A server that is SerpApi, GDELT and a feed, by path.
struct Rig
{
    HttpServer server;
    FixedClock clock {now};
    EgressRecord egress;
    net::Client http {clock, egress, 1U};
    NewsClient news;
    QMap<QByteArray, QVector<Reply>> replies; ///< by path; the last one stays

    Rig() : news(http, server.url(), server.url(), clock, pace())
    {
        server.setAnswer([this](const Received &request) {
            auto &own = replies[path(request)];
            if (own.isEmpty()) {
                return Reply::json("{}", 404);
            }
            return own.size() > 1 ? own.takeFirst() : own.first();
        });
        replies["/search.json"] = {Reply::json(
                readFile(fixture(u"news/serpapi_google_news.json"_s), 100'000).value_or(QByteArray()))};
        replies["/api/v2/doc/doc"] = {Reply::json(gdeltBody)};
        replies["/feed"] = {answer(200, "application/rss+xml", feedBody)};
    }
    ~Rig() { http.abortAll(); }

    static NewsPace pace()
    {
        using std::chrono::milliseconds;
        return {milliseconds(30),
                milliseconds(100),
                {milliseconds(5000), milliseconds(400), milliseconds(5000)}};
    }
    static QByteArray path(const Received &request) { return request.target.split('?').constFirst(); }
    [[nodiscard]] int asked(const QByteArray &which) const
    {
        return static_cast<int>(std::ranges::count_if(
                server.received(), [&](const Received &request) { return path(request) == which; }));
    }
    /// Feeds of their own at /feed0, /feed1 and so on; `reply` for each.
    [[nodiscard]] NewsChoice withFeeds(int count, const Reply &reply)
    {
        NewsChoice choice;
        for (int i = 0; i < count; ++i) {
            const QString path = u"/feed%1"_s.arg(i);
            replies[path.toLatin1()] = {reply};
            choice.feeds << server.url(path).toString();
        }
        return choice;
    }
    [[nodiscard]] int feedsAsked() const
    {
        return static_cast<int>(std::ranges::count_if(server.received(), [](const Received &request) {
            return path(request).startsWith("/feed");
        }));
    }
    [[nodiscard]] NewsChoice withFeed() const { return {true, {server.url(u"/feed"_s).toString()}}; }
    [[nodiscard]] Result<NewsFound> find(const NewsChoice &choice = {}, std::optional<Secret> secret = {},
                                         std::stop_token stop = {})
    {
        return await(news.find(Firm {u"Bluefern Labs, Inc."_s, {}, {}, {}}, choice, std::move(secret),
                               u"job"_s, std::move(stop)));
    }
};

inline Secret secret()
{
    return Secret(QByteArrayView(key));
}

inline Reply stalled()
{
    Reply reply;
    reply.status = 0;
    reply.stall = true;
    return reply;
}

} // namespace crema::test
