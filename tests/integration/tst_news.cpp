// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"
#include "support/httpserver.h"
#include "support/spin.h"
#include "tests.h"

using namespace crema;
using namespace Qt::StringLiterals;

namespace {

/// The services of news on this computer, for as long as it lives.
class NewsServer
{
public:
    NewsServer()
    {
        const QByteArray at = m_server.url().toString().toLatin1();
        qputenv("SERPAPI_BASE_URL", at);
        qputenv("NEWS_BASE_URL", at);
        m_server.setAnswer([](const test::Received &request) {
            if (request.target.startsWith("/account.json")) {
                return request.target.endsWith("api_key=right")
                        ? test::Reply::json(R"({"total_searches_left":3})")
                        : test::Reply::json(R"({"error":"Invalid API key."})", 401);
            }
            const QByteArray today = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd"_s).toLatin1();
            return test::Reply::json(
                    R"({"articles":[{"url":"https://a.example/1","title":"Bluefern Labs opens","seendate":")"
                    + today + R"(T000000Z"}]})");
        });
    }
    ~NewsServer()
    {
        for (const char *name : {"SERPAPI_BASE_URL", "NEWS_BASE_URL", "SERPAPI_KEY"}) {
            qunsetenv(name);
        }
    }
    Q_DISABLE_COPY_MOVE(NewsServer)

    /// The program's JSON, and how it ended; the server answers meanwhile.
    [[nodiscard]] static std::pair<int, Json> run(const Cli &cli, const QStringList &arguments)
    {
        const auto process = cli.start(QStringList {u"--json"_s} + arguments);
        process->closeWriteChannel();
        const bool ended = test::spinUntil([&] { return process->state() == QProcess::NotRunning; });
        return {ended ? process->exitCode() : -1,
                parseJson(process->readAllStandardOutput()).value_or(Json())};
    }

private:
    test::HttpServer m_server;
};

} // namespace

void NewsTest::choiceIsKept()
{
    const Cli cli;
    QVERIFY(boolAt(cli.json(words(u"news show"_s)), "on"));
    const Json set = cli.json(
            words(u"news set --off --add-feed news.example/a --add-feed https://news.example/b"_s));
    QVERIFY(!boolAt(set, "on", true));
    QCOMPARE(textsAt(set, "feeds"), (QStringList {u"https://news.example/a"_s, u"https://news.example/b"_s}));
    VERIFY_EXIT(cli.run(words(u"--json news set --add-feed http://news.example/c"_s)), 2);
    VERIFY_EXIT(cli.run(words(u"--json news set --remove-feed news.example/c"_s)), 1);
    VERIFY_EXIT(cli.run(words(u"--json news set --on --off"_s)), 2);
    const Json removed = cli.json(words(u"news set --on --remove-feed news.example/a"_s));
    QCOMPARE(textsAt(removed, "feeds"), QStringList {u"https://news.example/b"_s});
    QCOMPARE(cli.json(words(u"news show"_s)), removed);
}

void NewsTest::newsIsFound()
{
    const Cli cli;
    NewsServer server;
    const auto [exit, json] = NewsServer::run(
            cli, {u"news"_s, u"find"_s, u"--company"_s, u"Bluefern Labs, Inc."_s});
    QCOMPARE(exit, 0);
    QCOMPARE(arrayAt(json, "news").size(), 1U);
    QCOMPARE(textAt(arrayAt(json, "news")[0], "title"), u"Bluefern Labs opens"_s);
    QVERIFY(textAt(json, "note").contains(u"GDELT"_s));
    VERIFY_EXIT(cli.run(words(u"news find"_s)), 2);
}

void NewsTest::theKeyIsTested()
{
    const Cli cli;
    NewsServer server;
    qputenv("SERPAPI_KEY", "right");
    QCOMPARE(NewsServer::run(cli, words(u"keys test serpapi"_s)).first, 0);
    qputenv("SERPAPI_KEY", "wrong");
    const auto [exit, json] = NewsServer::run(cli, words(u"keys test serpapi"_s));
    QCOMPARE(exit, 3);
    QCOMPARE(textAt(member(json, "error"), "code"), u"unauthorised"_s);
}
