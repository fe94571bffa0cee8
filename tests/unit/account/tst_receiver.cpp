// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/loopbackreceiver.h"
#include "tests.h"

#include <QTcpServer>

using namespace crema;
using namespace crema::account;
using namespace crema::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray state = "Zm9v-state_0123456789";

/// A receiver that waits, and what it got.
struct Waiting
{
    explicit Waiting(LoopbackReceiver::Options options = {}, std::chrono::milliseconds patience = 1min)
        : receiver(state, u"Google"_s, std::move(options))
    {
        isListening = receiver.listen().has_value();
        url = receiver.redirectUri();
        scope.launch(receiver.answer(patience, stop.get_token()),
                     [this](Result<RedirectAnswer> result) { got.emplace(std::move(result)); });
    }
    ~Waiting()
    {
        stop.request_stop();
        (void)spinUntil([this] { return got.has_value(); });
    }
    Q_DISABLE_COPY_MOVE(Waiting)
    [[nodiscard]] QUrl with(const QByteArray &query) const
    {
        return QUrl::fromEncoded(url.toEncoded() + '?' + query);
    }
    [[nodiscard]] QUrl good() const { return with("state=" + state + "&code=c0de"); }
    [[nodiscard]] bool isAnswered()
    {
        return spinUntil([this] { return got.has_value(); }) && got->has_value();
    }

    LoopbackReceiver receiver;
    bool isListening = false;
    QUrl url;
    std::stop_source stop;
    std::optional<Result<RedirectAnswer>> got;
    TaskScope scope;
};

QByteArray bodyOf(const QByteArray &answer)
{
    return answer.mid(answer.indexOf("\r\n\r\n") + 4);
}

} // namespace

void ReceiverTest::cleanup()
{
    QVERIFY(spinUntil([] { return async::pendingLeaves() == 0; }));
}

void ReceiverTest::givesTheCodeAsItWasSent_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("plain") << QByteArray("abc") << QByteArray("abc");
    QTest::newRow("a slash and a plus") << QByteArray("4%2F0Ab%2Bc") << QByteArray("4/0Ab+c");
    QTest::newRow("bare slash") << QByteArray("4/0Ab") << QByteArray("4/0Ab");
    QTest::newRow("decoded once") << QByteArray("a%252Fb") << QByteArray("a%2Fb");
    QTest::newRow("a blank") << QByteArray("a+b%20c") << QByteArray("a b c");
    QTest::newRow("an equals sign") << QByteArray("a=b%3D") << QByteArray("a=b=");
}

void ReceiverTest::givesTheCodeAsItWasSent()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, code);
    Waiting waiting;
    Visitor visitor(waiting.url);
    visitor.say("GET /callback?state=" + state + "&code=" + sent + "&scope=a+b&authuser=0 HTTP/1.1\r\nHost: "
                + waiting.url.authority().toLatin1() + "\r\n\r\n");
    QVERIFY(waiting.isAnswered());
    QCOMPARE((*waiting.got)->code, code);
    QCOMPARE((*waiting.got)->error, QByteArray());
}

void ReceiverTest::turnsAwayWhatIsNotTheAnswer_data()
{
    // HOST and STATE are put in.
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray host = "\r\nHost: HOST\r\n\r\n";
    const QByteArray good = "/callback?state=STATE&code=c";
    QTest::newRow("favicon") << "GET /favicon.ico HTTP/1.1" + host << 404;
    QTest::newRow("root") << "GET /?state=STATE&code=c HTTP/1.1" + host << 404;
    QTest::newRow("longer path") << "GET /callback/?state=STATE&code=c HTTP/1.1" + host << 404;
    QTest::newRow("encoded path") << "GET /%63allback?state=STATE&code=c HTTP/1.1" + host << 404;
    QTest::newRow("whole address") << "GET http://HOST" + good + " HTTP/1.1" + host << 404;
    QTest::newRow("HEAD") << "HEAD " + good + " HTTP/1.1" + host << 405;
    QTest::newRow("POST") << "POST " + good + " HTTP/1.1\r\nContent-Length: 0" + host << 405;
    QTest::newRow("OPTIONS") << "OPTIONS " + good + " HTTP/1.1" + host << 405;
    QTest::newRow("prefetch") << "GET " + good + " HTTP/1.1\r\nSec-Purpose: prefetch;prerender" + host << 503;
    QTest::newRow("older prefetch") << "GET " + good + " HTTP/1.1\r\nPurpose: prefetch" + host << 503;
    QTest::newRow("another host") << "GET " + good + " HTTP/1.1\r\nHost: evil.example:80\r\n\r\n" << 400;
    QTest::newRow("localhost") << "GET " + good + " HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n" << 400;
    QTest::newRow("no port") << "GET " + good + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" << 400;
    QTest::newRow("no host") << "GET " + good + " HTTP/1.1\r\n\r\n" << 400;
    QTest::newRow("two hosts") << "GET " + good + " HTTP/1.1\r\nHost: HOST" + host << 400;
    QTest::newRow("folded host") << "GET " + good + " HTTP/1.1\r\nX: y\r\n Host: HOST\r\n\r\n" << 400;
    QTest::newRow("wrong state") << "GET /callback?state=nope&code=c HTTP/1.1" + host << 400;
    QTest::newRow("longer state") << "GET /callback?state=STATEx&code=c HTTP/1.1" + host << 400;
    QTest::newRow("no state") << "GET /callback?code=c HTTP/1.1" + host << 400;
    QTest::newRow("state twice") << "GET " + good + "&state=STATE HTTP/1.1" + host << 400;
    QTest::newRow("code twice") << "GET " + good + "&code=d HTTP/1.1" + host << 400;
    QTest::newRow("code twice, hidden") << "GET " + good + "&c%6Fde=d HTTP/1.1" + host << 400;
    QTest::newRow("no code") << "GET /callback?state=STATE HTTP/1.1" + host << 400;
    QTest::newRow("empty code") << "GET /callback?state=STATE&code= HTTP/1.1" + host << 400;
    QTest::newRow("code and error") << "GET " + good + "&error=access_denied HTTP/1.1" + host << 400;
    QTest::newRow("no query") << "GET /callback HTTP/1.1" + host << 400;
    QTest::newRow("HTTP/2") << QByteArray("PRI * HTTP/2.0\r\n\r\n") << 400;
    QTest::newRow("TLS") << QByteArray("\x16\x03\x01\x02\r\n\r\n") << 400;
    QTest::newRow("too long") << "GET /callback?x=" + QByteArray(20'000, 'x') << 431;
}

void ReceiverTest::turnsAwayWhatIsNotTheAnswer()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    Waiting waiting;
    request.replace("HOST", waiting.url.authority().toLatin1()).replace("STATE", state);
    request.replace("PORT", QByteArray::number(waiting.url.port()));
    Visitor visitor(waiting.url);
    visitor.say(request);
    const QByteArray answer = visitor.heard();
    QCOMPARE(statusOf(answer), status);
    QVERIFY(answer.contains("Connection: close"));
    QVERIFY(!answer.contains(state));
    QVERIFY(!waiting.got.has_value());

    QCOMPARE(statusOf(visit(waiting.good())), 200); // the right one still comes through
    QVERIFY(waiting.isAnswered());
}

void ReceiverTest::isNotMovedByAPortScan()
{
    Waiting waiting;
    for (int i = 0; i < 60; ++i) {
        Visitor scanner(waiting.url);
        QVERIFY(scanner.isConnected());
        scanner.hangUp();
    }
    QCOMPARE(statusOf(visit(waiting.good())), 200);
    QVERIFY(waiting.isAnswered());
}

void ReceiverTest::isNotBlockedBySlowConnections()
{
    Waiting waiting;
    std::vector<std::unique_ptr<Visitor>> slow;
    for (int i = 0; i < LoopbackReceiver::mostConnections * 2; ++i) {
        slow.push_back(std::make_unique<Visitor>(waiting.url));
        slow.back()->say("GET /call");
    }
    // The oldest had to go, the younger ones still hold their place.
    QVERIFY(spinUntil([&slow] { return !slow.front()->isConnected(); }));
    QVERIFY(slow.back()->isConnected());
    QCOMPARE(statusOf(visit(waiting.good())), 200);
    QVERIFY(waiting.isAnswered());
}

void ReceiverTest::endsSlowConnections()
{
    LoopbackReceiver::Options options;
    options.perConnection = 50ms;
    Waiting waiting(options);
    Visitor slow(waiting.url);
    slow.say("GET /callback?state=");
    QCOMPARE(slow.heard(), QByteArray());
    QVERIFY(!waiting.got.has_value());
}

void ReceiverTest::readsARequestInPieces()
{
    Waiting waiting;
    Visitor visitor(waiting.url);
    const QByteArray request = browserRequest(waiting.good());
    for (const char byte : request) {
        visitor.say(QByteArray(1, byte));
        QCoreApplication::processEvents();
    }
    QCOMPARE(statusOf(visitor.heard()), 200);
    QVERIFY(waiting.isAnswered());
}

void ReceiverTest::hasAWholePage()
{
    Waiting waiting;
    Visitor visitor(waiting.url);
    // What comes behind the request is not read as another, and does not cut the answer off.
    visitor.say(browserRequest(waiting.good()) + QByteArray(30'000, 'x'));
    QVERIFY(waiting.isAnswered());
    VERIFY_OK(await(waiting.receiver.pageDelivered(std::stop_token())));
    const QByteArray answer = visitor.heard();
    QCOMPARE(statusOf(answer), 200);
    const QByteArray body = bodyOf(answer);
    QVERIFY(answer.contains("Content-Length: " + QByteArray::number(body.size()) + "\r\n"));
    QVERIFY(body.endsWith("</html>\n"));
    for (const char *header : {"Cache-Control: no-store\r\n", "Referrer-Policy: no-referrer\r\n",
                               "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\n",
                               "X-Content-Type-Options: nosniff\r\n", "Connection: close\r\n"}) {
        QVERIFY2(answer.contains(header), header);
    }
}

void ReceiverTest::saysWhatHappened_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("a code") << QByteArray("code=s3cret") << QByteArray("has the answer from Google");
    QTest::newRow("denied") << QByteArray("error=access_denied") << QByteArray("told not to give");
    QTest::newRow("organisation") << QByteArray("error=admin_policy_enforced")
                                  << QByteArray("The organisation of this account");
    QTest::newRow("markup") << QByteArray("error=%3Cscript%3Ealert(1)%3C/script%3E")
                            << QByteArray("a reason that Crema does not know.");
}

void ReceiverTest::saysWhatHappened()
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, words);
    Waiting waiting;
    const QByteArray answer = visit(waiting.with("state=" + state + '&' + query));
    QCOMPARE(statusOf(answer), 200);
    QVERIFY2(answer.contains(words), answer.constData());
    QVERIFY(!answer.contains("<script"));
    QVERIFY(!answer.contains("s3cret"));
    QVERIFY(!answer.contains(state));
    QVERIFY(waiting.isAnswered());
}

void ReceiverTest::isGoneAfterTheAnswer()
{
    Waiting waiting;
    Visitor early(waiting.url);
    QCOMPARE(statusOf(visit(waiting.good())), 200);
    QVERIFY(!Visitor(waiting.url).isConnected());
    early.say(browserRequest(waiting.good()));
    QCOMPARE(early.heard(), QByteArray());
    QVERIFY(waiting.isAnswered());
    QCOMPARE((*waiting.got)->code, QByteArray("c0de"));
}

void ReceiverTest::isGoneWhenCancelled()
{
    Waiting waiting;
    waiting.stop.request_stop();
    QVERIFY(!waiting.isAnswered());
    QCOMPARE(waiting.got->error().kind, ErrorKind::cancelled);
    QVERIFY(!Visitor(waiting.url).isConnected());
}

void ReceiverTest::isGoneWhenNobodyCame()
{
    Waiting waiting({}, 30ms);
    QVERIFY(!waiting.isAnswered());
    QCOMPARE(waiting.got->error().kind, ErrorKind::timeout);
    QVERIFY(!Visitor(waiting.url).isConnected());
}

void ReceiverTest::takesIpv6WhereThatIsAllThereIs()
{
    if (!QTcpServer().listen(QHostAddress(QHostAddress::LocalHostIPv6))) {
        QSKIP("skipped: this computer has no IPv6 loopback");
    }
    LoopbackReceiver::Options options;
    options.addresses.first() = QHostAddress(u"192.0.2.1"_s); // of the documentation: nobody's
    Waiting waiting(options);
    QVERIFY(waiting.isListening);
    QCOMPARE(waiting.url.host(), u"::1"_s);
    QVERIFY(waiting.url.toString().startsWith(u"http://[::1]:"_s));
    QCOMPARE(statusOf(visit(waiting.good())), 200);
    QVERIFY(waiting.isAnswered());
}
