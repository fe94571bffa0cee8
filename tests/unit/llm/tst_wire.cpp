// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "llm/wire.h"

using namespace crema;
using namespace crema::llm;
using namespace crema::test;
using namespace Qt::StringLiterals;

namespace {

Json errorNamed(const char *name)
{
    const auto all = parseJson(fixtureBytes(u"llm/openai_errors.json"_s));
    return member(*all, name);
}

} // namespace

void LlmWireTest::readsAnswers_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<Ending>("ending");
    QTest::newRow("whole") << u"openai_chat_json_schema.json"_s << Ending::complete;
    QTest::newRow("cut") << u"openai_chat_truncated_length.json"_s << Ending::cut;
    QTest::newRow("filtered") << u"openai_chat_content_filter.json"_s << Ending::filtered;
    QTest::newRow("refused") << u"openai_chat_refusal.json"_s << Ending::refused;
}

void LlmWireTest::readsAnswers()
{
    QFETCH(QString, file);
    const auto json = parseJson(fixtureBytes(u"llm/"_s + file));
    QVERIFY(json);
    const auto answer = answerFrom(*json, u"x"_s);
    QVERIFY(answer);
    QTEST(answer->ending, "ending");
    QCOMPARE(answer->usage, (Usage {412, 96}));
}

void LlmWireTest::lowersTheForm_data()
{
    QTest::addColumn<QString>("error");
    QTest::addColumn<bool>("newTokenField");
    QTest::addColumn<bool>("changes");
    QTest::newRow("schema") << u"unsupported_response_format"_s << true << true;
    QTest::newRow("json word") << u"json_word_missing"_s << true << true;
    QTest::newRow("old token field") << u"max_tokens_unsupported"_s << false << true;
    QTest::newRow("too long") << u"context_length"_s << true << false;
    QTest::newRow("no such model") << u"model_not_found"_s << true << false;
    QTest::newRow("key") << u"invalid_key"_s << true << false;
    QTest::newRow("filter") << u"azure_content_filter"_s << true << false;
}

void LlmWireTest::lowersTheForm()
{
    QFETCH(QString, error);
    QFETCH(bool, newTokenField);
    const Json fault = errorNamed(error.toUtf8().constData());
    Abilities abilities;
    abilities.newTokenField = newTokenField;
    const auto next = lowered(abilities, static_cast<int>(intAt(fault, "http_status")),
                              complaintIn(member(fault, "body")));
    QTEST(next.has_value(), "changes");
    QVERIFY(!next || *next != abilities);
}

void LlmWireTest::namesErrors_data()
{
    QTest::addColumn<QString>("error");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("final");
    QTest::newRow("quota") << u"insufficient_quota_do_not_retry"_s << ErrorKind::outOfCredits << true;
    QTest::newRow("rate") << u"rate_limit_retry"_s << ErrorKind::rateLimited << false;
    QTest::newRow("key") << u"invalid_key"_s << ErrorKind::unauthorised << false;
    QTest::newRow("model") << u"model_not_found"_s << ErrorKind::notFound << false;
    QTest::newRow("ollama model") << u"ollama_model_missing"_s << ErrorKind::notFound << false;
    QTest::newRow("deployment") << u"azure_deployment_missing"_s << ErrorKind::notFound << false;
    QTest::newRow("length") << u"context_length"_s << ErrorKind::rejectedInput << false;
    QTest::newRow("overloaded") << u"overloaded"_s << ErrorKind::badAnswer << false;
}

void LlmWireTest::namesErrors()
{
    QFETCH(QString, error);
    const Json fault = errorNamed(error.toUtf8().constData());
    net::Response response;
    response.status = static_cast<int>(intAt(fault, "http_status"));
    response.body = toBytes(member(fault, "body"));
    const auto server = serverFrom(u"https://api.openai.com/v1"_s, u"nope"_s);
    const Error found = errorOf(response, {}, *server);
    QTEST(found.kind, "kind");
    QTEST(isFinal(response), "final");
    QVERIFY(!found.text.isEmpty());
    QVERIFY(!found.text.contains(u"sk-fx"_s));
}

void LlmWireTest::tellsAnErrorInTheStream()
{
    AnswerBuilder builder(u"OpenAI"_s);
    for (const QByteArray &line : fixtureBytes(u"llm/openai_stream_error_midway.sse"_s).split('\n')) {
        if (line.startsWith("data: ")) {
            builder.take(line.sliced(6));
        }
    }
    const auto answer = builder.finish();
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::badAnswer);
}
