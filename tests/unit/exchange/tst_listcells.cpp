// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cellvalues.h"
#include "exchange/flatfields.h"
#include "exchange/listcells.h"
#include "tests.h"

using namespace Qt::StringLiterals;
using namespace crema::exchange;

void ListCellsTest::tags_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QStringList>("tags");
    const auto row = [](const QString &cell, const QStringList &tags) {
        QTest::newRow(cell.toUtf8().constData()) << cell << tags;
    };
    row(u"#alumni"_s, {u"alumni"_s});
    row(u"#alumni #nyc"_s, {u"alumni"_s, u"nyc"_s});
    row(u"#alumni, #nyc"_s, {u"alumni"_s, u"nyc"_s});
    row(u"vip; #alumni #nyc"_s, {u"vip"_s, u"alumni"_s, u"nyc"_s});
    row(u"alumni, #alumni"_s, {u"alumni"_s});
    row(u"#1, #1 fan, C#"_s, {u"#1"_s, u"#1 fan"_s, u"C#"_s});
    row(u"room #4 b"_s, {u"room #4 b"_s});
    row(u"\"#alumni\", vip"_s, {u"#alumni"_s, u"vip"_s});
}

void ListCellsTest::tags()
{
    QFETCH(QString, cell);
    QTEST(tagsFrom(withoutHashes(cell)), "tags");
}

void ListCellsTest::ownTagsReturn()
{
    for (const QString &tag : {u"#alumni"_s, u"#a #b"_s, u"NYC, NY"_s, u"vip"_s, u"C#"_s}) {
        QCOMPARE(tagsFrom(withoutHashes(tagCell(tag))), QStringList {tag});
    }
}

void ListCellsTest::firms_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QStringList>("firms");
    const auto row = [](const char *what, const QString &header, const QString &cell,
                        const QStringList &firms) { QTest::newRow(what) << header << cell << firms; };
    row("one", u"Company"_s, u"Acme"_s, {u"Acme"_s});
    row("a semicolon in one", u"Company"_s, u"Acme; Bolt"_s, {u"Acme; Bolt"_s});
    row("several", u"Companies"_s, u"Acme; Bolt"_s, {u"Acme"_s, u"Bolt"_s});
    row("an entity", u"Companies"_s, u"Dun&amp;Brad Inc"_s, {u"Dun&amp;Brad Inc"_s});
    row("the end of a name", u"Companies"_s, u"Smith; Jones; Partners LLP"_s,
        {u"Smith; Jones; Partners LLP"_s});
    row("Google's", u"Organization Name"_s, u"Acme ::: Bolt"_s, {u"Acme"_s, u"Bolt"_s});
    row("Google's with a gap", u"Organization Title"_s, u"::: Tutor"_s, {QString(), u"Tutor"_s});
}

void ListCellsTest::firms()
{
    QFETCH(QString, header);
    QFETCH(QString, cell);
    QTEST(firmsIn(header, cell), "firms");
}

void ListCellsTest::lists_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *what, const QString &cell, Field field, const QString &expected) {
        QTest::newRow(what) << cell << static_cast<int>(field) << expected;
    };
    row("a tag", uR"(["NYC, NY"])"_s, Field::tags, u"\"NYC, NY\""_s);
    row("tags", uR"(["#a","b"])"_s, Field::tags, u"a, b"_s);
    row("a firm", uR"(["Acme, Inc."])"_s, Field::company, u"Acme, Inc."_s);
    row("firms", uR"(["Moody's", 'Bolt'])"_s, Field::company, u"Moody's ::: Bolt"_s);
    row("a place", uR"(["New York, NY"])"_s, Field::location, u"New York, NY"_s);
    row("a mark", uR"(["5\" disk"])"_s, Field::jobTitle, u"5\" disk"_s);
    row("brackets", u"[vip]"_s, Field::tags, u"[vip]"_s);
}

void ListCellsTest::lists()
{
    QFETCH(QString, cell);
    QFETCH(int, field);
    QTEST(withoutListSigns(cell, static_cast<Field>(field)), "expected");
}

void ListCellsTest::handles_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::addColumn<bool>("isMade");
    const auto row = [](const QString &word, const QString &first, const QString &last, bool isMade) {
        QTest::newRow(qPrintable(first + u' ' + last + u": "_s + word)) << word << first << last << isMade;
    };
    for (const QString &word :
         {u"annlee"_s, u"alee"_s, u"leea"_s, u"AnnMarieLee"_s, u"leeann"_s, u"annlee2"_s}) {
        row(word, u"Ann"_s, u"Lee"_s, true);
    }
    for (const QString &word : {u"connected"_s, u"yes"_s, u"Ann"_s, u"Lee"_s, u"ann"_s, u"lee"_s, u"sleep"_s,
                                u"roelee"_s, u"pending"_s}) {
        row(word, u"Ann"_s, u"Lee"_s, false);
    }
    row(u"active"_s, u"Will"_s, u"Active"_s, false);
    row(u"willactive"_s, u"Will"_s, u"Active"_s, true);
    row(u"asleep"_s, u"A"_s, u"Lee"_s, false);
    row(u"alee"_s, u"A"_s, u"Lee"_s, true);
}

void ListCellsTest::handles()
{
    QFETCH(QString, word);
    QFETCH(QString, first);
    QFETCH(QString, last);
    QTEST(isMadeOfName(word, first, last), "isMade");
}
