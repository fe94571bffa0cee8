// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace crema;
using namespace crema::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Reply lost()
{
    Reply reply;
    reply.status = 0; // not a byte
    reply.close = true;
    return reply;
}

Reply silence()
{
    Reply reply;
    reply.status = 0;
    return reply;
}

} // namespace

void FaultsTest::aPaidRequestIsSentOnce_data()
{
    QTest::addColumn<bool>("onOldConnection");
    QTest::newRow("on a new connection") << false;
    QTest::newRow("on one that was used before") << true;
}

void FaultsTest::aPaidRequestIsSentOnce()
{
    // Qt repeats a POST by itself when the server closes before it answers.
    QFETCH(bool, onOldConnection);
    if (onOldConnection) {
        VERIFY_OK(send(get(u"/"_s)));
        server->clear();
    }
    script({lost()});
    for (const net::Repeat repeat : {net::Repeat::never, net::Repeat::ifRefused}) {
        server->clear();
        net::Request request = post(u"/"_s, R"({"size":8})");
        request.repeat = repeat;
        const auto response = send(request);
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::offline);
        QCOMPARE(server->received().size(), 1);
        QCOMPARE(server->received().first().body, QByteArray(R"({"size":8})"));
    }
}

void FaultsTest::timesOut_data()
{
    QTest::addColumn<QString>("which");
    QTest::newRow("no answer") << u"idle"_s;
    QTest::newRow("all in all") << u"total"_s;
    QTest::newRow("stops in the middle") << u"middle"_s;
}

void FaultsTest::timesOut()
{
    QFETCH(QString, which);
    Reply half = Reply::json("[1,2");
    half.announced = 100;
    script({which == "middle"_L1 ? half : silence()});
    net::Request request = post(u"/"_s, "{}");
    (which == "total"_L1 ? request.timeouts.total : request.timeouts.idle) = 60ms;
    const auto response = send(request);
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ErrorKind::timeout);
    QVERIFY(response.error().text.contains("Example"_L1));
    QVERIFY(egress->ends.last().error == std::optional(ErrorKind::timeout));
    QVERIFY(server->received().size() <= 1); // a busy machine may not even get it there
}

void FaultsTest::noticesHalfAnAnswer()
{
    Reply half = Reply::json(R"({"data":[{"id":"1"})");
    half.announced = 4000;
    half.close = true;
    script({half});
    const auto response = send(post(u"/"_s, "{}"));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ErrorKind::badAnswer);
    QCOMPARE(response.error().httpStatus, 200);
}

void FaultsTest::doesNotReadMoreThanTheLimit_data()
{
    QTest::addColumn<bool>("streamed");
    QTest::newRow("as a whole") << false;
    QTest::newRow("streamed") << true;
}

void FaultsTest::doesNotReadMoreThanTheLimit()
{
    QFETCH(bool, streamed);
    script({Reply::json(QByteArray(11'000'000, 'x'))});
    const auto drop = [](const QByteArray &) { };
    const auto response = streamed ? await(client->stream(get(u"/"_s), drop, {})) : send(get(u"/"_s));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ErrorKind::badAnswer);
    QVERIFY(response.error().text.contains("10 MB"_L1));
    QCOMPARE(server->received().size(), 1);
}

void FaultsTest::isCancelled()
{
    script({silence()});
    std::stop_source stop;
    auto task = client->send(get(u"/"_s), stop.get_token());
    QVERIFY(spinUntil([this] { return !server->received().isEmpty(); }));
    stop.request_stop();
    const auto response = await(std::move(task));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ErrorKind::cancelled);

    const auto late = await(client->send(get(u"/"_s), stop.get_token()));
    QVERIFY(!late);
    QCOMPARE(late.error().kind, ErrorKind::cancelled);
    QCOMPARE(egress->starts.size(), 1);
}

void FaultsTest::isCancelledBetweenAttempts_data()
{
    QTest::addColumn<bool>("isPaid");
    QTest::newRow("free") << false;
    QTest::newRow("paid") << true; // it was refused: nothing is paid yet
}

void FaultsTest::isCancelledBetweenAttempts()
{
    QFETCH(bool, isPaid);
    Reply busy = Reply::json("{}", 429);
    busy.headers.emplaceBack("Retry-After", "15");
    script({busy});
    std::stop_source stop;
    net::Request request = get(u"/"_s);
    request.isPaid = isPaid;
    auto task = client->send(request, stop.get_token());
    QVERIFY(spinUntil([this] { return !egress->ends.isEmpty(); }));
    stop.request_stop();
    const auto response = await(std::move(task));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ErrorKind::cancelled);
    QCOMPARE(server->received().size(), 1);
}

void FaultsTest::whatIsPaidIsCarriedThrough()
{
    Reply late = Reply::json("[1]");
    late.afterMs = 150;
    script({late});
    std::stop_source stop;
    auto task = client->send(paid(u"/search"_s), stop.get_token());
    QVERIFY(spinUntil([this] { return !server->received().isEmpty(); }));
    QCOMPARE(client->paidUnderWay(), 1);
    stop.request_stop();
    const auto response = await(std::move(task));
    VERIFY_OK(response);
    QCOMPARE(response->body, QByteArray("[1]"));
    QCOMPARE(egress->ends.last().status, 200);
    QCOMPARE(client->paidUnderWay(), 0);

    script({silence()}); // but not longer than its own time-outs
    net::Request request = paid(u"/search"_s);
    request.timeouts.idle = 60ms;
    const auto never = await(client->send(request, {}));
    QVERIFY(!never);
    QCOMPARE(never.error().kind, ErrorKind::timeout);
}

void FaultsTest::whatIsPaidDoesNotLeaveOnceStopped()
{
    script({Reply::json("[]")});
    std::stop_source stop;
    stop.request_stop();
    const auto response = await(client->send(paid(u"/search"_s), stop.get_token()));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ErrorKind::cancelled);
    QVERIFY(egress->starts.isEmpty());
    QVERIFY(server->received().isEmpty());
}

void FaultsTest::closingWaitsForWhatIsPaid()
{
    Reply late = Reply::json("[1]");
    late.afterMs = 150;
    script({late});
    auto free = client->send(get(u"/free"_s), {});
    auto costly = client->send(paid(u"/search"_s), {});
    QVERIFY(spinUntil([this] { return server->received().size() == 2; }));
    client->close();
    const auto given = await(std::move(free));
    QVERIFY(!given);
    QCOMPARE(given.error().kind, ErrorKind::cancelled);
    QVERIFY(async::drainUntil([this] { return client->paidUnderWay() == 0; }, spinLimit));
    VERIFY_OK(await(std::move(costly)));
    const auto next = await(client->send(paid(u"/next"_s), {}));
    QVERIFY(!next);
    QCOMPARE(next.error().kind, ErrorKind::cancelled);
    QCOMPARE(server->received().size(), 2);
}

namespace {

/// Keeps a request waiting until it says that it is logged.
struct SlowLog final : net::EgressSink
{
    [[nodiscard]] Task<Result<>> started(net::EgressStart) override
    {
        ++starts;
        const auto ready = co_await logged.future();
        co_return ready;
    }
    void ended(const net::EgressEnd &end) override { ends << end; }
    void costTold(qint64, double) override { }

    Completion<> logged;
    int starts = 0;
    QVector<net::EgressEnd> ends;
};

} // namespace

void FaultsTest::nothingLeavesBeforeItIsLogged()
{
    script({Reply::json("[]")});
    for (const QString &how : {u"logged"_s, u"stopped"_s, u"aborted"_s, u"closed"_s, u"full disk"_s}) {
        SlowLog log;
        net::Client own(clock, log, 7U);
        server->clear();
        std::stop_source stop;
        auto task = own.send(paid(u"/search"_s), stop.get_token());
        QTest::qWait(100);
        QCOMPARE(log.starts, 1);
        QVERIFY(server->received().isEmpty());
        if (how == "stopped"_L1) {
            stop.request_stop();
        } else if (how == "aborted"_L1) {
            own.abortAll();
        } else if (how == "closed"_L1) {
            own.close();
        }
        log.logged.complete(how == "full disk"_L1 ? failure(ErrorKind::storage, u"The disk is full."_s)
                                                  : Result<> {});
        const auto response = await(std::move(task));
        QCOMPARE(response.has_value(), how == "logged"_L1);
        QCOMPARE(server->received().size(), how == "logged"_L1 ? 1 : 0);
        if (how == "full disk"_L1) {
            QCOMPARE(response.error().text, u"The disk is full."_s);
            QVERIFY(log.ends.isEmpty()); // of what was never logged
            continue;
        }
        QCOMPARE(log.ends.size(), 1); // the log does not say "under way" for ever
        QCOMPARE(log.ends.first().left, how == "logged"_L1);
    }
}

void FaultsTest::abortsEverything()
{
    script({silence()});
    auto first = client->send(get(u"/1"_s), {});
    auto second = client->send(paid(u"/2"_s), {});
    QVERIFY(spinUntil([this] { return server->received().size() == 2; }));
    client->abortAll();
    for (auto *task : {&first, &second}) {
        const auto response = await(std::move(*task));
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::cancelled);
    }
    script({Reply::json("[]")});
    VERIFY_OK(send(get(u"/3"_s)));
}

void FaultsTest::saysWhenNobodyIsThere()
{
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    const quint16 port = gone.serverPort();
    gone.close();
    net::Request request = post(u"/"_s, "{}");
    request.url.setPort(port);
    request.repeat = net::Repeat::ifRefused; // nothing has left: may be repeated
    const auto response = send(request);
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ErrorKind::offline);
    QCOMPARE(egress->starts.size(), net::Client::maxAttempts);

    request.repeat = net::Repeat::never;
    request.url = QUrl(u"https://no-such-host.invalid/"_s);
    const auto unknown = send(request);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().kind, ErrorKind::offline);
}

void FaultsTest::saysWhenEncryptionFails()
{
    QTcpServer notTls;
    QObject::connect(&notTls, &QTcpServer::newConnection, &notTls, [&notTls] {
        QTcpSocket *socket = notTls.nextPendingConnection();
        socket->write("HTTP/1.1 400 no\r\n\r\n");
        socket->disconnectFromHost();
    });
    QVERIFY(notTls.listen(QHostAddress::LocalHost));
    net::Request request = post(u"/"_s, "{}");
    request.url = QUrl(u"https://127.0.0.1:%1/"_s.arg(notTls.serverPort()));
    const auto response = send(request);
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ErrorKind::badAnswer);
    QVERIFY(response.error().text.contains("secure connection"_L1));
}

void FaultsTest::hidesSecretsInErrors()
{
    script({lost()});
    net::Request request = get(u"/x?api_key=hush-1&key=hush-2"_s);
    request.secrets = {{"Authorization", "Bearer ", Secret(u"hush-3"_s)}};
    request.repeat = net::Repeat::never;
    const auto response = send(request);
    QVERIFY(!response);
    QVERIFY2(!describe(response.error()).contains("hush"), describe(response.error()).constData());
}
