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
