// SPDX-License-Identifier: GPL-3.0-or-later
#include "filekindtests.h"
#include "model/contactdocument.h"
#include "words.h"

#include <random>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::exchange;

namespace {

QString linesOf(const QByteArray &bytes)
{
    return inWords(peopleOf(bytes)).join(u" + "_s);
}

QString errorOf(const QByteArray &bytes)
{
    ReadOptions options;
    options.fileName = u"people.xls"_s;
    const auto read = readPeople(bytes, options);
    return read ? u"was read"_s : read.error().text;
}

/// A table of one person with these cells below these names.
QByteArray tableOf(const QByteArray &names, const QByteArray &cells)
{
    return "<table><tr><th>" + QByteArray(names).replace("|", "<th>") + "<tr><td>"
            + QByteArray(cells).replace("|", "<td>") + "</table>";
}

QByteArray sheetOf(const QByteArray &rows)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n"
           "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
           "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\n<Worksheet ss:Name=\"People\"><Table>"
            + rows + "</Table></Worksheet></Workbook>";
}

QByteArray rowOf(const QByteArray &cells)
{
    return "<Row><Cell><Data ss:Type=\"String\">"
            + QByteArray(cells).replace("|", "</Data></Cell><Cell><Data ss:Type=\"String\">")
            + "</Data></Cell></Row>";
}

} // namespace

void HtmlTablesTest::people_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *what, const QByteArray &bytes, const QString &expected) {
        QTest::newRow(what) << bytes << expected;
    };
    const QString ann = u"2: Ann Lee <a@x.example>"_s;
    row("well-formed",
        "<html><body><table><thead><tr><th>Name</th><th>Email</th></tr></thead><tbody><tr><td>Ann Lee</td>"
        "<td>a@x.example</td></tr></tbody></table></body></html>",
        ann);
    row("without end tags", "<TABLE border=1><TR><TD>Name<TD>Email<TR><TD>Ann Lee<TD>a@x.example", ann);
    row("rows alone", "<tr><th>Name</th><th>Email</th></tr>\n<tr><td>Ann Lee</td><td>a@x.example</td></tr>",
        ann);
    row("Excel's own HTML",
        "<html xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\" "
        "xmlns=\"http://www.w3.org/TR/REC-html40\"><head><meta http-equiv=Content-Type content=\"text/html; "
        "charset=windows-1252\"><style><!--table {mso-displayed-decimal-separator:\"\\.\";} .x{color:red}-->"
        "</style><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:Name>Sheet</x:Name></x:ExcelWorkbook></xml>"
        "<![endif]--></head><body><!--[if !excel]>&nbsp;&nbsp;<![endif]--><table x:str border=0><col "
        "width=64><tr height=20><td class=xl65>Name</td><td>Email</td><td>Phone</td></tr><tr><td>Ann<span "
        "style='mso-spacerun:yes'>&nbsp; </span>Lee</td><td>a@x.example</td><td x:num=\"4930123456\" "
        "align=right>4930123456</td></tr><![if supportMisalignedColumns]><tr height=0 "
        "style='display:none'><td "
        "width=64></td><td></td><td></td></tr><![endif]></table></body></html>",
        ann);
    row("a script beside",
        "<html><script>if (a < b) document.write('<table><tr><td>x');</script>"
                + tableOf("Name|Email", "Ann Lee|a@x.example") + "<style>td { color: red }</style></html>",
        ann);
    row("a table for the layout around",
        "<table><tr><td>Menu</td><td>Log in</td></tr><tr><td><a href=/>Home</a></td><td>"
                + tableOf("Name|Email", "Ann Lee|a@x.example") + "</td></tr></table>",
        ann);
    row("a cell with a table in it",
        "<table><tr><th>Name<th>Email<tr><td>Ann Lee<td><table><tr><td>a@x.example</table><tr><td>Bo Roe"
        "<td>b@x.example</table>",
        ann + u" + 3: Bo Roe <b@x.example>"_s);
    row("another table first",
        tableOf("Year|Revenue", "2024|100") + tableOf("Name|Email", "Ann Lee|a@x.example"), ann);
    row("one table for each letter",
        tableOf("Name|Email", "Ann Lee|a@x.example") + "<h2>B</h2>"
                + tableOf("Name|Email", "Bo Roe|b@x.example"),
        ann + u" + 3: Bo Roe <b@x.example>"_s);
    row("a title above",
        "<table><tr><td colspan=2>Our members</td></tr><tr><td>Name</td><td>Email</td></tr><tr><td>Ann "
        "Lee</td>"
        "<td>a@x.example</td></tr></table>",
        u"3: Ann Lee <a@x.example>"_s);
    row("a firm of several people",
        "<table><tr><th>Company<th>Name<th>Email<tr><td rowspan=2>Acme<td>Ann Lee<td>a@x.example<tr><td>Bo "
        "Roe"
        "<td>b@x.example<tr><td>Beta<td>Cy Poe<td>c@x.example</table>",
        u"2: Ann Lee <a@x.example>  @ Acme + 3: Bo Roe <b@x.example>  @ Acme + 4: Cy Poe <c@x.example>  @ Beta"_s);
    row("names of columns in two rows",
        "<table><tr><th colspan=2>Name<th "
        "rowspan=2>Email<tr><th>First<th>Last<tr><td>Ann<td>Lee<td>a@x.example"
        "</table>",
        u"3: Ann Lee <a@x.example>"_s);
    row("empty cells between", tableOf("Name|Phone|Email", "Ann Lee|&nbsp;|a@x.example"), ann);
    row("behind the end", "<html><body><p>x</p></body></html>" + tableOf("Name|Email", "Ann Lee|a@x.example"),
        ann);
    row("an end tag within another element",
        "<table><tr><td>Name</td><td>Email</td></tr><tr><td><div>Ann <b>Lee</td><td><span>a@x.example"
        "<tr><td><font>Bo Roe<td><div>b@x.example</table>",
        ann + u" + 3: Bo Roe <b@x.example>"_s);
    row("a form around its rows",
        "<table><form><tr><th>Name<th>Email</tr></form><form><tr><td>Ann "
        "Lee<td>a@x.example</tr></form></table>",
        ann);
    row("a long comment, a picture within its tag, and elements that never end",
        "<table><!--" + QByteArray("x ").repeated(200'000) + "-->"
                + QByteArray("<tr><td><span>").repeated(3000)
                + "<tr><th>Name<th>Email<tr><td><img src=\"data:," + QByteArray(500'000, 'A')
                + "\">Ann Lee<td>a@x.example</table>",
        u"3002: Ann Lee <a@x.example>"_s);
    row("no names of columns", "<table><tr><td>Ann Lee<td>a@x.example<tr><td>Bo Roe<td>b@x.example</table>",
        u"1: Ann Lee <a@x.example> + 2: Bo Roe <b@x.example>"_s);
    row("a sign that is no tag", tableOf("Name|Email|Note", "Ann Lee|a@x.example|1 < 2 <3"), ann);
    row("commas and quotes", tableOf("Name|Email|Company", "Ann Lee|a@x.example|Acme, \"Inc\"; x"),
        ann + u"  @ Acme, \"Inc\"; x"_s);
    row("XML in front",
        "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0//EN\" \"x\"><html>"
                + tableOf("Name|Email", "Ann Lee|a@x.example") + "</html>",
        ann);
    row("Excel 2003", sheetOf(rowOf("Name|Email") + rowOf("Ann Lee|a@x.example")), ann);
    row("its gaps",
        sheetOf("<Column ss:Width=\"80\"/><Row ss:Index=\"3\"><Cell "
                "ss:Index=\"2\"><Data>Name</Data></Cell><Cell>"
                "<Data>Phone</Data></Cell><Cell><Data>Email</Data></Cell></Row><Row><Cell "
                "ss:Index=\"2\"><Data>Ann "
                "Lee</Data></Cell><Cell ss:Index=\"4\"><ss:Data><B>a@x</B>.example</ss:Data></Cell></Row>"),
        u"4: Ann Lee <a@x.example>"_s);
    row("its second sheet",
        sheetOf(rowOf("Read me|please") + "</Table></Worksheet><Worksheet><Table>" + rowOf("Name|Email")
                + rowOf("Ann Lee|a@x.example")),
        ann);
    row("its spans",
        sheetOf(rowOf("Company|Name")
                + "<Row><Cell ss:MergeDown=\"1\"><Data>Acme</Data></Cell><Cell><Data>Ann "
                  "Lee</Data></Cell></Row><Row><Cell ss:Index=\"2\"><Data>Bo Roe</Data></Cell></Row>"),
        u"2: Ann Lee  @ Acme + 3: Bo Roe  @ Acme"_s);
}

void HtmlTablesTest::people()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    QCOMPARE(linesOf(bytes), expected);
    const auto shown = preview(bytes);
    QVERIFY(shown);
    QVERIFY(shown->mapping.namesPeople());
}

void HtmlTablesTest::cells_data()
{
    QTest::addColumn<QByteArray>("cell"); // of the column "Shoe"
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("link");
    const auto row = [](const char *what, const QByteArray &cell, const QString &expected,
                        const QString &link = {}) { QTest::newRow(what) << cell << expected << link; };
    row("characters by name", "M&uuml;ller &amp; S&ouml;hne &ndash; &euml;&scaron;&Yuml;&euro;&copy;",
        u"Müller & Söhne – ëšŸ€©"_s);
    row("names that HTML 4 has not", "&Lstrok;&oacute;d&zacute; &amp;lt;", u"&Lstrok;ód&zacute; &lt;"_s);
    row("by number", "J&#246;rg &#xD6;&#x1F642; &#150; &#39; &#321;&#xA0;&#195;", u"Jörg Ö🙂 – ' Ł Ã"_s);
    row("without an end", "A&amp B &#65 D", u"A&amp B A D"_s);
    row("signs that begin none", "R&D AT&T a&copy=2 &nosuch; &;", u"R&D AT&T a&copy=2 &nosuch; &;"_s);
    row("blanks and line ends", " a\n\t b&nbsp;&nbsp;c ", u"a b c"_s);
    row("lines", "a<br>b<BR/>c<br style=\"mso-data-placement:same-cell\">d<p>e</p><div>f</div>",
        u"a\nb\nc\nd\ne\nf"_s);
    row("lines that nothing begins", "a</br>b</p>c</i>d", u"a\nb\ncd"_s);
    row("conditions",
        "<![if !supportEmptyParas]>a <![endif]>b<!--[if mso]>c<![endif]--><!--[if "
        "!mso]><!-->d<!--<![endif]-->",
        u"a bd"_s);
    row("markup inside", "<b>a</b><i>b</i> <font color=red>c</font>", u"ab c"_s);
    row("what is no text", "a<!-- x --><script>y</script><style>z</style>b", u"ab"_s);
    row("attributes with brackets", "<span title=\"a > b\" data-x='<td>'>c</span>", u"c"_s);
    row("a link that the text does not say", "<a href=\"https://x.example/?a=1&amp;b=2\">home</a>", u"home"_s,
        u"https://x.example/?a=1&b=2"_s);
    row("one that it says", "<a href='https://www.x.example/'>x.example</a>", u"x.example"_s);
    row("one without a text", "<a href=https://x.example/me><img src=a.png></a>", {},
        u"https://x.example/me"_s);
    row("links into the page", "<a href='#top'>a</a> <a href='/b'>b</a> <a href=\"javascript:void(0)\">c</a>",
        u"a b c"_s);
    row("a telephone", "<a href=\"tel:+4930123\">call</a>", u"call"_s, u"+4930123"_s);
}

void HtmlTablesTest::cells()
{
    QFETCH(QByteArray, cell);
    QFETCH(QString, expected);
    QFETCH(QString, link);
    const ReadPeople read = peopleOf(tableOf("Name|Email|Shoe", "Ann Lee|a@x.example|" + cell));
    QCOMPARE(inWords(read).value(0), u"2: Ann Lee <a@x.example>"_s);
    QCOMPARE(column(read.people.front()->contact, "Shoe"), expected);
    const QString all = QString::fromUtf8(toBytes(toFullDocument(read.people.front()->contact)));
    QVERIFY2(all.contains(link), qPrintable(all));
    QCOMPARE(all.contains(u"Shoe link"_s) || all.contains(u"http"_s), !link.isEmpty());
}

void HtmlTablesTest::told_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *what, const QByteArray &bytes, const QString &expected,
                        const QString &told) { QTest::newRow(what) << bytes << expected << told; };
    const QString ann = u"2: Ann Lee <a@x.example>"_s;
    row("nothing", tableOf("Name|Email", "Ann Lee|a@x.example"), ann, {});
    row("a page around", "<html><h1>Members</h1>" + tableOf("Name|Email", "Ann Lee|a@x.example") + "</html>",
        ann, u"1: what stands beside the table was not read"_s);
    row("spans", "<table><tr><th>Company<th>Name<tr><td rowspan=2>Acme<td>Ann Lee<tr><td>Bo Roe</table>",
        u"2: Ann Lee  @ Acme + 3: Bo Roe  @ Acme"_s,
        u"1: a cell over several rows was read as the value of each of these rows"_s);
    row("a comment that never ends", tableOf("Name|Email", "Ann Lee|a@x.example") + "<!-- x <p>y</p>", ann,
        u"1: the page has no proper end; if it was cut off, rows are missing"_s);
    row("a page that breaks off", "<table><tr><th>Name<th>Email<tr><td>Ann Lee<td>a@x.example<tr><td>Bo",
        ann + u" + 3: Bo"_s, u"1: the page has no proper end; if it was cut off, rows are missing"_s);
    row("a title", "<html><title>Members</title>" + tableOf("Name|Email", "Ann Lee|a@x.example"), ann, {});
    row("another table of people",
        tableOf("Name|Email|Company", "Ann Lee|a@x.example|")
                + tableOf("Speaker name|Email", "Bo Roe|b@x.example"),
        ann, u"1: of several tables one was read, and not the one with these columns: Speaker name, Email"_s);
    row("an address behind the name",
        tableOf("Name|City", "<a href=\"mailto:a@x.example?subject=Hi\">Ann Lee</a>|Oslo"), ann, {});
    row("a profile behind the name",
        tableOf("Name|Email", "<a href=\"https://www.linkedin.com/in/ann-lee\">Ann Lee</a>|a@x.example"),
        u"2: Ann Lee <a@x.example> [https://www.linkedin.com/in/ann-lee]"_s, {});
    row("an address behind a word", tableOf("Name|Email", "Ann Lee|<a href=mailto:a%40x.example>write</a>"),
        ann, u"2: \"write\" is no email address; it was kept as an extra field"_s);
    row("the address itself", tableOf("Name|Email", "Ann Lee|<a href=\"mailto:a@x.example\">a@x.example</a>"),
        ann, {});
}

void HtmlTablesTest::told()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    QFETCH(QString, told);
    const ReadPeople read = peopleOf(bytes);
    QCOMPARE(inWords(read).join(u" + "_s), expected);
    QCOMPARE(inWords(read.warnings).join(u" | "_s), told);
}

void HtmlTablesTest::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("saying");
    const auto row = [](const char *what, const QByteArray &bytes, const QString &saying) {
        QTest::newRow(what) << bytes << saying;
    };
    row("a page of words", "<!DOCTYPE html><html><p>Ann Lee, a@x.example</p></html>",
        u"people.xls: this is a web page or XML without a table"_s);
    row("XML", "<?xml version=\"1.0\"?><people><person>Ann</person></people>", u"without a table"_s);
    row("only a comment", "<!-- saved from url=(0014)about:internet -->", u"without a table"_s);
    row("tables of something else", tableOf("Price|Amount", "1|2") + tableOf("Year|Revenue", "2024|100"),
        u"without a table of people"_s);
    row("one table of something else", tableOf("Price|Amount", "1|2"),
        u"people.xls: No column holds a name"_s);
    row("a workbook that breaks off",
        sheetOf(rowOf("Name|Email") + rowOf("Ann Lee|a@x.example") + rowOf("Bo Roe|b@x.example")).chopped(60),
        u"breaks off or is damaged in line 4; get it once more"_s);
    row("Excel's pages", "<html><frameset rows=\"*,39\"><frame src=\"sheet001.htm\"></frameset></html>",
        u"without a table"_s);
    row("more within each other than there ever is",
        tableOf("Name|Email", "Ann Lee|a@x.example") + QByteArray("<b>").repeated(100'000),
        u"too many elements"_s);
    row("a web archive", "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<table>",
        u"web archive"_s);
    row("a broken workbook",
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"
        "<Worksheet>",
        u"breaks off or is damaged in line 1"_s);
}

void HtmlTablesTest::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, saying);
    const QString error = errorOf(bytes);
    QVERIFY2(error.startsWith("people.xls"_L1) && error.contains(saying), qPrintable(error));
}

void HtmlTablesTest::letters_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    const auto table = [](const QByteArray &head, const QByteArray &name) {
        return "<html><head>" + head + "</head><table><tr><th>Name<th>Email<tr><td>" + name
                + "<td>a@x.example</table>";
    };
    const QByteArray utf8 = u"Šárka Nová"_s.toUtf8();
    const QByteArray cyrillic = "\xC8\xE2\xE0\xED \xCF\xE5\xF2\xF0\xEE\xE2";
    QTest::newRow("UTF-8") << table("<meta charset=\"utf-8\">", utf8) << u"UTF-8"_s;
    QTest::newRow("UTF-8 that says nothing") << table({}, utf8) << u"UTF-8"_s;
    QTest::newRow("UTF-8 that says something else") << table("<meta charset=iso-8859-1>", utf8) << u"UTF-8"_s;
    QTest::newRow("with a mark") << "\xEF\xBB\xBF" + table({}, utf8) << u"UTF-8"_s;
    QTest::newRow("Windows-1250") << table(
            "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1250\">",
            "\x8A\xE1rka Nov\xE1") << u"Windows-1250"_s;
    QTest::newRow("Cyrillic") << table("<META CHARSET='Windows-1251'>", cyrillic) << u"Windows-1251"_s;
}

void HtmlTablesTest::letters()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    const QString name = encoding == "Windows-1251"_L1 ? u"Иван Петров"_s : u"Šárka Nová"_s;
    QCOMPARE(linesOf(bytes), u"2: "_s + name + u" <a@x.example>"_s);
    const auto shown = preview(bytes);
    QVERIFY(shown);
    QCOMPARE(shown->encoding, encoding);
    QCOMPARE(shown->doubt, Doubt::none);
}

void HtmlTablesTest::columnsCanBeCorrected()
{
    const QByteArray bytes = tableOf("Foo|Bar; baz", "Ann Lee|Acme");
    const auto shown = preview(bytes);
    QVERIFY(shown);
    QCOMPARE(shown->headers, QStringList({u"Foo"_s, u"Bar; baz"_s}));
    ReadOptions options;
    options.mapping = shown->mapping;
    options.mapping->columns[0].field = Field::fullName;
    options.mapping->columns[1].field = Field::company;
    QCOMPARE(inWords(peopleOf(bytes, options)), QStringList {u"2: Ann Lee  @ Acme"_s});
    options.mapping->columns.clear();
    options.mapping->delimiter = ';'; // nothing is parted by it
    const auto again = preview(bytes, options);
    QVERIFY(again);
    QCOMPARE(again->headers, shown->headers);
    QCOMPARE(again->mapping.delimiter, ',');
}

void HtmlTablesTest::hostile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *what, const QByteArray &begin, const QByteArray &repeated) {
        constexpr qsizetype size = 400'000; // what is quadratic shows
        QTest::newRow(what) << begin + repeated.repeated(size / repeated.size());
    };
    const QByteArray head = "<table><tr><th>Name<th>Email<tr><td>Ann Lee<td>a@x.example";
    row("tables in tables", head, "<table><tr><td>");
    row("tags in tags", head, "<div><b>");
    row("tables side by side", head, "</table><table><tr><td>a<td>b<tr><td>c<td>d");
    row("comments that never end", head, "<!--");
    row("quotes that never end", head, "<a b=\"");
    row("quotes that do", head, "<a b=\"x\" c='y'>");
    row("tags that never end", head, "<a ");
    row("attributes", head + "<td ", "x=1 ");
    row("names", head, "&amp");
    row("scripts", head, "<script>");
    row("ends of scripts", head + "<script>", "</");
    row("wide cells", head + "<tr>", "<td colspan=1000>x");
    row("high cells", head + "<tr>", "<td rowspan=65534>x<tr>");
    row("empty rows", head + "<tr>" + QByteArray("<td rowspan=65534>x").repeated(1000), "<tr>");
    row("links", head + "<td>", "<a href=https://x.example>");
    row("brackets", head, "<");
    row("blanks", head, " ");
    row("one cell", head + "<td>", "x");
    row("ends", head, "</table>");
    row("lines", head + "<td>", "<br>x");
    row("tables alone", {}, "<table>");
    row("cells alone", head, "<td>");
    row("cells that never end", head, "<td");
    row("ends of what is not open", head + QByteArray("<b>").repeated(20'000), "</x>");
    row("lines of what is not open", head, "<span></p>");
    QByteArray attributes;
    for (int i = 0; i < 500'000; ++i) {
        attributes += 'a' + QByteArray::number(i) + "=1 ";
    }
    row("many attributes", head + "<td " + attributes + '>', "x");
    const QByteArray sheet = sheetOf(rowOf("Name|Email")).chopped(31);
    row("elements in elements", sheet + "<Row><Cell><Data>", "<B>");
    row("far rows", sheet,
        "<Row ss:Index=\"2000000000\"><Cell ss:Index=\"2000000000\"><Data>x</Data></Cell></Row>");
    row("wide cells of a sheet", sheet + "<Row>", "<Cell ss:MergeAcross=\"16000\" ss:MergeDown=\"9999\"/>");
}

void HtmlTablesTest::hostile()
{
    QFETCH(QByteArray, bytes);
    (void)readPeople(bytes); // ends, and crashes nowhere
    std::mt19937 random(11);
    QByteArray part = bytes.first(2000);
    for (int i = 0; i < 100; ++i) {
        part[static_cast<qsizetype>(random() % 2000)] = "<>&\"'/= ;!-\0xtd1"[random() % 16];
        (void)readPeople(part);
    }
}
