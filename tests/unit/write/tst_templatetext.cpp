// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "write/templateset.h"
#include "write/templatetext.h"

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::write;

namespace {

const QStringList known {u"firm"_s, u"title"_s, u"city"_s, u"name"_s};

Variables someVariables()
{
    Source firm;
    firm.kind = SourceKind::contactField;
    firm.quote = u"Apple Inc."_s;
    Source title = firm;
    title.quote = u"Designer"_s;
    return {{u"firm"_s, {u"Apple Inc."_s, {firm}}},
            {u"title"_s, {u"Designer"_s, {title}}},
            {u"name"_s, {u"Zoë"_s, {}}}};
}

} // namespace

void TemplateTextTest::rendersMarks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("result"); // "-" when it cannot be used
    QTest::newRow("plain words") << u"Hello."_s << u"Hello."_s;
    QTest::newRow("a variable") << u"at {{firm}} now"_s << u"at Apple Inc. now"_s;
    QTest::newRow("a full stop after a name that brings its own") << u"at {{firm}}."_s << u"at Apple Inc."_s;
    QTest::newRow("a missing variable") << u"in {{city}}."_s << u"-"_s;
    QTest::newRow("a section of a missing variable")
            << u"Hello{{#city}} in {{city}}{{/city}}."_s << u"Hello."_s;
    QTest::newRow("a section of a known variable")
            << u"Hello{{#firm}} at {{firm}}{{/firm}}!"_s << u"Hello at Apple Inc.!"_s;
    QTest::newRow("a section for the unknown")
            << u"Hello{{^city}}, wherever you are{{/city}}."_s << u"Hello, wherever you are."_s;
    QTest::newRow("nested marks") << u"[[you are {{title}}{{#firm}} at {{firm}}{{/firm}}]]."_s
                                  << u"you are Designer at Apple Inc."_s;
    QTest::newRow("a missing variable in a claim") << u"[[in {{city}}]]"_s << u"-"_s;
    QTest::newRow("single brackets are words") << u"a [b] {c}"_s << u"a [b] {c}"_s;
}

void TemplateTextTest::rendersMarks()
{
    QFETCH(QString, text);
    QFETCH(QString, result);
    const auto parsed = TemplateText::parse(text, known);
    VERIFY_OK(parsed);
    const auto rendered = parsed->render(someVariables());
    QCOMPARE(rendered ? rendered->text : u"-"_s, result);
}

void TemplateTextTest::refusesBadMarks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("an unknown variable") << u"at {{frim}}"_s << u"frim"_s;
    QTest::newRow("an unknown section") << u"{{#frim}}x{{/frim}}"_s << u"frim"_s;
    QTest::newRow("an open variable") << u"at {{firm"_s << u"}}"_s;
    QTest::newRow("an open claim") << u"[[you are"_s << u"]]"_s;
    QTest::newRow("an open section") << u"{{#firm}}x"_s << u"{{/firm}}"_s;
    QTest::newRow("a claim that was never opened") << u"you are]]"_s << u"]]"_s;
    QTest::newRow("a name that comes near") << u"at {{frm}}"_s << u"did you mean \"firm\"?"_s;
    QTest::newRow("a claim that a section cuts off") << u"{{#firm}}[[at {{firm}} {{/firm}}"_s << u"]]"_s;
    QTest::newRow("sections that cross") << u"{{#firm}}[[x{{/firm}}]]"_s << u"]]"_s;
}

void TemplateTextTest::refusesBadMarks()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    const auto parsed = TemplateText::parse(text, known);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, ErrorKind::rejectedInput);
    QVERIFY2(parsed.error().text.contains(says), qPrintable(parsed.error().text));
}

void TemplateTextTest::makesClaimsOfExactWords()
{
    const auto parsed = TemplateText::parse(u"{{name}}, [[you are {{title}} at {{firm}}]] and {{title}}."_s,
                                            known);
    VERIFY_OK(parsed);
    const auto rendered = parsed->render(someVariables());
    QVERIFY(rendered.has_value());
    QCOMPARE(rendered->claims.size(), 2);
    QCOMPARE(rendered->claims[0].text, u"you are Designer at Apple Inc."_s);
    QCOMPARE(rendered->claims[0].sources.size(), 2);
    QCOMPARE(rendered->claims[1].text, u"Designer"_s);
}

void TemplateTextTest::readsAllBundledTemplates()
{
    const auto set = loadTemplates();
    VERIFY_OK(set);
    for (const MailKind kind : {MailKind::first, MailKind::followUp, MailKind::thankYou}) {
        QVERIFY(!set->ofKind(kind).isEmpty());
        QVERIFY(!set->commonOf(kind).slot(u"openers"_s).isEmpty());
    }
    QCOMPARE(set->ofKind(MailKind::first).constFirst().name, u"shared-school"_s);
}

void TemplateTextTest::namesTheFileOfABadTemplate()
{
    const auto json = parseJson(R"({"name": "x", "kind": "first", "openers": [["You work at {{firn}}."]]})");
    VERIFY_OK(json);
    const auto read = templateFrom(*json, u"mine.json"_s);
    QVERIFY(!read);
    QVERIFY2(read.error().text.contains(u"mine.json"_s) && read.error().text.contains(u"firn"_s),
             qPrintable(read.error().text));
}
