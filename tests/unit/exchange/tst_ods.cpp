// SPDX-License-Identifier: GPL-3.0-or-later
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

} // namespace

void OdsTest::cells_data()
{
    QTest::addColumn<QByteArray>("cells");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("told");
    const auto row = [](const char *what, const QByteArray &cells, const QString &line,
                        const QStringList &told = {}) { QTest::newRow(what) << cells << line << told; };
    const auto value = [](const QByteArray &attributes, const QByteArray &shown) {
        return "<table:table-cell " + attributes + "><text:p>" + shown + "</text:p></table:table-cell>";
    };
    const auto text = [&value](const QByteArray &shown) {
        return value("office:value-type=\"string\" calcext:value-type=\"string\"", shown);
    };
    row("a text", text("Ann Lee"), u"Ann Lee"_s);
    row("of two paragraphs",
        "<table:table-cell "
        "office:value-type=\"string\"><text:p>a</text:p><text:p>b</text:p></table:table-cell>",
        u"\"a|b\""_s);
    row("with blanks, a tab and a line end", text("a<text:s text:c=\"2\"/>b<text:tab/>c<text:line-break/>d"),
        u"\"a  b\tc|d\""_s);
    row("with blanks of the file", text("  Ann\n   <text:span>Lee</text:span>"), u"Ann Lee"_s);
    row("a reading above signs",
        text("<text:ruby><text:ruby-base>山田</text:ruby-base><text:ruby-text>ヤマダ</text:ruby-text></"
             "text:ruby>"),
        u"山田"_s);
    row("a text that is only in the attribute",
        "<table:table-cell office:value-type=\"string\" office:string-value=\"Ann\"/>", u"Ann"_s);
    row("a phone number", value("office:value-type=\"float\" office:value=\"12025550100\"", "1.2E+10"),
        u"12025550100"_s);
    row("thousands", value("office:value-type=\"float\" office:value=\"1234567\"", "1,234,567"),
        u"1234567"_s);
    row("a postal code", value("office:value-type=\"float\" office:value=\"501\"", "00501"), u"00501"_s);
    row("a telephone", value("office:value-type=\"float\" office:value=\"12025550100\"", "+1 (202) 555-0100"),
        u"+1 (202) 555-0100"_s);
    row("rounded to look at", value("office:value-type=\"float\" office:value=\"2.5\"", "3"), u"2.5"_s);
    row("a share", value("office:value-type=\"percentage\" office:value=\"0.25\"", "25%"), u"0.25"_s);
    row("money",
        value("office:value-type=\"currency\" office:currency=\"EUR\" office:value=\"12.5\"", "12,50 €"),
        u"12.5"_s);
    row("a day", value("office:value-type=\"date\" office:date-value=\"2024-04-03\"", "03.04.24"),
        u"2024-04-03"_s);
    row("a moment", value("office:value-type=\"date\" office:date-value=\"2024-04-03T14:30:00\"", "3.4."),
        u"2024-04-03 14:30"_s);
    row("a time", value("office:value-type=\"time\" office:time-value=\"PT14H30M05S\"", "2:30"),
        u"14:30:05"_s);
    row("yes", value("office:value-type=\"boolean\" office:boolean-value=\"true\"", "WAHR"), u"TRUE"_s);
    row("a formula's text", value("table:formula=\"of:=[.B1]\" office:value-type=\"string\"", "Ann"),
        u"Ann"_s);
    row("an error",
        value("table:formula=\"of:=NA()\" office:value-type=\"string\" office:string-value=\"\" "
              "calcext:value-type=\"error\"",
              "#NV")
                + text("x"),
        u",x"_s, {u"1: the cell A1 holds the error \"#NV\" of the spreadsheet; it was left empty"_s});
    row("an error of an older file",
        value("table:formula=\"of:=1/0\" office:value-type=\"float\" office:value=\"0\"", "Err:503")
                + text("x"),
        u",x"_s, {u"1: the cell A1 holds the error \"Err:503\" of the spreadsheet; it was left empty"_s});
    row("a formula without result", "<table:table-cell table:formula=\"of:=[.B1]\"/>" + text("x"), u",x"_s,
        {u"1: the cell A1 holds a formula without its result (=[.B1]); it was left empty (open the file in a "
         "spreadsheet program and save it: then the results are in it)"_s});
    row("a comment",
        "<table:table-cell "
        "office:value-type=\"string\"><office:annotation><dc:creator>Me</dc:creator><text:p>"
        "ask him</text:p></office:annotation><text:p>Bob</text:p></table:table-cell>",
        u"Bob"_s, {u"1: the sheet has comments on cells, which were not read"_s});
    row("the same cell several times",
        "<table:table-cell office:value-type=\"string\" "
        "table:number-columns-repeated=\"3\"><text:p>x</text:p>"
        "</table:table-cell>",
        u"x,x,x"_s);
    row("empty ones between", "<table:table-cell table:number-columns-repeated=\"2\"/>" + text("x"),
        u",,x"_s);
    row("empty ones to the end", text("x") + "<table:table-cell table:number-columns-repeated=\"16383\"/>",
        u"x"_s);
    row("empty ones far beyond the end",
        text("x")
                + "<table:table-cell table:number-columns-repeated=\"99999999999999999999\"/>"
                  "<table:table-cell table:number-columns-repeated=\"2147483647\"/>",
        u"x"_s);
    row("merged cells",
        "<table:table-cell table:number-columns-spanned=\"2\" office:value-type=\"string\"><text:p>x</text:p>"
        "</table:table-cell><table:covered-table-cell/>"
                + text("y"),
        u"x,,y"_s);
    row("a picture", text("x<draw:frame><draw:text-box><text:p>y</text:p></draw:text-box></draw:frame>"),
        u"x"_s);
    row("a link", text("<text:a xlink:href=\"https://www.linkedin.com/in/annlee\">Ann Lee</text:a>"),
        u"Ann Lee,https://www.linkedin.com/in/annlee"_s);
    row("a link in a formula",
        value("table:formula=\"of:=HYPERLINK(&quot;https://www.linkedin.com/in/annlee&quot;;&quot;Ann "
              "Lee&quot;)\" office:value-type=\"string\" office:string-value=\"Ann Lee\"",
              "Ann Lee"),
        u"Ann Lee,https://www.linkedin.com/in/annlee"_s);
    row("a link to a place in the workbook", text("<text:a xlink:href=\"#Other.A1\">Ann Lee</text:a>"),
        u"Ann Lee"_s);
}

void OdsTest::cells()
{
    QFETCH(QByteArray, cells);
    QStringList told;
    QTEST(tableOf(ods("<table:table-row>" + cells + "</table:table-row>"), &told), "line");
    QTEST(told, "told");
}

void OdsTest::rows_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QStringList>("told");
    const auto row = [](const char *what, const QByteArray &rows, const QString &table,
                        const QStringList &told = {}) { QTest::newRow(what) << rows << table << told; };
    const QByteArray one = odsRow({u"1"_s});
    const QByteArray two = odsRow({u"2"_s});
    const QByteArray empty = "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell "
                             "table:number-columns-repeated=\"16384\"/></table:table-row>";
    const auto repeated = [](QByteArray times) {
        return "<table:table-row table:number-rows-repeated=\"" + times
                + "\"><table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell></"
                  "table:table-row>";
    };
    row("empty ones between", one + empty + two, u"1|||2"_s);
    row("empty ones to the end",
        one + "<table:table-row table:number-rows-repeated=\"1048575\"><table:table-cell/></table:table-row>",
        u"1"_s);
    row("empty ones without end",
        one
                + QByteArray(
                          "<table:table-row "
                          "table:number-rows-repeated=\"2147483647\"><table:table-cell/></table:table-row>")
                          .repeated(3),
        u"1"_s);
    row("the same row twice", repeated("2") + two, u"x|x|2"_s);
    row("the same row without end", one + repeated("1048575"), u"1|x"_s,
        {u"2: the sheet repeats this row 1048575 times; it was read once"_s});
    row("groups of rows",
        "<table:table-header-rows>" + one
                + "</table:table-header-rows><table:table-row-group><table:table-rows>" + two
                + "</table:table-rows></table:table-row-group>" + one,
        u"1|2|1"_s);
    row("hidden rows",
        one
                + "<table:table-row table:visibility=\"filter\"><table:table-cell "
                  "office:value-type=\"string\"><text:p>2</text:p></table:table-cell></table:table-row>",
        u"1|2"_s, {u"1: read as well: 1 row(s) that the spreadsheet hides"_s});
}

void OdsTest::rows()
{
    QFETCH(QByteArray, rows);
    QStringList told;
    QTEST(tableOf(ods(rows), &told), "table");
    QTEST(told, "told");
}

void OdsTest::flatFiles()
{
    const QByteArray flat = fods(odsRow({u"Name"_s, u"Email"_s}) + odsRow({u"Ann Lee"_s, u"a@x.example"_s}));
    QVERIFY(isWorkbook(flat));
    QCOMPARE(tableOf(flat), u"Name,Email|Ann Lee,a@x.example"_s);
    QVERIFY(!isWorkbook(
            "Name,Notes\nAnn,\"<office:document application/vnd.oasis.opendocument.spreadsheet\"\n"));
    QVERIFY(!isWorkbook("PK Lee,pk@x.example\n"));
}
