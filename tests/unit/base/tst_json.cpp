// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jsontree.h"
#include "tests.h"

using namespace Qt::StringLiterals;
using namespace crema;

namespace {

QByteArray nested(qsizetype deep)
{
    return QByteArray(deep, '[') + QByteArray(deep, ']');
}

} // namespace

void JsonTest::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *what, const QByteArray &text, const QString &told) {
        QTest::newRow(what) << text << told;
    };
    row("a million brackets", QByteArray(1'000'000, '['),
        u"more than 1024 deep in this JSON (line 1, column 1025)"_s);
    row("a million lists", nested(1'000'000), u"(line 1, column 1025)"_s);
    row("one too many", nested(1025), u"(line 1, column 1025)"_s);
    row("deep objects", QByteArray(R"({"a":)").repeated(1100), u"(line 1, column 5121)"_s);
    row("on a later line", "{\"[[[\\\"[\":\n" + nested(1100) + '}', u"(line 2, column 1024)"_s);
    row("cut off", R"({"a":)", u"not valid JSON (line 1, column 5)"_s);
    row("a sign", "{\n  \"a\": 1;\n}", u"not valid JSON (line 2, column 9)"_s);
    row("behind letters of two bytes", "[\"\xC3\xA9\" 1]", u"not valid JSON (line 1, column 6)"_s);
    row("nothing", "", u"not valid JSON (line 1, column 1)"_s);
    row("two values", "{} {}", u"not valid JSON"_s);
    row("a number beyond all", "[1e999]", u"not valid JSON"_s);
    row("no UTF-8", "[\"\xC3(\"]", u"not valid JSON"_s);
}

void JsonTest::refused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, told);
    const auto json = parseJson(text);
    QVERIFY(!json);
    QCOMPARE(json.error().kind, ErrorKind::rejectedInput);
    QVERIFY2(json.error().text.contains(told), qPrintable(json.error().text));
}

void JsonTest::readAsBefore_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("all kinds") << QByteArray(
            R"({"a":[1,-2,2.5,true,false,null,"é\n"],"b":{"c":{}},"d":[[]]})");
    QTest::newRow("a text") << QByteArray(R"("a")");
    QTest::newRow("a number") << QByteArray("18446744073709551615");
    QTest::newRow("as deep as may be") << nested(1024);
    QTest::newRow("a text of brackets") << '"' + QByteArray(2000, '[') + '"';
    QTest::newRow("many side by side") << '[' + QByteArray("[],").repeated(2000) + "[]]";
}

void JsonTest::readAsBefore()
{
    QFETCH(QByteArray, text);
    const auto json = parseJson(text);
    QVERIFY(json.has_value());
    QCOMPARE(toBytes(*json), text);
    QVERIFY(jsonTree(text, Repeated::allStay) == json);
}

void JsonTest::repeatedMembers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("all");
    const auto row = [](const char *what, const QByteArray &text, const QByteArray &all) {
        QTest::newRow(what) << text << all;
    };
    row("none", R"~({"a":1,"b":{"a":1}})~", R"~({"a":1,"b":{"a":1}})~");
    row("texts", R"~({"a":"x","a":"y","a":"z"})~", R"~({"a":"x","a (2)":"y","a (3)":"z"})~");
    row("the same text", R"~({"a":"x","a":"x"})~", R"~({"a":"x"})~");
    row("nothing", R"~({"a":null,"a":"x","a":null})~", R"~({"a":"x"})~");
    row("a name that is taken", R"~({"a (2)":0,"a":1,"a":2})~", R"~({"a":1,"a (2)":0,"a (3)":2})~");
    row("objects", R"~({"a":{"b":1},"a":{"b":2},"a":{"b":3}})~", R"~({"a":[{"b":1},{"b":2},{"b":3}]})~");
    row("lists", R"~({"a":[1],"a":[2,3]})~", R"~({"a":[1,2,3]})~");
    row("an object and a list", R"~({"a":{"b":1},"a":[{"b":2}]})~", R"~({"a":[{"b":1},{"b":2}]})~");
    row("a text and a list", R"~({"a":"x","a":["y"]})~", R"~({"a":"x","a (2)":["y"]})~");
    row("inside of others", R"~([{"c":{"a":1,"a":2}},{"a":3}])~", R"~([{"c":{"a":1,"a (2)":2}},{"a":3}])~");
}

void JsonTest::repeatedMembers()
{
    QFETCH(QByteArray, text);
    const auto all = jsonTree(text, Repeated::allStay);
    QVERIFY(all.has_value());
    QTEST(toBytes(*all), "all");
    const auto last = parseJson(text);
    QVERIFY(last.has_value());
    QVERIFY(*last == Json::parse(text.begin(), text.end()));
}

void JsonTest::manyRepeatedMembers()
{
    constexpr int count = 100'000;
    QByteArray text = "{";
    for (int i = 0; i < count; ++i) {
        text += "\"a\":" + QByteArray::number(i) + ',';
    }
    text.back() = '}';
    const auto all = jsonTree(text, Repeated::allStay);
    QVERIFY(all.has_value());
    QCOMPARE(all->size(), size_t {count});
    QCOMPARE(intAt(*all, "a (100000)"), count - 1);
}
