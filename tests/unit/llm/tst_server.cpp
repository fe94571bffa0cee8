// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

using namespace crema;
using namespace crema::llm;
using namespace Qt::StringLiterals;

void ServerTest::readsAddresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("chat");
    QTest::newRow("OpenAI") << u"https://api.openai.com/v1"_s
                            << u"https://api.openai.com/v1/chat/completions"_s;
    QTest::newRow("a slash at the end")
            << u" https://api.openai.com/v1/ "_s << u"https://api.openai.com/v1/chat/completions"_s;
    QTest::newRow("host only") << u"api.openai.com"_s << u"https://api.openai.com/v1/chat/completions"_s;
    QTest::newRow("Ollama") << u"localhost:11434"_s << u"http://localhost:11434/v1/chat/completions"_s;
    QTest::newRow("LM Studio") << u"127.0.0.1:1234/v1"_s << u"http://127.0.0.1:1234/v1/chat/completions"_s;
    QTest::newRow("the whole address")
            << u"https://llm.example/v1/chat/completions"_s << u"https://llm.example/v1/chat/completions"_s;
    QTest::newRow("another path") << u"https://llm.example/api/openai"_s
                                  << u"https://llm.example/api/openai/chat/completions"_s;
    QTest::newRow("Azure, v1") << u"https://res.openai.azure.com"_s
                               << u"https://res.openai.azure.com/openai/v1/chat/completions"_s;
    QTest::newRow("Azure, classic")
            << u"https://res.openai.azure.com/openai/deployments/mini/chat/completions?api-version=2024-08-01-preview"_s
            << u"https://res.openai.azure.com/openai/deployments/mini/chat/completions?api-version=2024-08-01-preview"_s;
    QTest::newRow("Azure, classic, no version")
            << u"https://res.openai.azure.com/openai/deployments/mini"_s
            << u"https://res.openai.azure.com/openai/deployments/mini/chat/completions?api-version=2024-10-21"_s;
}

void ServerTest::readsAddresses()
{
    QFETCH(QString, typed);
    const auto server = serverFrom(typed, u" gpt "_s);
    QVERIFY2(server, server ? "" : qPrintable(server.error().text));
    QTEST(chatUrl(*server).toString(), "chat");
    // The one spelling is its own.
    QCOMPARE(serverFrom(server->baseUrl.toString(), server->model), server);
}

void ServerTest::refusesAddresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("nothing") << u"  "_s;
    QTest::newRow("no address") << u"my server"_s;
    QTest::newRow("http to elsewhere") << u"http://llm.example/v1"_s;
    QTest::newRow("a key in it") << u"https://sk-secret@api.openai.com/v1"_s;
    QTest::newRow("another scheme") << u"ftp://llm.example"_s;
    QTest::newRow("a file") << u"file:///etc/passwd"_s;
}

void ServerTest::refusesAddresses()
{
    QFETCH(QString, typed);
    const auto server = serverFrom(typed, u"gpt"_s);
    QVERIFY(!server);
    QCOMPARE(server.error().kind, ErrorKind::rejectedInput);
    QVERIFY(!server.error().text.contains(u"sk-secret"_s));
}

void ServerTest::knowsAzure()
{
    const auto azure = serverFrom(u"https://res.openai.azure.com/openai/deployments/mini"_s, u"ignored"_s);
    QVERIFY(azure);
    QCOMPARE(azure->model, u"mini"_s);
    QCOMPARE(keyHeaderOf(*azure), KeyHeader::apiKey);
    QVERIFY(!modelsUrl(*azure));
    const auto ollama = serverFrom(u"localhost:11434"_s, u"llama3"_s);
    QVERIFY(ollama && !needsKey(*ollama));
    QVERIFY(timeoutsOf(*ollama).idle > timeoutsOf(*azure).idle);
}
