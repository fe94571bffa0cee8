// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cellvalues.h"
#include "tests.h"

using namespace Qt::StringLiterals;
using namespace crema::exchange;

void CellValuesTest::line_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *what, const QByteArray &cell, const QString &line) {
        QTest::newRow(what) << cell << line;
    };
    row("plain", "Acme", u"Acme"_s);
    row("blanks", "  Acme   Inc \r", u"Acme Inc"_s);
    row("line ends", "Acme\nInc", u"Acme Inc"_s);
    row("placeholder", "N/A", {});
    row("long placeholder", "Not applicable", {});
    row("placeholder with accents around", " — ", {});
    row("only blanks", "  ", {});
    row("accents composed", "Zoe\xCC\x88", u"Zoë"_s);
    row("invisible mark", "\xEF\xBB\xBFZoe", u"Zoe"_s);
    row("guarded formula", "'=1+1", u"=1+1"_s);
    row("guarded phone", "'+1 202", u"+1 202"_s);
    row("apostrophe of a name", "'t Hooft", u"'t Hooft"_s);
}

void CellValuesTest::line()
{
    QFETCH(QByteArray, cell);
    QTEST(lineFrom({cell.constData(), static_cast<size_t>(cell.size())}), "line");
}

void CellValuesTest::emails_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QStringList>("addresses");
    QTest::addColumn<QStringList>("rejected");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *what, const QString &cell, const QStringList &addresses,
                        const QStringList &rejected = {}, const QString &name = {}) {
        QTest::newRow(what) << cell << addresses << rejected << name;
    };
    row("one", u"a@x.example"_s, {u"a@x.example"_s});
    row("Google's several", u"a@x.example ::: b@x.example"_s, {u"a@x.example"_s, u"b@x.example"_s});
    row("semicolon", u"a@x.example; b@x.example"_s, {u"a@x.example"_s, u"b@x.example"_s});
    row("blank and slash", u"a@x.example / b@x.example"_s, {u"a@x.example"_s, u"b@x.example"_s});
    row("with name", u"Jane Roe <j@x.example>"_s, {u"j@x.example"_s}, {}, u"Jane Roe"_s);
    row("with quoted name and comma", u"\"Roe, Jane\" <j@x.example>"_s, {u"j@x.example"_s}, {},
        u"Roe, Jane"_s);
    row("mailto", u"mailto:j@x.example"_s, {u"j@x.example"_s});
    row("end of a sentence", u"j@x.example."_s, {u"j@x.example"_s});
    row("half a bracket", u"j@x.example>"_s, {u"j@x.example"_s});
    row("Exchange", u"/o=ExchangeLabs/ou=Group/cn=Recipients/cn=abc"_s, {});
    row("none", u"ask her"_s, {}, {u"ask her"_s});
    row("a blank within", u"bob roe@x.example"_s, {}, {u"bob roe@x.example"_s});
    row("a label, a blank and what is behind", u"Gmail: a@x.example preferred after 5pm"_s,
        {u"a@x.example"_s}, {u"Gmail: preferred after 5pm"_s});
    row("a telephone", u"a@x.example / 212-555-0100"_s, {u"a@x.example"_s}, {u"212-555-0100"_s});
    row("a name", u"Di Fox di@x.example"_s, {u"di@x.example"_s}, {}, u"Di Fox"_s);
    row("kinds in brackets", u"a@x.example [work]"_s, {u"a@x.example"_s});
    row("kinds behind two", u"a@x.example (work) b@x.example (home)"_s, {u"a@x.example"_s, u"b@x.example"_s});
    row("words between", u"Work: a@x.example or b@x.example"_s, {u"a@x.example"_s, u"b@x.example"_s});
    row("one of two", u"a@x.example, b(at)x.example"_s, {u"a@x.example"_s}, {u"b(at)x.example"_s});
}

void CellValuesTest::emails()
{
    QFETCH(QString, cell);
    const EmailCell found = emailsFrom(cell);
    QTEST(found.addresses, "addresses");
    QTEST(found.rejected, "rejected");
    QTEST(found.displayName, "name");
}

void CellValuesTest::linkedin_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("url");
    const auto row = [](const char *what, const QString &value, const QString &url) {
        QTest::newRow(what) << value << url;
    };
    row("as it is", u"https://www.linkedin.com/in/ann"_s, u"https://www.linkedin.com/in/ann"_s);
    row("no scheme", u"linkedin.com/in/ann"_s, u"https://linkedin.com/in/ann"_s);
    row("path", u"/in/ann/"_s, u"https://www.linkedin.com/in/ann/"_s);
    row("bare name", u"ann-lee"_s, u"https://www.linkedin.com/in/ann-lee"_s);
    row("a word", u"yes"_s, {});
    row("company", u"https://www.linkedin.com/company/acme"_s, {});
    row("text", u"see her page"_s, {});
    row("another site", u"https://x.example/in/ann"_s, {});
}

void CellValuesTest::linkedin()
{
    QFETCH(QString, value);
    QTEST(linkedinFrom(value), "url");
}

void CellValuesTest::tags()
{
    QCOMPARE(tagsFrom(u"* myContacts ::: Alumni ::: alumni ::: * Fair"_s),
             QStringList({u"Alumni"_s, u"Fair"_s}));
    QCOMPARE(tagsFrom(u"a;b, c|"_s), QStringList({u"a"_s, u"b"_s, u"c"_s}));
}
