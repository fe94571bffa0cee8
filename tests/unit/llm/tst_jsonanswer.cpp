// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "llm/jsonanswer.h"

using namespace crema;
using namespace crema::llm;
using namespace Qt::StringLiterals;

void JsonAnswerTest::findsTheObject_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("subject");
    QTest::newRow("as it should be") << uR"({"subject": "a"})"_s << u"a"_s;
    QTest::newRow("fenced") << u"```json\n{\"subject\": \"a\"}\n```"_s << u"a"_s;
    QTest::newRow("words around") << u"Sure! {\"subject\": \"a\"} Good luck {x}."_s << u"a"_s;
    QTest::newRow("braces before") << u"I use {name} here: {\"subject\": \"a\"}"_s << u"a"_s;
    QTest::newRow("thoughts") << u"<think>{\"subject\": \"no\"}</think>{\"subject\": \"a\"}"_s << u"a"_s;
    QTest::newRow("a raw line end") << u"{\"subject\": \"a\nb\"}"_s << u"a\nb"_s;
    QTest::newRow("a comma too many") << u"{\"subject\": \"a\", \"list\": [1, 2,],}"_s << u"a"_s;
    QTest::newRow("brackets in a text") << uR"({"subject": "a } ] \" b"})"_s << u"a } ] \" b"_s;
    QTest::newRow("other scripts") << u"{\"subject\": \"日本 🎓\"}"_s << u"日本 🎓"_s;
}

void JsonAnswerTest::findsTheObject()
{
    QFETCH(QString, answer);
    const auto json = objectIn(answer);
    QVERIFY2(json, json ? "" : qPrintable(json.error().text));
    QTEST(textAt(*json, "subject"), "subject");
}

void JsonAnswerTest::refusesHalves()
{
    const QString whole =
            uR"(  {"subject": "a, {b}", "sentences": [{"text": "x", "facts": ["S1"]}, {"text": "y"}]})"_s;
    for (qsizetype at = 0; at < whole.size(); ++at) {
        const auto json = objectIn(whole.first(at));
        // A whole object inside half a one is a sentence, not the email.
        QVERIFY(!json || textAt(*json, "subject").isEmpty());
    }
    QVERIFY(objectIn(whole));
    QVERIFY(!objectIn(u"<think>{\"subject\": \"still thinking\"}"_s));
    QVERIFY(!objectIn(u"[1, 2]"_s));
}

void JsonAnswerTest::showsWhatHasCome()
{
    const QString whole =
            uR"({"subject": "a\n\u00e9, b", "sentences": [{"text": "Hi, you", "facts": ["S1", "R2"], "paragraph": 1}]})"_s;
    QString longest;
    for (qsizetype at = 0; at <= whole.size(); ++at) {
        const Json json = unfinishedObjectIn(whole.first(at));
        const QString text = textAt(
                arrayAt(json, "sentences").empty() ? Json() : arrayAt(json, "sentences")[0], "text");
        QVERIFY2(u"Hi, you"_s.startsWith(text), qPrintable(text));
        QVERIFY(text.size() >= longest.size()); // never takes back what it showed
        longest = text;
        QVERIFY(u"a\n\u00e9, b"_s.startsWith(textAt(json, "subject")));
    }
    QCOMPARE(longest, u"Hi, you"_s);
}
