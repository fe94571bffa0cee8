// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook.h"
#include "support/workbooks.h"
#include "words.h"
#include "workbooktests.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::exchange;

namespace {

const QStringList header {u"Name"_s, u"Email"_s, u"Company"_s, u"Notes"_s};

QByteArray personRow(const QString &name, const QString &email)
{
    return inlineRow({name, email});
}

QString problemOf(const QByteArray &bytes, const ReadOptions &options)
{
    const auto read = readPeople(bytes, options);
    const auto shown = preview(bytes, options);
    if (read || shown) {
        return {};
    }
    return read.error().kind == ErrorKind::rejectedInput ? read.error().text : u"another kind of error"_s;
}

ReadOptions named(const QString &fileName)
{
    ReadOptions options;
    options.fileName = fileName;
    return options;
}

QByteArray utf16(const QString &text)
{
    return {reinterpret_cast<const char *>(text.utf16()), 2 * text.size()};
}

} // namespace

void WorkbooksTest::people_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("people");
    QTest::addColumn<QStringList>("told");
    const auto row = [](const char *what, const QByteArray &bytes, const QStringList &people,
                        const QStringList &told = {}) { QTest::newRow(what) << bytes << people << told; };
    const QByteArray ann = inlineRow({u"Ann Lee"_s, u"a@x.example"_s, u"Acme, Inc."_s, u"one\ntwo"_s});
    const QByteArray bob = inlineRow({u"Bob Roe"_s, u"b@y.example"_s});
    const QStringList both {u"2: Ann Lee <a@x.example>  @ Acme, Inc."_s, u"3: Bob Roe <b@y.example>"_s};
    row("xlsx", xlsx(inlineRow(header) + ann + bob), both);
    row("ods",
        ods(odsRow(header) + odsRow({u"Ann Lee"_s, u"a@x.example"_s, u"Acme, Inc."_s, u"x"_s})
            + odsRow({u"Bob Roe"_s, u"b@y.example"_s})),
        both);
    row("blank rows count, lines within cells do not",
        xlsx("<row/>" + inlineRow(header) + "<row/>" + ann + "<row/><row/>" + bob),
        {u"4: Ann Lee <a@x.example>  @ Acme, Inc."_s, u"7: Bob Roe <b@y.example>"_s});
    row("a title above", xlsx(inlineRow({u"Contacts 2026"_s}) + inlineRow(header) + bob),
        {u"3: Bob Roe <b@y.example>"_s}, {u"1: the title above the table was not kept: Contacts 2026"_s});
    row("LinkedIn's connections saved by Excel",
        xlsx(inlineRow({u"First Name"_s, u"Last Name"_s, u"URL"_s, u"Email Address"_s, u"Company"_s,
                        u"Position"_s, u"Connected On"_s})
             + inlineRow({u"Ann"_s,
                          u"Lee"_s,
                          u"https://www.linkedin.com/in/annlee"_s,
                          {},
                          u"Acme"_s,
                          u"Analyst"_s,
                          u"03 Apr 2024"_s})),
        {u"2: Ann Lee [https://www.linkedin.com/in/annlee] Analyst @ Acme"_s});
    row("names that are links",
        xlsx(QList {TestSheet {u"People"_s,
                               inlineRow({u"Name"_s, u"Firm"_s}) + inlineRow({u"Ann Lee"_s, u"Acme"_s}),
                               {},
                               "<hyperlinks><hyperlink ref=\"A2\" r:id=\"h1\"/></hyperlinks>",
                               "<Relationship Id=\"h1\" Type=\"x/hyperlink\" TargetMode=\"External\" "
                               "Target=\"https://www.linkedin.com/in/annlee\"/>"}}),
        {u"2: Ann Lee [https://www.linkedin.com/in/annlee]  @ Acme"_s});
    row("an error where a firm was",
        xlsx(inlineRow(header)
             + "<row><c t=\"inlineStr\"><is><t>Ann Lee</t></is></c><c/><c t=\"e\"><v>#N/A</v></c></row>"),
        {u"2: Ann Lee"_s},
        {u"2: the cell C2 holds the error \"#N/A\" of the spreadsheet; it was left empty"_s});
}

void WorkbooksTest::people()
{
    QFETCH(QByteArray, bytes);
    const ReadPeople read = peopleOf(bytes, named(u"people.csv"_s)); // its name does not matter
    QTEST(inWords(read), "people");
    QTEST(inWords(read.warnings), "told");
    QVERIFY(read.invalid.size() <= 1);
}

/// What would be something in a text of cells stays what it is in a workbook.
void WorkbooksTest::nothingIsReadIntoCells()
{
    const QStringList values {
            u"sep=;"_s,      u"a;b;c"_s,  u"say \"hi\""_s,  u"\"quoted\""_s,        u"tab\there"_s,
            u"a|b|c"_s,      u"\"open"_s, u"BEGIN:VCARD"_s, u"{\"name\": 1}"_s,     u"| a | b |"_s,
            u"#"_s,          u"'tis"_s,   u"back\\slash"_s, u"Ann <a@x.example>"_s, u"line\n\"two\",x"_s,
            u"Zoë 山田 🚀"_s};
    QByteArray rows = inlineRow({u"Name"_s, u"Email"_s, u"Remark of mine"_s});
    for (qsizetype i = 0; i < values.size(); ++i) {
        rows += inlineRow({u"Ann Lee"_s, u"a%1@x.example"_s.arg(i), values[i]});
    }
    const ReadPeople read = peopleOf(xlsx(rows));
    QCOMPARE(read.people.size(), static_cast<size_t>(values.size()));
    for (qsizetype i = 0; i < values.size(); ++i) {
        const Contact &contact = read.people[static_cast<size_t>(i)]->contact;
        const QString kept = column(contact, "Remark of mine");
        QCOMPARE(kept.isEmpty() ? u"#"_s : kept, values[i]); // a lone sign is taken for "nothing"
        QCOMPARE(read.people[static_cast<size_t>(i)]->row, i + 2);
    }
    for (const QString &first : {u"sep=;"_s, u"BEGIN:VCARD"_s, u"[{\"a\": 1}]"_s}) {
        const auto sheet = readSheet(
                xlsx(inlineRow({first}) + inlineRow(header) + inlineRow({u"Ann Lee"_s, u"a@x.example"_s})),
                {});
        VERIFY_OK(sheet);
        const auto shown = preview(
                xlsx(inlineRow({first}) + inlineRow(header) + inlineRow({u"Ann Lee"_s, u"a@x.example"_s})));
        VERIFY_OK(shown);
        QCOMPARE(shown->mapping.headerRow, 2);
        QCOMPARE(shown->headers, header);
    }
}

void WorkbooksTest::sheets_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sheet");
    QTest::addColumn<QStringList>("all");
    QTest::addColumn<QString>("unread");
    const QByteArray people = inlineRow(header) + personRow(u"Ann Lee"_s, u"a@x.example"_s);
    const QByteArray words = inlineRow({u"This workbook has my contacts."_s});
    const QByteArray budget = inlineRow({u"Item"_s, u"Cost"_s}) + "<row><c><v>1</v></c><c><v>2</v></c></row>";
    const auto row = [](const char *what, const QList<TestSheet> &sheets, const QString &sheet,
                        const QStringList &all, const QString &unread) {
        QTest::newRow(what) << xlsx(sheets) << sheet << all << unread;
    };
    row("one", {{u"A"_s, people, {}}}, u"A"_s, {u"A"_s}, {});
    row("empty ones beside it", {{u"A"_s, {}, {}}, {u"B"_s, people, {}}, {u"C"_s, "<row/>", {}}}, u"B"_s,
        {u"B"_s}, {});
    row("a page of words first", {{u"Read me"_s, words, {}}, {u"B"_s, people, {}}}, u"B"_s,
        {u"Read me"_s, u"B"_s}, u"\"Read me\""_s);
    row("a budget first", {{u"Budget"_s, budget, {}}, {u"B"_s, people, {}}}, u"B"_s, {u"Budget"_s, u"B"_s},
        u"\"Budget\""_s);
    row("two of people", {{u"A"_s, people, {}}, {u"B"_s, people, {}}}, u"A"_s, {u"A"_s, u"B"_s}, u"\"B\""_s);
    row("a list of things first",
        {{u"Things"_s, inlineRow({u"Name"_s, u"Price"_s}) + inlineRow({u"Red Chair"_s, u"9"_s}), {}},
         {u"B"_s, people, {}}},
        u"B"_s, {u"Things"_s, u"B"_s}, u"\"Things\""_s);
    row("names and firms first",
        {{u"A"_s, inlineRow({u"Name"_s, u"Company"_s}) + inlineRow({u"Ann Lee"_s, u"Acme"_s}), {}},
         {u"B"_s, people, {}}},
        u"A"_s, {u"A"_s, u"B"_s}, u"\"B\""_s);
    row("a hidden one first", {{u"A"_s, people, "state=\"hidden\""}, {u"B"_s, people, {}}}, u"B"_s,
        {u"A"_s, u"B"_s}, u"\"A\" (hidden)"_s);
    row("a very hidden one", {{u"A"_s, people, "state=\"veryHidden\""}, {u"B"_s, people, {}}}, u"B"_s,
        {u"A"_s, u"B"_s}, u"\"A\" (hidden)"_s);
    row("only a hidden one", {{u"A"_s, people, "state=\"hidden\""}, {u"B"_s, {}, {}}}, u"A"_s, {u"A"_s}, {});
    row("people without names of columns",
        {{u"A"_s, words, {}}, {u"B"_s, personRow(u"Ann Lee"_s, u"a@x.example"_s), {}}}, u"B"_s,
        {u"A"_s, u"B"_s}, u"\"A\""_s);
    row("a damaged one", {{u"A"_s, people, {}}, {u"B"_s, "<row><c t=\"s\"><v>9</v></c></row>", {}}}, u"A"_s,
        {u"A"_s, u"B"_s}, u"\"B\" (damaged)"_s);
    QTest::newRow("OpenDocument") << ods(
            {{u"A"_s, odsRow({u"x"_s}), {}},
             {u"B"_s, odsRow(header) + odsRow({u"Ann Lee"_s}), "table:style-name=\"ta1\""},
             {u"C"_s, odsRow({u"x"_s}), "table:style-name=\"hid\""},
             {u"'file:///tmp/x.ods'#$A"_s, odsRow({u"x"_s}), {}}})
                                  << u"B"_s << QStringList {u"A"_s, u"B"_s, u"C"_s}
                                  << u"\"A\", \"C\" (hidden)"_s;
}

void WorkbooksTest::sheets()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sheet);
    QFETCH(QStringList, all);
    QFETCH(QString, unread);
    const auto shown = preview(bytes);
    VERIFY_OK(shown);
    QCOMPARE(shown->sheet, sheet);
    QCOMPARE(shown->sheets, all);
    const auto read = readPeople(bytes);
    VERIFY_OK(read);
    const QStringList told = inWords(read->warnings);
    QCOMPARE(told.size(), unread.isEmpty() ? 0 : 1);
    QVERIFY2(unread.isEmpty() || told.constFirst().contains(unread + u". To read"_s),
             qPrintable(told.join(u'\n')));
    for (const QString &name : all) { // each of them can be read, or says why not
        ReadOptions options;
        options.sheet = name;
        const auto one = preview(bytes, options);
        QVERIFY(one ? one->sheet == name : one.error().text.contains(u"damaged"_s));
    }
}

void WorkbooksTest::sheetsByName()
{
    const QByteArray bytes = xlsx(
            {{u"A"_s, inlineRow(header) + personRow(u"Ann Lee"_s, u"a@x.example"_s), {}},
             {u"Käse & Co"_s, inlineRow(header) + personRow(u"Bo Ek"_s, {}), {}},
             {u"Empty"_s, {}, {}}});
    ReadOptions options = named(u"p.xlsx"_s);
    options.sheet = u"Käse & Co"_s;
    QCOMPARE(inWords(peopleOf(bytes, options)), QStringList {u"2: Bo Ek"_s});
    QVERIFY(peopleOf(bytes, options).warnings.isEmpty()); // who names one knows of the others
    options.sheet = u"käse & co"_s;
    QCOMPARE(inWords(peopleOf(bytes, options)), QStringList {u"2: Bo Ek"_s});
    options.sheet = u"Nope"_s;
    QCOMPARE(problemOf(bytes, options),
             u"p.xlsx: There is no sheet \"Nope\" in the workbook. Its sheets are: \"A\", \"Käse & Co\", "
             "\"Empty\". Nothing was imported."_s);
    options.sheet = u"Empty"_s;
    QCOMPARE(problemOf(bytes, options), u"p.xlsx: The sheet \"Empty\" is empty. Nothing was imported."_s);
    options.fileName = u"p.csv"_s;
    QVERIFY(problemOf("Name\nAnn Lee\n", options).contains(u"no workbook"_s));
}

void WorkbooksTest::previewShowsWhatIsRead()
{
    const QByteArray bytes = xlsx("<row/>" + inlineRow(header) + personRow(u"Ann Lee"_s, u"a@x.example"_s));
    const auto shown = preview(bytes);
    VERIFY_OK(shown);
    QCOMPARE(shown->headers, header);
    QCOMPARE(shown->rowCount, 1);
    QCOMPARE(shown->mapping.headerRow, 2);
    QCOMPARE(shown->rows, (QVector<QStringList> {{u"Ann Lee"_s, u"a@x.example"_s}}));
    ReadOptions options;
    options.mapping = shown->mapping;
    options.mapping->delimiter = ';'; // no matter: there is none
    options.mapping->columns[0] = {};
    const ReadPeople read = peopleOf(bytes, options);
    QCOMPARE(inWords(read), QStringList {u"3: <a@x.example>"_s});
    QCOMPARE(column(read.people.front()->contact, "Name"), u"Ann Lee"_s);
}

/// What a file is, its bytes say.
void WorkbooksTest::names_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"people.xlsx"_s, u"people.csv"_s, u"people"_s, u"standard input"_s}) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

void WorkbooksTest::names()
{
    QFETCH(QString, name);
    const QByteArray rows = inlineRow(header) + personRow(u"Ann Lee"_s, u"a@x.example"_s);
    QCOMPARE(inWords(peopleOf(xlsx(rows), named(name))), QStringList {u"2: Ann Lee <a@x.example>"_s});
    ReadOptions options = named(name);
    options.format = Format::csv;
    QCOMPARE(inWords(peopleOf(xlsx(rows), options)), QStringList {u"2: Ann Lee <a@x.example>"_s});
    options.format = Format::vcard;
    QVERIFY(problemOf(xlsx(rows), options).contains(u"not the format \"vcard\""_s));
}

void WorkbooksTest::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("saying");
    const QByteArray old("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0", 12);
    const QByteArray good = xlsx(inlineRow(header) + personRow(u"Ann Lee"_s, u"a@x.example"_s));
    const auto row = [](const char *what, const QByteArray &bytes, const QString &saying) {
        QTest::newRow(what) << bytes << saying;
    };
    row("an old workbook", old + utf16(u"Workbook"_s),
        u"(such as .xls); open it there and save it as .xlsx"_s);
    row("a password", old + utf16(u"EncryptedPackage"_s), u"is protected by a password"_s);
    row("a binary workbook",
        zipOf({{u"[Content_Types].xml"_s, "application/vnd.ms-excel.sheet.binary.macroEnabled.main"},
               {u"xl/workbook.bin"_s, "x"}}),
        u"binary workbook (.xlsb); open it and save it as .xlsx"_s);
    row("Numbers", zipOf({{u"Index/Document.iwa"_s, "x"}}), u"Export To, Excel or CSV"_s);
    row("Excel 2003 without a row",
        "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook "
        "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
        u"without a table"_s);
    row("a web page", "<html><table><tr><td>Ann</td></tr></table></html>", u"web page"_s);
    row("a document", zipOf({{u"[Content_Types].xml"_s, "<Types/>"}, {u"word/document.xml"_s, "x"}}),
        u"word-processor"_s);
    row("OpenDocument text",
        zipOf({{u"mimetype"_s, "application/vnd.oasis.opendocument.text"}, {u"content.xml"_s, "<a/>"}}),
        u"ZIP"_s);
    row("OpenDocument with a password",
        zipOf({{u"mimetype"_s, "application/vnd.oasis.opendocument.spreadsheet"},
               {u"META-INF/manifest.xml"_s, "<manifest:encryption-data/>"},
               {u"content.xml"_s, "\x01\x02"}}),
        u"The workbook is protected by a password"_s);
    row("cut off", good.first(good.size() - 100), u"is a workbook that is damaged or was cut off"_s);
    row("the beginning alone", good.first(200), u"is a"_s);
    row("no sheet", xlsx(QList<TestSheet> {}), u"The workbook is empty"_s);
    row("no rows", xlsx(QByteArray("<row/><row><c/></row>")), u"The workbook is empty"_s);
    row("no people", xlsx(inlineRow({u"Item"_s, u"Cost"_s}) + "<row><c><v>1</v></c><c><v>2</v></c></row>"),
        u"No column holds a name"_s);
}

void WorkbooksTest::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, saying);
    const auto read = readPeople(bytes, named(u"p.xlsx"_s));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::rejectedInput);
    QVERIFY2(read.error().text.startsWith(u"p.xlsx"_s), qPrintable(read.error().text));
    QVERIFY2(read.error().text.contains(saying), qPrintable(read.error().text));
}

void WorkbooksTest::damaged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("saying");
    const auto row = [](const char *what, const QByteArray &bytes, const QString &saying) {
        QTest::newRow(what) << bytes << saying;
    };
    const auto cell = [](const QByteArray &attributes, const QByteArray &value) {
        return xlsx("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c " + attributes + "><v>"
                    + value + "</v></c></row>");
    };
    const QString part = u"xl/worksheets/sheet1.xml"_s;
    const QByteArray good = xlsx(inlineRow(header) + personRow(u"Ann Lee"_s, u"a@x.example"_s));
    row("a text that is not there", cell("r=\"A2\" t=\"s\"", "7"),
        u"the cell A2 has the text number \"7\", and the file holds 0 texts"_s);
    row("a text of a number below nothing", cell("r=\"A2\" t=\"s\"", "-1"), u"the text number \"-1\""_s);
    row("a text of no number", cell("r=\"A2\" t=\"s\"", "x"), u"the text number \"x\""_s);
    row("a cell beyond all sheets", cell("r=\"ZZZZZZ99999999999\"", "1"), u"\"ZZZZZZ99999999999\""_s);
    row("a cell one beyond", cell("r=\"XFE2\"", "1"), u"\"XFE2\""_s);
    row("a cell of another row", cell("r=\"A9\"", "1"), u"behind row 2"_s);
    row("no name of a cell", cell("r=\"2A\"", "1"), u"\"2A\""_s);
    row("rows out of order", xlsx("<row r=\"5\"><c><v>1</v></c></row><row r=\"4\"><c><v>2</v></c></row>"),
        u"behind row 5 stands a row or a cell \"4\""_s);
    row("a row beyond all sheets", xlsx("<row r=\"99999999999\"><c><v>1</v></c></row>"), u"99999999999"_s);
    row("a row below the first", xlsx("<row r=\"0\"><c><v>1</v></c></row>"), u"\"0\""_s);
    row("the same cell twice", xlsx("<row><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>"),
        u"\"A1\""_s);
    row("a sheet that is not there", xlsx(QByteArray("<row/>"), {}, {}, {{part, {}}}),
        u"its part \"xl/worksheets/sheet1.xml\" is missing"_s);
    row("a sheet that breaks off",
        xlsx(QByteArray("<row/>"), {}, {},
             {{part, "<worksheet><sheetData><row><c><v>Ann</v></c></row><row><c><v>B"}}),
        u"its part \"xl/worksheets/sheet1.xml\" breaks off"_s);
    row("a sheet that is no XML", xlsx(QByteArray("<row/>"), {}, {}, {{part, "Name,Email"}}), u"no XML"_s);
    row("no list of sheets", xlsx(QByteArray("<row/>"), {}, {}, {{u"xl/workbook.xml"_s, "<"}}),
        u"xl/workbook.xml"_s);
    row("a document type",
        xlsx(QByteArray("<row/>"), {}, {},
             {{part,
               "<!DOCTYPE x [<!ENTITY a \"lol\">]><worksheet><sheetData><row><c><v>&a;</v></c></row>"
               "</sheetData></worksheet>"}}),
        u"declares a document type"_s);
    QByteArray bad = good; // a byte of the sheet's own bytes
    bad[bad.indexOf("xl/worksheets/sheet1.xml") + 60] = static_cast<char>(
            bad[bad.indexOf("xl/worksheets/sheet1.xml") + 60] ^ 0x55);
    row("a byte that is another", bad, u"sheet1.xml"_s);
    row("elements in elements without end", xlsx(QByteArray("<row>") + QByteArray("<a>").repeated(100'000)),
        u"sheet1.xml"_s);
    row("spans in spans without end",
        ods(odsRow({u"x"_s}).replace("x</text:p>", QByteArray("<text:span>").repeated(100'000))),
        u"content.xml"_s);
    row("a tag without end", xlsx("<row x=\"" + QByteArray("a").repeated(3'000'000)),
        u"a piece longer than any of a workbook"_s);
    row("OpenDocument beyond all columns",
        ods("<table:table-row><table:table-cell table:number-columns-repeated=\"16384\"/><table:table-cell "
            "office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>"),
        u"beyond what a sheet can have"_s);
    row("OpenDocument that breaks off",
        zipOf({{u"mimetype"_s, "application/vnd.oasis.opendocument.spreadsheet"},
               {u"content.xml"_s, odsContent({{u"A"_s, odsRow({u"x"_s}), {}}}).chopped(60)}}),
        u"content.xml"_s);
    row("OpenDocument without its content",
        zipOf({{u"mimetype"_s, "application/vnd.oasis.opendocument.spreadsheet"}}), u"content.xml"_s);
}

void WorkbooksTest::damaged()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, saying);
    const QString problem = problemOf(bytes, named(u"p.xlsx"_s));
    QVERIFY2(problem.startsWith(u"p.xlsx"_s), qPrintable(problem));
    QVERIFY2(problem.contains(saying), qPrintable(problem));
}

void WorkbooksTest::packedEndlessly_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray much(4'000'000, ' ');
    const QByteArray row = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>";
    const QByteArray wide = "<row><c r=\"XFD1\"><v>1</v></c></row>"
            + QByteArray("<row><c r=\"XFD\"><v>1</v></c></row>").repeated(200);
    QTest::newRow("blanks in a sheet") << xlsx("<row><c><v>1</v></c></row>" + much);
    QTest::newRow("blanks in the texts")
            << xlsx("<row><c t=\"s\"><v>0</v></c></row>", "<si><t>x</t></si>" + much);
    QTest::newRow("one text in many cells")
            << xlsx(row.repeated(200), "<si><t>" + QByteArray(20'000, 'x') + "</t></si>");
    QTest::newRow("many texts of nothing") << xlsx(row, QByteArray("<si/>").repeated(300'000));
    QTest::newRow("cells at the end of wide rows") << xlsx(wide);
    QTest::newRow("OpenDocument") << ods(odsRow({u"x"_s}) + much);
    QTest::newRow("one cell in all columns of many rows") << ods(
            QByteArray("<table:table-row table:number-rows-repeated=\"900\"><table:table-cell "
                       "table:number-columns-repeated=\"16384\" office:value-type=\"string\"><text:p>xxxx"
                       "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx</text:p></table:table-cell></"
                       "table:table-row>")
                    .repeated(3));
}

void WorkbooksTest::packedEndlessly()
{
    QFETCH(QByteArray, bytes);
    ReadOptions options = named(u"p.xlsx"_s);
    options.limits.importBytes = 2'000'000;
    QVERIFY(bytes.size() < 1'000'000);
    const QString problem = problemOf(bytes, options);
    QVERIFY2(problem.contains(u"unpacks to more than 2 MB"_s), qPrintable(problem));
}

void WorkbooksTest::cancelledAndProgress()
{
    QByteArray rows = inlineRow(header);
    const QString note(400, u'x');
    for (int i = 0; i < 6000; ++i) {
        rows += inlineRow({u"Ann Lee"_s, u"a%1@x.example"_s.arg(i), {}, note});
    }
    const QByteArray bytes = xlsx(rows);
    std::stop_source stop;
    QVector<double> told;
    ReadOptions options;
    options.stop = stop.get_token();
    options.progress = [&](qint64 done, qint64 total) {
        told << static_cast<double>(done) / static_cast<double>(total);
    };
    VERIFY_OK(readPeople(bytes, options));
    QVERIFY(told.size() > 2 && told.constFirst() < 0.5 && told.constLast() > 0.5);
    QVERIFY(std::ranges::is_sorted(told) && told.constLast() <= 1);
    options.progress = [&](qint64, qint64) { stop.request_stop(); };
    const auto read = readPeople(bytes, options);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::cancelled);
}
