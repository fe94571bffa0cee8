// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/failures.h"
#include "tests.h"

#include <QElapsedTimer>

using namespace crema;
using namespace crema::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

net::Request NetTest::get(const QString &path) const
{
    net::Request request;
    request.url = server->url(path);
    request.service = u"Example"_s;
    request.purpose = u"Try it"_s;
    request.repeat = net::Repeat::idempotent;
    return request;
}

net::Request NetTest::post(const QString &path, const QByteArray &body) const
{
    net::Request request = get(path);
    request.method = "POST";
    request.contentType = "application/json";
    request.body = body;
    request.repeat = net::Repeat::never;
    return request;
}

net::Request NetTest::paid(const QString &path) const
{
    net::Request request = post(path, R"({"size":8})");
    request.isPaid = true;
    return request;
}

Result<net::Response> NetTest::send(net::Request request)
{
    return await(client->send(std::move(request), std::stop_token()));
}

void NetTest::script(QVector<Reply> replies)
{
    server->setAnswer([replies = std::move(replies), at = qsizetype(0)](const Received &) mutable {
        return replies[std::min(at++, replies.size() - 1)];
    });
}

void ClientTest::sendsWhatItWasGiven()
{
    script({Reply::json(R"({"a":1})", 201)});
    net::Request request = post(u"/v5/x?size=3&q=a%20b"_s, R"({"query":1})");
    request.headers = {{"Accept", "application/json"}};
    request.secrets = {{"X-Api-Key", "", Secret(u"hush"_s)}};
    const auto response = send(request);
    VERIFY_OK(response);
    QCOMPARE(response->status, 201);
    QVERIFY(response->isSuccess());
    QCOMPARE(response->body, QByteArray(R"({"a":1})"));
    QCOMPARE(response->header("content-type"), QByteArray("application/json"));
    QCOMPARE(response->at, clock.now());

    QCOMPARE(server->received().size(), 1);
    const Received &got = server->received().first();
    QCOMPARE(got.method, QByteArray("POST"));
    QCOMPARE(got.target, QByteArray("/v5/x?size=3&q=a%20b"));
    QCOMPARE(got.body, QByteArray(R"({"query":1})"));
    QCOMPARE(got.headers.value("content-length"), QByteArray("11"));
    QCOMPARE(got.headers.value("x-api-key"), QByteArray("hush"));
    QCOMPARE(got.headers.value("accept"), QByteArray("application/json"));
    QVERIFY(got.headers.value("accept-encoding").contains("gzip"));
}

void ClientTest::reportsEachRequest()
{
    script({Reply::json("{}", 503), Reply::json(R"({"a":1})")});
    net::Request request = get(u"/v5/person?api_key=hush&name=x"_s);
    request.secrets = {{"Authorization", "Bearer ", Secret(u"hush"_s)}};
    request.personalData = {u"name"_s};
    request.jobId = u"job1"_s;
    const auto response = send(request);
    VERIFY_OK(response);
    QCOMPARE(response->attempts, 2);
    client->tellCost(*response, 3);

    QCOMPARE(egress->starts.size(), 2);
    const net::EgressStart &start = egress->starts.last();
    QCOMPARE(start.path, u"/v5/person"_s);
    QCOMPARE(start.host, u"127.0.0.1:%1"_s.arg(server->url().port()));
    QCOMPARE(start.method, u"GET"_s);
    QCOMPARE(start.service, u"Example"_s);
    QCOMPARE(start.purpose, u"Try it"_s);
    QCOMPARE(start.jobId, u"job1"_s);
    QCOMPARE(start.personalData, QStringList {u"name"_s});
    QCOMPARE(start.attempt, 2);
    QCOMPARE(egress->ends.size(), 2);
    QCOMPARE(egress->ends.first().status, 503);
    QCOMPARE(egress->ends.last().status, 200);
    QCOMPARE(egress->ends.last().bytesIn, 7);
    QCOMPARE(egress->ends.last().id, start.id);
    QVERIFY(!egress->ends.last().error);
    QCOMPARE(egress->costs, (QVector<std::pair<qint64, double>> {{start.id, 3.0}}));
}

void ClientTest::keepsNoCookies()
{
    Reply reply = Reply::json("{}");
    reply.headers.emplaceBack("Set-Cookie", "track=1; Path=/");
    script({reply});
    VERIFY_OK(send(get(u"/"_s)));
    VERIFY_OK(send(get(u"/"_s)));
    QVERIFY(!server->received().last().headers.contains("cookie"));
}

void ClientTest::unpacksGzip()
{
    Reply reply = Reply::json(QByteArray::fromHex("1f8b0800000000000203ab564a54b232ac0500afac1b5607000000"));
    reply.headers.emplaceBack("Content-Encoding", "gzip");
    script({reply});
    const auto response = send(get(u"/"_s));
    VERIFY_OK(response);
    QCOMPARE(response->body, QByteArray(R"({"a":1})"));
}

void ClientTest::streamsAnAnswerPieceByPiece()
{
    script({Reply::json("data: 1\n\ndata: 2\n\n"), Reply::json("no", 400)});
    QByteArray seen;
    const auto collect = [&seen](const QByteArray &chunk) { seen += chunk; };
    const auto good = await(client->stream(get(u"/"_s), collect, {}));
    VERIFY_OK(good);
    QCOMPARE(seen, QByteArray("data: 1\n\ndata: 2\n\n"));
    QVERIFY(good->body.isEmpty());

    const auto bad = await(client->stream(get(u"/"_s), collect, {}));
    VERIFY_OK(bad);
    QCOMPARE(bad->body, QByteArray("no"));
    QCOMPARE(seen.size(), 18);
}

void ClientTest::tellsWhatAStatusMeans_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](int status, ErrorKind kind) { QTest::addRow("%d", status) << status << kind; };
    row(400, ErrorKind::rejectedInput);
    row(401, ErrorKind::unauthorised);
    row(402, ErrorKind::outOfCredits);
    row(403, ErrorKind::forbidden);
    row(404, ErrorKind::notFound);
    row(405, ErrorKind::rejectedInput);
    row(409, ErrorKind::conflict);
    row(410, ErrorKind::notFound);
    row(422, ErrorKind::rejectedInput);
    row(429, ErrorKind::rateLimited);
    row(500, ErrorKind::badAnswer);
    row(502, ErrorKind::badAnswer);
    row(504, ErrorKind::timeout);
    row(599, ErrorKind::badAnswer);
}

void ClientTest::tellsWhatAStatusMeans()
{
    QFETCH(int, status);
    QFETCH(ErrorKind, kind);
    Reply reply = Reply::json(R"({"error":{"message":"no"}})", status);
    reply.headers.emplaceBack("Retry-After", "90");
    script({reply});
    const net::Request request = post(u"/v5/x?api_key=hush"_s, "{}");
    const auto response = send(request);
    VERIFY_OK(response); // an answer of any status is an answer
    QCOMPARE(response->status, status);
    QVERIFY(response->body.contains("no"));
    const auto error = net::statusError(*response, request);
    QVERIFY(error);
    QCOMPARE(error->kind, kind);
    QCOMPARE(error->httpStatus, status);
    QVERIFY(error->text.contains("Example"_L1));
    QVERIFY(!error->detail.contains("hush"_L1));
    QCOMPARE(error->retryAfter.has_value(), status == 429 || status >= 500);
}

void ClientTest::repeatsWhatIsIdempotent()
{
    script({Reply::json("{}", 500), Reply::json("{}", 408), Reply::json("[]")});
    const auto response = send(get(u"/"_s));
    VERIFY_OK(response);
    QCOMPARE(response->body, QByteArray("[]"));
    QCOMPARE(server->received().size(), 3);

    server->clear();
    script({Reply::json("{}", 500)});
    const auto given = send(get(u"/"_s));
    VERIFY_OK(given);
    QCOMPARE(given->status, 500);
    QCOMPARE(server->received().size(), net::Client::maxAttempts);

    for (const int status : {400, 401, 404, 409}) {
        server->clear();
        script({Reply::json("{}", status)});
        VERIFY_OK(send(get(u"/"_s)));
        QCOMPARE(server->received().size(), 1);
    }
}

void ClientTest::waitsAsLongAsTheServiceAsks()
{
    Reply busy = Reply::json("{}", 429);
    busy.headers.emplaceBack("Retry-After-Ms", "120");
    script({busy, Reply::json("[]")});
    net::Request request = post(u"/"_s, "{}");
    request.repeat = net::Repeat::ifRefused; // also what costs money may be repeated after a 429
    QElapsedTimer timer;
    timer.start();
    const auto response = send(request);
    VERIFY_OK(response);
    QCOMPARE(response->status, 200);
    QCOMPARE(server->received().size(), 2);
    QVERIFY(timer.elapsed() >= 120);
}

void ClientTest::leavesALongWaitToTheCaller()
{
    Reply busy = Reply::json("{}", 429);
    busy.headers.emplaceBack("X-RateLimit-Reset", "2026-01-01T00:01:00Z");
    script({busy});
    const net::Request request = get(u"/"_s);
    const auto response = send(request);
    VERIFY_OK(response);
    QCOMPARE(server->received().size(), 1);
    const auto error = net::statusError(*response, request);
    QVERIFY(error);
    QVERIFY(error->retryAfter == std::optional(40'000ms));
}

void ClientTest::refusesAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("http elsewhere") << u"http://api.example.com/x"_s;
    QTest::newRow("http to the local network") << u"http://192.168.1.5/x"_s;
    QTest::newRow("a name that begins like this computer's") << u"http://localhost.example.com/"_s;
    QTest::newRow("user in the address") << u"https://me:hush@api.example.com/"_s;
    QTest::newRow("a file") << u"file:///etc/hosts"_s;
    QTest::newRow("nothing") << QString();
}

void ClientTest::refusesAddresses()
{
    QFETCH(QString, url);
    net::Request request;
    request.url = QUrl(url);
    const auto response = send(request);
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ErrorKind::rejectedInput);
    QVERIFY(!describe(response.error()).contains("hush"));
    QVERIFY(egress->starts.isEmpty());
}

void ClientTest::followsRedirects_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("withKey");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("toOther");
    QTest::addColumn<QByteArray>("arrivesAs"); // empty: not followed
    QTest::newRow("GET to another path") << QByteArray("GET") << true << 302 << false << QByteArray("GET");
    QTest::newRow("GET without key elsewhere")
            << QByteArray("GET") << false << 302 << true << QByteArray("GET");
    QTest::newRow("GET with key elsewhere") << QByteArray("GET") << true << 302 << true << QByteArray();
    QTest::newRow("POST 307 to another path")
            << QByteArray("POST") << true << 307 << false << QByteArray("POST");
    QTest::newRow("POST 307 elsewhere, without key")
            << QByteArray("POST") << false << 307 << true << QByteArray();
    QTest::newRow("POST 303") << QByteArray("POST") << false << 303 << false << QByteArray("GET");
    QTest::newRow("POST 302") << QByteArray("POST") << false << 302 << false << QByteArray();
}

void ClientTest::followsRedirects()
{
    QFETCH(QByteArray, method);
    QFETCH(bool, withKey);
    QFETCH(int, status);
    QFETCH(bool, toOther);
    QFETCH(QByteArray, arrivesAs);
    HttpServer other; // another port is another origin
    HttpServer &target = toOther ? other : *server;
    target.setAnswer([](const Received &) { return Reply::json("[]"); });
    const QByteArray location = toOther ? other.url(u"/there"_s).toEncoded() : QByteArray("/there");
    server->setAnswer([status, location](const Received &request) {
        Reply reply = Reply::json("[]");
        if (request.target == "/here") {
            reply.status = status;
            reply.headers = {{"Location", location}};
        }
        return reply;
    });
    net::Request request = method == "GET" ? get(u"/here"_s) : post(u"/here"_s, R"({"name":"x"})");
    if (withKey) {
        request.secrets = {{"X-Api-Key", "", Secret(u"hush"_s)}};
    }
    const auto response = send(request);
    if (arrivesAs.isEmpty()) {
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::badAnswer);
        QVERIFY(other.received().isEmpty());
        QCOMPARE(server->received().size(), 1);
        return;
    }
    VERIFY_OK(response);
    QCOMPARE(response->status, 200);
    QCOMPARE(target.received().last().target, QByteArray("/there"));
    QCOMPARE(target.received().last().method, arrivesAs);
    QCOMPARE(egress->starts.size(), 2);
}

void ClientTest::endsARoundOfRedirects()
{
    Reply reply;
    reply.status = 302;
    reply.headers = {{"Location", "/again"}};
    script({reply});
    const auto response = send(get(u"/"_s));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ErrorKind::badAnswer);
    QCOMPARE(server->received().size(), net::Client::maxRedirects + 1);
}
