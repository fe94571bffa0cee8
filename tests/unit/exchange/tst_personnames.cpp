// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/personnames.h"
#include "tests.h"

using namespace Qt::StringLiterals;
using namespace crema::exchange;

namespace {

QString inWords(const PersonName &name)
{
    return QStringList({name.prefix, name.first, name.middle, name.last, name.credentials, name.aside})
            .join(u'|');
}

} // namespace

void PersonNamesTest::full_data()
{
    QTest::addColumn<QString>("parts"); // prefix|first|middle|last|credentials|aside
    const auto row = [](const char *name, const QString &parts) { QTest::newRow(name) << parts; };
    row("Marisol Quandahl", u"|Marisol||Quandahl||"_s);
    row("Marisol", u"|Marisol||||"_s);
    row("Mary Ann Smith", u"|Mary Ann||Smith||"_s);
    row("John Q. Public", u"|John|Q.|Public||"_s);
    row("J. R. R. Tolkien", u"|J. R. R.||Tolkien||"_s);
    row("Maria van den Berg", u"|Maria||van den Berg||"_s);
    row("Ludwig von Mises", u"|Ludwig||von Mises||"_s);
    row("Zoë O'Dromgoole-Brandt, CFA", u"|Zoë||O'Dromgoole-Brandt|CFA|"_s);
    row("Jane Roe, MBA, Ph.D.", u"|Jane||Roe|MBA, Ph.D.|"_s);
    row("Jane Roe MBA", u"|Jane||Roe|MBA|"_s);
    row("Dr. Jane Roe", u"Dr.|Jane||Roe||"_s);
    row("Prof. Dr. Hans Maier", u"Prof. Dr.|Hans||Maier||"_s);
    row("Quandahl, Marisol", u"|Marisol||Quandahl||"_s);
    row("SMITH, JOHN", u"|JOHN||SMITH||"_s);
    row("Smith, John, MBA", u"|John||Smith|MBA|"_s);
    row("King, Martin L. Jr.", u"|Martin|L.|King Jr.||"_s);
    row("Lee, Ann M.", u"|Ann|M.|Lee||"_s);
    row("Martin King Jr.", u"|Martin||King Jr.||"_s);
    row("Martin King, Jr.", u"|Martin||King Jr.||"_s);
    row("Yo-Yo Ma", u"|Yo-Yo||Ma||"_s);
    row("YO-YO MA", u"|YO-YO||MA||"_s);
    row("王小明", u"|王小明||||"_s);
    row("王 小明", u"|小明||王||"_s);
    row("김 민수", u"|민수||김||"_s);
    row("山田 太郎", u"|太郎||山田||"_s);
    row("Иван Петров", u"|Иван||Петров||"_s);
    row("Jane Roe, SHRM-SCP", u"|Jane||Roe|SHRM-SCP|"_s);
    row("Smith, Jr., John", u"|John||Smith Jr.||"_s);
    row("Lee, Ann '24", u"|Ann||Lee||'24"_s);
    row("Ann Lee, PhD, FRCP", u"|Ann||Lee|PhD, FRCP|"_s);
    row("Jean-Luc Picard | Starfleet", u"|Jean-Luc||Picard||Starfleet"_s);
    row("Ada Lovelace - Hiring!", u"|Ada||Lovelace||Hiring!"_s);
    row("Leia Organa, she/her", u"|Leia||Organa||she/her"_s);
    row("Leia Organa they/them/theirs", u"|Leia||Organa||they/them/theirs"_s);
    row("Jane Roe, MBA | Acme", u"|Jane||Roe|MBA|Acme"_s);
    row("Max Power 🚀", u"|Max||Power||🚀"_s);
    row("Jean - Luc Picard", u"|Jean - Luc||Picard||"_s);
    row("Maria Garcia - Lopez", u"|Maria||Garcia - Lopez||"_s);
    row("Omar Al - Sayed", u"|Omar||Al - Sayed||"_s);
    row("Garcia - Lopez, Maria", u"|Maria||Garcia - Lopez||"_s);
    row("Dr. Anna - Maria Müller", u"Dr.|Anna - Maria||Müller||"_s);
    row("约翰 · 史密斯", u"|约翰||史密斯||"_s);
    row("王小明 | Acme", u"|王小明||||Acme"_s);
    row("Doe | Jane", u"|Doe||Jane||"_s);
    row("Ji Han/Hon", u"|Ji||Han/Hon||"_s);
    row("Amy Hon / Lei", u"|Amy Hon||Lei||"_s);
    row("Anna Berg hon/henne", u"|Anna||Berg||hon/henne"_s);
    row("Ann she/her", u"|Ann||||she/her"_s);
    row("Ann Lee - VP, Sales", u"|Ann||Lee||VP, Sales"_s);
    row("Ann Lee -- Acme", u"|Ann||Lee||Acme"_s);
    row("Ann Lee - open to work", u"|Ann||Lee||open to work"_s);
    row("Ann Lee, PhD - Acme", u"|Ann||Lee|PhD|Acme"_s);
    row("Lee, Ann - Hiring", u"|Ann||Lee||Hiring"_s);
    row("Lee, Ann - Maria", u"|Ann - Maria||Lee||"_s);
    row("Hon, Amy", u"|Amy||Hon||"_s);
    row("Anna-Maria Garcia-Lopez", u"|Anna-Maria||Garcia-Lopez||"_s);
    row("", u"|||||"_s);
}

void PersonNamesTest::full()
{
    QTEST(inWords(nameFrom(QString::fromUtf8(QTest::currentDataTag()))), "parts");
}

void PersonNamesTest::columns_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("parts");
    QTest::newRow("plain") << u"Ann"_s << u"Lee"_s << u"|Ann||Lee||"_s;
    QTest::newRow("degree behind the last name") << u"Ann"_s << u"Lee, MBA"_s << u"|Ann||Lee|MBA|"_s;
    QTest::newRow("degree behind the first name") << u"Zoë, CFA"_s << u"Brandt"_s << u"|Zoë||Brandt|CFA|"_s;
    QTest::newRow("degree without comma") << u"Ann"_s << u"Lee PhD"_s << u"|Ann||Lee|PhD|"_s;
    QTest::newRow("two degrees") << u"Ann"_s << u"Lee, CPA, CFA"_s << u"|Ann||Lee|CPA, CFA|"_s;
    QTest::newRow("unknown degree") << u"Ann"_s << u"Lee, XQRT"_s << u"|Ann||Lee|XQRT|"_s;
    QTest::newRow("title before the first name") << u"Dr. Ann"_s << u"Lee"_s << u"Dr.|Ann||Lee||"_s;
    QTest::newRow("two first names") << u"Mary Ann"_s << u"Lee"_s << u"|Mary Ann||Lee||"_s;
    QTest::newRow("what a firm is called") << u"Ann"_s << u"Lee | Acme"_s << u"|Ann||Lee||Acme"_s;
    QTest::newRow("a remark") << u"Ann"_s << u"Lee - we hire"_s << u"|Ann||Lee||we hire"_s;
    QTest::newRow("a double name of several words")
            << u"Ana"_s << u"De la Cruz - Santa Maria"_s << u"|Ana||De la Cruz - Santa Maria||"_s;
    QTest::newRow("a double name") << u"Ann"_s << u"Garcia - Lopez"_s << u"|Ann||Garcia - Lopez||"_s;
    QTest::newRow("pronouns") << u"Ann"_s << u"Lee, she/her"_s << u"|Ann||Lee||she/her"_s;
    QTest::newRow("generation") << u"Martin"_s << u"King, Jr."_s << u"|Martin||King Jr.||"_s;
    QTest::newRow("comma that is none of these")
            << u"Ann"_s << u"Lee, formerly Roe"_s << u"|Ann||Lee, formerly Roe||"_s;
}

void PersonNamesTest::columns()
{
    QFETCH(QString, first);
    QFETCH(QString, last);
    QTEST(inWords(nameFrom(first, last)), "parts");
}
