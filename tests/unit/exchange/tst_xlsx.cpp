// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/numberformats.h"
#include "exchange/workbook.h"
#include "support/workbooks.h"
#include "workbooktests.h"

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::exchange;

namespace {

/// The table of the first sheet, a bar for each line end.
QString tableOf(const QByteArray &bytes, QStringList *told = nullptr)
{
    const auto sheet = readSheet(bytes, {});
    if (!sheet) {
        return u"ERROR: "_s + sheet.error().text;
    }
    if (told != nullptr) {
        for (const RowNote &note : sheet->notes) {
            *told << u"%1: %2"_s.arg(note.row).arg(note.reason);
        }
    }
    return QString::fromUtf8(sheet->csv).chopped(1).replace(u'\n', u'|');
}

const QByteArray formats =
        "<numFmts count=\"3\"><numFmt numFmtId=\"164\" formatCode=\"00000\"/><numFmt "
        "numFmtId=\"165\" formatCode=\"[$-407]dd\\.mm\\.yyyy;@\"/><numFmt numFmtId=\"166\" "
        "formatCode=\"&quot;day &quot;0\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/>"
        "</cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf "
        "numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/></cellXfs>";

} // namespace

void XlsxTest::numbers_data()
{
    QTest::addColumn<int>("id");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *what, int id, const QString &code, const QString &number,
                        const QString &shown) { QTest::newRow(what) << id << code << number << shown; };
    row("a phone number", 0, {}, u"12025550100"_s, u"12025550100"_s);
    row("one written with an exponent", 0, {}, u"1.20255501E10"_s, u"12025550100"_s);
    row("one written with a fraction of nothing", 0, {}, u"12025550100.0"_s, u"12025550100"_s);
    row("more than fifteen digits", 0, {}, u"123456789012345678901"_s, u"123456789012345678901"_s);
    row("digits that are lost", 0, {}, u"1.23456789012345E+19"_s, u"1.23456789012345E+19"_s);
    row("a fraction", 0, {}, u"0.30000000000000004"_s, u"0.3"_s);
    row("below nothing", 0, {}, u"-12"_s, u"-12"_s);
    row("a share", 10, {}, u"0.25"_s, u"0.25"_s);
    row("no number", 0, {}, u"abc"_s, u"abc"_s);
    row("zeros in front", 164, u"00000"_s, u"501"_s, u"00501"_s);
    row("zeros and strokes", 164, u"00000-0000"_s, u"21341234"_s, u"02134-1234"_s);
    row("strokes that are escaped", 164, u"000\\-00\\-0000"_s, u"78051120"_s, u"078-05-1120"_s);
    row("a plus", 164, u"\"+\"0"_s, u"12025550100"_s, u"+12025550100"_s);
    row("a telephone", 164, u"\\(###\\)\\ ###\\-####"_s, u"2025550100"_s, u"(202) 555-0100"_s);
    row("too short for one", 164, u"\\(###\\)\\ ###\\-####"_s, u"5550100"_s, u"5550100"_s);
    row("of two lengths", 164, u"[<=9999999]###\\-####;\\(###\\)\\ ###\\-####"_s, u"2025550100"_s,
        u"2025550100"_s);
    row("French", 164, u"0#\" \"##\" \"##\" \"##\" \"##"_s, u"142685300"_s, u"01 42 68 53 00"_s);
    row("a sum", 164, u"#,##0.00\\ \"€\""_s, u"1234.5"_s, u"1234.5"_s);
    row("thousands", 3, {}, u"1234567"_s, u"1234567"_s);
    row("words", 164, u"\"day \"0"_s, u"45385"_s, u"45385"_s);
    row("red and black", 164, u"[Red]0;[Black]0"_s, u"45385"_s, u"45385"_s);
    row("an exponent", 11, {}, u"45385"_s, u"45385"_s);
    row("text", 49, {}, u"45385"_s, u"45385"_s);
    row("General as a code", 164, u"General"_s, u"45385"_s, u"45385"_s);
    row("money", 164, u"_(\"$\"* #,##0.00_);_(@_)"_s, u"45385"_s, u"45385"_s);
    for (const int id : {14, 15, 16, 17, 27, 36, 50, 58}) {
        row(qPrintable(u"built-in date %1"_s.arg(id)), id, {}, u"45385"_s, u"2024-04-03"_s);
    }
    row("a date and time", 22, {}, u"45385.604166666664"_s, u"2024-04-03 14:30"_s);
    row("midnight", 22, {}, u"45385"_s, u"2024-04-03"_s);
    row("seconds that round up to the next day", 22, {}, u"45384.9999999999"_s, u"2024-04-03"_s);
    row("a time", 20, {}, u"0.60416666666666663"_s, u"14:30"_s);
    row("a time with seconds", 21, {}, u"0.60417824074074078"_s, u"14:30:01"_s);
    row("hours beyond a day", 46, {}, u"1.5"_s, u"36:00"_s);
    row("ISO", 164, u"yyyy\\-mm\\-dd"_s, u"45385"_s, u"2024-04-03"_s);
    row("German", 164, u"[$-407]dd\\.mm\\.yyyy;@"_s, u"45385"_s, u"2024-04-03"_s);
    row("Japanese", 164, u"yyyy\"年\"m\"月\"d\"日\""_s, u"45385"_s, u"2024-04-03"_s);
    row("only a month", 164, u"mmmm"_s, u"45385"_s, u"2024-04-03"_s);
    row("with AM and PM", 164, u"m/d/yy h:mm AM/PM"_s, u"45385.5"_s, u"2024-04-03 12:00"_s);
    row("tenths of seconds", 164, u"mm:ss.0"_s, u"0.5"_s, u"12:00"_s);
    row("the time is not shown", 14, {}, u"45385.5"_s, u"2024-04-03"_s);
    row("before the day that never was", 14, {}, u"59"_s, u"1900-02-28"_s);
    row("the day that never was", 14, {}, u"60"_s, u"1900-02-29"_s);
    row("behind it", 14, {}, u"61"_s, u"1900-03-01"_s);
    row("the first day", 14, {}, u"1"_s, u"1900-01-01"_s);
    row("no day", 14, {}, u"0"_s, u"0000-00-00"_s);
    row("beyond all days", 14, {}, u"12025550100"_s, u"12025550100"_s);
    row("below all days", 14, {}, u"-1"_s, u"-1"_s);
    row("a date in words already", 14, {}, u"soon"_s, u"soon"_s);
}

void XlsxTest::numbers()
{
    QFETCH(int, id);
    QFETCH(QString, code);
    QFETCH(QString, number);
    QTEST(shownNumber(number, numberFormat(id, code), DateSystem::from1900), "shown");
    QCOMPARE(shownNumber(u"43923"_s, numberFormat(14, {}), DateSystem::from1904), u"2024-04-03"_s);
}

void XlsxTest::cells_data()
{
    QTest::addColumn<QByteArray>("cells"); // of the second row
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("told");
    const auto row = [](const char *what, const QByteArray &cells, const QString &line,
                        const QStringList &told = {}) { QTest::newRow(what) << cells << line << told; };
    row("a shared text", "<c r=\"A2\" t=\"s\"><v>0</v></c>", u"Ann Lee"_s);
    row("of several runs", "<c r=\"A2\" t=\"s\"><v>1</v></c>", u"Zoë Müller"_s);
    row("with its reading", "<c r=\"A2\" t=\"s\"><v>2</v></c>", u"山田"_s);
    row("with blanks at the ends", "<c r=\"A2\" t=\"s\"><v>3</v></c>", u"\"  x \""_s);
    row("with escapes", "<c r=\"A2\" t=\"s\"><v>4</v></c>", u"\"a|b_x000D_c\""_s);
    row("an empty one", "<c r=\"A2\" t=\"s\"><v>5</v></c><c r=\"B2\"><v>1</v></c>", u",1"_s);
    row("an inline text", "<c r=\"A2\" t=\"inlineStr\"><is><t>Ann</t></is></c>", u"Ann"_s);
    row("of several runs as well",
        "<c r=\"A2\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>An</t></r><r><t>na</t></r></is></c>",
        u"Anna"_s);
    row("a formula's text", "<c r=\"A2\" t=\"str\"><f>B2&amp;\" \"&amp;C2</f><v>Ann Lee</v></c>",
        u"Ann Lee"_s);
    row("a formula's empty text", "<c r=\"A2\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"B2\"><v>1</v></c>",
        u",1"_s);
    row("a formula's number", "<c r=\"A2\"><f>1+2</f><v>3</v></c>", u"3"_s);
    row("a formula without result", "<c r=\"A2\"><f>B2&amp;C2</f></c><c r=\"B2\"><v>1</v></c>", u",1"_s,
        {u"2: the cell A2 holds a formula without its result (=B2&C2); it was left empty (open the file in a "
         "spreadsheet program and save it: then the results are in it)"_s});
    row("a formula with an empty result", "<c r=\"A2\"><f>B2&amp;C2</f><v></v></c><c r=\"B2\"><v>1</v></c>",
        u",1"_s,
        {u"2: the cell A2 holds a formula without its result (=B2&C2); it was left empty (open the file in a "
         "spreadsheet program and save it: then the results are in it)"_s});
    row("yes and no", "<c r=\"A2\" t=\"b\"><v>1</v></c><c r=\"B2\" t=\"b\"><v>0</v></c>", u"TRUE,FALSE"_s);
    row("an error", "<c r=\"A2\" t=\"e\"><v>#N/A</v></c><c r=\"B2\"><v>1</v></c>", u",1"_s,
        {u"2: the cell A2 holds the error \"#N/A\" of the spreadsheet; it was left empty"_s});
    row("a day", "<c r=\"A2\" s=\"1\"><v>45385</v></c>", u"2024-04-03"_s);
    row("a day of a format of its own", "<c r=\"A2\" s=\"3\"><v>45385</v></c>", u"2024-04-03"_s);
    row("an ISO day", "<c r=\"A2\" t=\"d\"><v>2024-04-03T00:00:00</v></c>", u"2024-04-03"_s);
    row("an ISO moment", "<c r=\"A2\" t=\"d\"><v>2024-04-03T14:30:00.000Z</v></c>", u"2024-04-03 14:30"_s);
    row("a postal code", "<c r=\"A2\" s=\"2\"><v>501</v></c>", u"00501"_s);
    row("a number with a word", "<c r=\"A2\" s=\"4\"><v>45385</v></c>", u"45385"_s);
    row("a style that is not there", "<c r=\"A2\" s=\"99\"><v>45385</v></c>", u"45385"_s);
    row("empty cells to the right", "<c r=\"A2\"><v>1</v></c><c r=\"B2\" s=\"1\"/><c r=\"XFD2\" s=\"1\"/>",
        u"1"_s);
    row("cells far apart", "<c r=\"B2\"><v>1</v></c><c r=\"E2\"><v>2</v></c>", u",1,,,2"_s);
    row("cells without names", "<c><v>1</v></c><c/><c><v>2</v></c>", u"1,,2"_s);
    row("cells in part without", "<c r=\"B2\"><v>1</v></c><c><v>2</v></c>", u",1,2"_s);
    row("small letters", "<c r=\"b2\"><v>1</v></c>", u",1"_s);
    row("a comma and quotes", "<c r=\"A2\" t=\"inlineStr\"><is><t>Lee, Ann \"Bo\"</t></is></c>",
        u"\"Lee, Ann \"\"Bo\"\"\""_s);
    row("what looks like a formula", "<c r=\"A2\" t=\"inlineStr\"><is><t>=SUM(A1)</t></is></c>",
        u"=SUM(A1)"_s);
    row("a tab and semicolons", "<c r=\"A2\" t=\"inlineStr\"><is><t>a;b\tc</t></is></c>", u"a;b\tc"_s);
    row("something newer in the cell", "<c r=\"A2\"><f>1</f><v>1</v><extLst><ext><v>9</v></ext></extLst></c>",
        u"1"_s);
}

void XlsxTest::cells()
{
    QFETCH(QByteArray, cells);
    QFETCH(QString, line);
    QFETCH(QStringList, told);
    const QByteArray strings = "<si><t>Ann Lee</t></si><si><r><t>Zoë </t></r><r><rPr><b/></rPr><t>Mül</t></r>"
                               "<r><t>ler</t></r></si><si><t>山田</t><rPh sb=\"0\" eb=\"2\"><t>ヤマダ</t>"
                               "</rPh><phoneticPr fontId=\"1\"/></si><si><t xml:space=\"preserve\">  x </t>"
                               "</si><si><t>a_x000D_\nb_x005F_x000D_c</t></si><si/>";
    QStringList notes;
    const QString table = tableOf(
            xlsx("<row r=\"1\"><c r=\"A1\"><v>7</v></c></row><row r=\"2\">" + cells + "</row>", strings,
                 formats),
            &notes);
    QCOMPARE(table, u"7|"_s + line);
    QCOMPARE(notes, told);
}

void XlsxTest::rows_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QStringList>("told");
    const auto row = [](const char *what, const QByteArray &rows, const QString &table,
                        const QStringList &told = {}) { QTest::newRow(what) << rows << table << told; };
    row("rows apart",
        "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"5\"><c r=\"A5\"><v>2</v></c></row>",
        u"|1|||2"_s);
    row("without numbers", "<row><c><v>1</v></c></row><row/><row><c><v>2</v></c></row>", u"1||2"_s);
    row("numbers only in the cells", "<row><c r=\"A2\"><v>1</v></c></row><row><c r=\"A4\"><v>2</v></c></row>",
        u"|1||2"_s);
    row("merged cells", "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" s=\"1\"/></row>", u"1"_s);
    row("hidden rows",
        "<row r=\"1\"><c><v>1</v></c></row><row r=\"2\" hidden=\"1\"><c><v>2</v></c></row><row r=\"3\" "
        "hidden=\"1\"/>",
        u"1|2"_s, {u"1: read as well: 1 row(s) that the spreadsheet hides"_s});
    QByteArray errors;
    for (int i = 0; i < 60; ++i) {
        errors += "<row><c t=\"e\"><v>#REF!</v></c><c><v>1</v></c></row>";
    }
    QStringList told;
    for (int i = 1; i <= 50; ++i) {
        told << u"%1: the cell A%1 holds the error \"#REF!\" of the spreadsheet; it was left empty"_s.arg(i);
    }
    told << u"50: and 10 more cells below that hold an error of the spreadsheet"_s;
    row("many errors", errors, QString(u",1|"_s).repeated(60).chopped(1), told);
}

void XlsxTest::rows()
{
    QFETCH(QByteArray, rows);
    QStringList told;
    QTEST(tableOf(xlsx(rows), &told), "table");
    QTEST(told, "told");
}

void XlsxTest::styles()
{
    const QByteArray row = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>43923</v></c></row>";
    const QString name = u"xl/workbook.xml"_s;
    const QByteArray from1904 = "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                                "relationships\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"A\" "
                                "sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    QCOMPARE(tableOf(xlsx(row, {}, formats)), u"2020-04-02"_s);
    QCOMPARE(tableOf(xlsx(row, {}, formats, {{name, from1904}})), u"2024-04-03"_s);
    QCOMPARE(tableOf(xlsx(row, {}, formats, {{u"xl/styles.xml"_s, {}}})), u"43923"_s);
}

void XlsxTest::packages_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const QByteArray strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    const auto relation = [](const QByteArray &space, const QByteArray &type, const QByteArray &target) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
               "<Relationship Id=\"x1\" Type=\""
                + space + '/' + type + "\" Target=\"" + target + "\"/></Relationships>";
    };
    const auto workbook = [](const QByteArray &space, const QByteArray &prefix) {
        return "<" + prefix + "workbook xmlns" + (prefix.isEmpty() ? "" : ":x")
                + "=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:rel=\"" + space
                + "\"><" + prefix + "sheets><" + prefix + "sheet name=\"A\" sheetId=\"1\" rel:id=\"x1\"/></"
                + prefix + "sheets></" + prefix + "workbook>";
    };
    const QByteArray sheet = "<worksheet><sheetData><row><c><v>42</v></c></row></sheetData></worksheet>";
    const QByteArray types = "<Types><Override PartName=\"/b.xml\" ContentType=\"application/"
                             "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";
    QTest::newRow("as Excel writes it") << xlsx("<row><c><v>42</v></c></row>");
    QTest::newRow("parts at other places")
            << zipOf({{u"[Content_Types].xml"_s, types},
                      {u"_rels/.rels"_s, relation(transitional, "officeDocument", "/book/b.xml")},
                      {u"book/b.xml"_s, workbook(transitional, {})},
                      {u"book/_rels/b.xml.rels"_s, relation(transitional, "worksheet", "../data/one.xml")},
                      {u"data/one.xml"_s, sheet}});
    QTest::newRow("strict") << zipOf(
            {{u"[Content_Types].xml"_s, types},
             {u"_rels/.rels"_s, relation(strict, "officeDocument", "xl/workbook.xml")},
             {u"xl/workbook.xml"_s, workbook(strict, {})},
             {u"xl/_rels/workbook.xml.rels"_s, relation(strict, "worksheet", "/xl/worksheets/sheet1.xml")},
             {u"xl/worksheets/sheet1.xml"_s, sheet}});
    QTest::newRow("another case and other strokes")
            << zipOf({{u"[content_types].xml"_s, types},
                      {u"_rels\\.rels"_s, relation(transitional, "officeDocument", "xl/Workbook.xml")},
                      {u"xl\\workbook.xml"_s, workbook(transitional, {})},
                      {u"xl\\_rels\\workbook.xml.rels"_s,
                       relation(transitional, "worksheet", "Worksheets/Sheet1.XML")},
                      {u"xl\\worksheets\\sheet1.xml"_s, sheet}});
    QTest::newRow("names with a prefix")
            << zipOf({{u"[Content_Types].xml"_s, types},
                      {u"_rels/.rels"_s, relation(transitional, "officeDocument", "xl/workbook.xml")},
                      {u"xl/workbook.xml"_s, workbook(transitional, "x:")},
                      {u"xl/_rels/workbook.xml.rels"_s, relation(transitional, "worksheet", "s.xml")},
                      {u"xl/s.xml"_s,
                       "<x:worksheet xmlns:x=\"urn:x\"><x:sheetData><x:row><x:c><x:v>42</x:v></x:c></x:row>"
                       "</x:sheetData></x:worksheet>"}});
    QTest::newRow("without a start") << xlsx("<row><c><v>42</v></c></row>", {}, {},
                                             {{u"_rels/.rels"_s, {}}, {u"[Content_Types].xml"_s, {}}});
    QTest::newRow("without a list of parts")
            << xlsx("<row><c t=\"s\"><v>0</v></c></row>", "<si><t>42</t></si>", {},
                    {{u"xl/_rels/workbook.xml.rels"_s, {}}});
    QTest::newRow("in UTF-16") << xlsx(
            QByteArray(), {}, {},
            {{u"xl/worksheets/sheet1.xml"_s,
              "\xFF\xFE"
                      + QByteArray(reinterpret_cast<const char *>(QString::fromUtf8(sheet).utf16()),
                                   2 * sheet.size())}});
}

void XlsxTest::packages()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(isWorkbook(bytes));
    QCOMPARE(tableOf(bytes), u"42"_s);
}

void XlsxTest::links_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QByteArray>("links"); // "A2 https://..." by lines
    QTest::addColumn<QString>("table");
    QTest::addColumn<QStringList>("told");
    const auto row = [](const char *what, const QByteArray &rows, const QByteArray &links,
                        const QString &table, const QStringList &told = {}) {
        QTest::newRow(what) << rows << links << table << told;
    };
    const QByteArray profiles = inlineRow({u"Name"_s, u"LinkedIn"_s, u"Email"_s});
    row("a word for a profile", profiles + inlineRow({u"Ann Lee"_s, u"Profile"_s, u"a@x.example"_s}),
        "B2 https://www.linkedin.com/in/annlee",
        u"Name,LinkedIn,Email|Ann Lee,https://www.linkedin.com/in/annlee,a@x.example"_s);
    row("nothing shown", profiles + inlineRow({u"Ann Lee"_s}), "B2 https://www.linkedin.com/in/annlee",
        u"Name,LinkedIn,Email|Ann Lee,https://www.linkedin.com/in/annlee"_s);
    row("a name that leads to the profile",
        inlineRow({u"Name"_s, u"Company"_s}) + inlineRow({u"Ann Lee"_s, u"Acme"_s})
                + inlineRow({u"Bob Page"_s, u"Bolt"_s}),
        "A2 https://www.linkedin.com/in/annlee\nA3 https://www.linkedin.com/in/bobpage",
        u"Name,Company,Name link|Ann Lee,Acme,https://www.linkedin.com/in/annlee|Bob "
        "Page,Bolt,https://www.linkedin.com/in/bobpage"_s);
    row("a name that is a word for links",
        inlineRow({u"Last name"_s, u"Email"_s}) + inlineRow({u"Link"_s, u"l@x.example"_s}),
        "A2 https://www.linkedin.com/in/annlink",
        u"Last name,Email,Last name link|Link,l@x.example,https://www.linkedin.com/in/annlink"_s);
    row("an address below a name", profiles + inlineRow({u"A"_s, {}, u"Annie"_s}),
        "C2 mailto:ann%40x.example?subject=Hello",
        u"Name,LinkedIn,Email,Email as shown|A,,ann@x.example,Annie"_s);
    row("an address below itself", profiles + inlineRow({u"Ann Lee"_s, {}, u"A@x.example"_s}),
        "C2 mailto:a@x.example", u"Name,LinkedIn,Email|Ann Lee,,A@x.example"_s);
    row("a web address below itself",
        inlineRow({u"Name"_s, u"Website"_s}) + inlineRow({u"Ann Lee"_s, u"www.acme.example"_s}),
        "B2 http://acme.example/", u"Name,Website|Ann Lee,www.acme.example"_s);
    row("a web address with a place in it",
        inlineRow({u"Name"_s, u"Website"_s}) + inlineRow({u"Ann Lee"_s, u"https://acme.example/josé#team"_s}),
        "B2 https://acme.example/jos%C3%A9\" location=\"team",
        u"Name,Website|Ann Lee,https://acme.example/josé#team"_s);
    row("another address than it shows", profiles + inlineRow({u"Ann Lee"_s, {}, u"a@x.example"_s}),
        "C2 mailto:old@x.example", u"Name,LinkedIn,Email|Ann Lee,,a@x.example"_s,
        {u"2: the cell C2 shows \"a@x.example\" but links to \"old@x.example\"; what it shows was read"_s});
    row("a telephone", inlineRow({u"Name"_s, u"Phone"_s}) + inlineRow({u"Ann Lee"_s, u"call"_s}),
        "B2 tel:+12025550100", u"Name,Phone,Phone as shown|Ann Lee,+12025550100,call"_s);
    row("a document", inlineRow({u"Name"_s, u"Email"_s}) + inlineRow({u"Ann Lee"_s, u"a@x.example"_s}),
        "A2 cv/ann.pdf", u"Name,Email,Name link|Ann Lee,a@x.example,cv/ann.pdf"_s);
    row("a range of cells", profiles + inlineRow({u"A"_s, u"Profile"_s}) + inlineRow({u"B"_s, u"Profile"_s}),
        "B2:B3 https://www.linkedin.com/in/team",
        u"Name,LinkedIn,Email|A,https://www.linkedin.com/in/team|B,https://www.linkedin.com/in/team"_s);
    row("one of the column's name", profiles + inlineRow({u"Ann Lee"_s}), "B1 https://www.linkedin.com/",
        u"Name,LinkedIn,Email|Ann Lee"_s,
        {u"1: the link of the cell B1 (\"LinkedIn\") was not kept: https://www.linkedin.com/"_s});
    row("without names of columns", inlineRow({u"Ann Lee"_s, u"a@x.example"_s}),
        "A1 https://www.linkedin.com/in/annlee", u"Ann Lee,a@x.example,https://www.linkedin.com/in/annlee"_s);
    row("in a formula",
        profiles
                + "<row><c t=\"inlineStr\"><is><t>Ann Lee</t></is></c><c "
                  "t=\"str\"><f>HYPERLINK(\"https://www.linkedin.com/in/annlee\",\"Profile\")</f><v>Profile</"
                  "v>"
                  "</c></row>",
        {}, u"Name,LinkedIn,Email|Ann Lee,https://www.linkedin.com/in/annlee"_s);
    row("in a formula without its result",
        profiles
                + "<row><c t=\"inlineStr\"><is><t>Ann Lee</t></is></c><c><f>HYPERLINK(\"https://"
                  "www.linkedin.com/in/annlee\",\"Profile\")</f></c></row>",
        {}, u"Name,LinkedIn,Email|Ann Lee,https://www.linkedin.com/in/annlee"_s);
}

void XlsxTest::links()
{
    QFETCH(QByteArray, rows);
    QFETCH(QByteArray, links);
    QByteArray cells;
    QByteArray relations;
    int id = 0;
    for (const QByteArray &link : links.split('\n')) {
        const qsizetype blank = link.indexOf(' ');
        const QByteArray name = "h" + QByteArray::number(++id);
        const qsizetype place = link.indexOf("\" location");
        const QByteArray more = place < 0 ? QByteArray() : link.mid(place + 1) + '"';
        cells += "<hyperlink ref=\"" + link.left(blank) + "\" r:id=\"" + name + '"' + more + "/>";
        relations += "<Relationship Id=\"" + name
                + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" "
                  "TargetMode=\"External\" Target=\""
                + link.mid(blank + 1, place < 0 ? -1 : place - blank - 1) + "\"/>";
    }
    cells += "<hyperlink ref=\"A1\" location=\"Other!A1\"/>"; // a place in the workbook
    const TestSheet sheet {u"People"_s,
                           rows,
                           {},
                           links.isEmpty() ? QByteArray() : "<hyperlinks>" + cells + "</hyperlinks>",
                           links.isEmpty() ? QByteArray() : relations};
    QStringList told;
    QTEST(tableOf(xlsx(QList {sheet}), &told), "table");
    QTEST(told, "told");
}
