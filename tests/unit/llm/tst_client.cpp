// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "llm/jsonanswer.h"

#include <QTimer>

using namespace crema;
using namespace crema::llm;
using namespace crema::test;
using namespace Qt::StringLiterals;

namespace {

const SystemClock theClock;

Task<Result<std::optional<Secret>>> keyFor(Server server)
{
    // Entered for the stand-in alone.
    co_return server.baseUrl.port() > 0 ? std::optional(Secret(QByteArrayView(ModelServer::key)))
                                        : std::nullopt;
}

ChatRequest anyRequest()
{
    ChatRequest request;
    request.messages = {{Role::system, u"Write as JSON."_s}, {Role::user, u"{\"facts\": []}"_s}};
    request.schemaName = u"email"_s;
    request.schema = {{"type", "object"}};
    return request;
}

} // namespace

void LlmClientTest::initTestCase()
{
    m_server = std::make_unique<ModelServer>();
    if (!m_server->isRunning()) {
        QSKIP("There is no /usr/bin/python3 for the stand-in of the model server.");
    }
}

void LlmClientTest::init()
{
    m_server->reset();
    m_server->control({{"key", ModelServer::key}});
    m_folder = std::make_unique<QTemporaryDir>();
    m_http = std::make_unique<net::Client>(theClock, m_egress, 7U);
    m_memory = std::make_unique<AbilityMemory>(m_folder->filePath(u"models.json"_s));
    m_client = std::make_unique<Client>(*m_http, *m_memory, keyFor);
}

void LlmClientTest::cleanup()
{
    QVERIFY(spinUntil([] { return async::pendingLeaves() == 0; }));
    m_client.reset();
    m_http.reset();
}

Result<ChatAnswer> LlmClientTest::ask(const QString &model, TextReceiver onText, std::stop_token stop)
{
    const auto server = serverFrom(m_server->baseUrl().toString(), model);
    return await(
            m_client->ask(*server, anyRequest(), {u"Test"_s, {}, {}}, std::move(onText), std::move(stop)));
}

void LlmClientTest::answers_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("requests");
    QTest::addColumn<Ending>("ending");
    QTest::newRow("well") << u"good"_s << 1 << Ending::complete;
    QTest::newRow("whole, not streamed") << u"whole"_s << 1 << Ending::complete;
    QTest::newRow("with words around") << u"prose"_s << 1 << Ending::complete;
    QTest::newRow("no schema") << u"object"_s << 2 << Ending::complete;
    QTest::newRow("no response_format") << u"words"_s << 3 << Ending::complete;
    QTest::newRow("old token field") << u"oldtokens"_s << 1 << Ending::complete;
    QTest::newRow("new token field") << u"newtokens"_s << 2 << Ending::complete;
    QTest::newRow("cut") << u"cut"_s << 1 << Ending::cut;
    QTest::newRow("filtered") << u"filter"_s << 1 << Ending::filtered;
    QTest::newRow("refused") << u"refuse"_s << 1 << Ending::refused;
}

void LlmClientTest::answers()
{
    QFETCH(QString, model);
    const auto answer = ask(model);
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text + answer.error().detail));
    QTEST(answer->ending, "ending");
    QTEST(static_cast<int>(m_server->requests()), "requests");
    if (answer->ending == Ending::complete) {
        QVERIFY(objectIn(answer->text));
        QVERIFY(answer->usage.answerTokens > 0);
    }
}

void LlmClientTest::remembersTheForm()
{
    QVERIFY(ask(u"words"_s));
    QCOMPARE(m_server->requests(), 3);
    QVERIFY(ask(u"words"_s));
    QCOMPARE(m_server->requests(), 4);
    // After a restart too, and for this model only.
    m_memory = std::make_unique<AbilityMemory>(m_folder->filePath(u"models.json"_s));
    m_client = std::make_unique<Client>(*m_http, *m_memory, keyFor);
    QVERIFY(ask(u"words"_s));
    QCOMPARE(m_server->requests(), 5);
    QVERIFY(ask(u"good"_s));
    const Json bodies = member(m_server->control(), "bodies");
    QVERIFY(!member(bodies.back(), "response_format").is_null());
    QVERIFY(member(bodies[4], "response_format").is_null());
}

void LlmClientTest::repeatsOnlyWhatHelps_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("requests");
    QTest::addColumn<QString>("error");
    QTest::newRow("busy once") << u"busy"_s << 2 << QString();
    QTest::newRow("overloaded twice") << u"overloaded"_s << 3 << QString();
    QTest::newRow("down") << u"down"_s << 3 << u"bad_answer"_s;
    QTest::newRow("no credit") << u"quota"_s << 1 << u"out_of_credits"_s;
    QTest::newRow("no such model") << u"nope"_s << 1 << u"not_found"_s;
    QTest::newRow("error in the stream") << u"midway"_s << 1 << u"bad_answer"_s;
    QTest::newRow("broken off") << u"break-900"_s << 1 << u"bad_answer"_s;
}

void LlmClientTest::repeatsOnlyWhatHelps()
{
    QFETCH(QString, model);
    const auto answer = ask(model);
    QTEST(answer ? QString() : errorCode(answer.error().kind), "error");
    QTEST(static_cast<int>(m_server->requests()), "requests");
}

void LlmClientTest::showsTheTextAsItComes()
{
    QStringList shown;
    const auto answer = ask(u"slow"_s, [&shown](const QString &text) { shown << text; });
    QVERIFY(answer);
    QVERIFY(shown.size() > 3);
    for (qsizetype i = 1; i < shown.size(); ++i) {
        QVERIFY(shown[i].startsWith(shown[i - 1]));
    }
    QCOMPARE(shown.constLast(), answer->text);
}

void LlmClientTest::cancels()
{
    std::stop_source stop;
    int pieces = 0;
    const auto answer = ask(
            u"slow"_s,
            [&](const QString &) {
                if (++pieces == 2) {
                    stop.request_stop();
                }
            },
            stop.get_token());
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::cancelled);
}

void LlmClientTest::sendsTheKeyToItsServerOnly()
{
    QVERIFY(ask(u"good"_s));
    const QString sent = textOf(member(m_server->control(), "keys")[0]);
    QCOMPARE(sent, u"Bearer "_s + QString::fromLatin1(ModelServer::key));
    const auto other = serverFrom(u"https://other.example/v1"_s, u"good"_s);
    const auto answer = await(m_client->ask(*other, anyRequest(), {u"Test"_s, {}, {}}, {}, {}));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::unauthorised);
    QVERIFY(m_egress.starts.constLast().host.startsWith(u"127.0.0.1"_s)); // nothing left for the other one
    for (const net::EgressStart &start : std::as_const(m_egress.starts)) {
        QVERIFY(!start.path.contains(QString::fromLatin1(ModelServer::key)));
    }
}

void LlmClientTest::tests_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("error");
    QTest::newRow("well") << u"good"_s << QString::fromLatin1(ModelServer::key) << QString();
    QTest::newRow("no such model") << u"nope"_s << QString::fromLatin1(ModelServer::key) << u"not_found"_s;
    QTest::newRow("another key") << u"good"_s << u"other"_s << u"unauthorised"_s;
}

void LlmClientTest::tests()
{
    QFETCH(QString, model);
    QFETCH(QString, key);
    m_server->control({{"key", key}});
    const auto server = serverFrom(m_server->baseUrl().toString(), model);
    const auto tested = await(m_client->test(*server, {}));
    QTEST(tested ? QString() : errorCode(tested.error().kind), "error");
}
