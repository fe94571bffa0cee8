// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csvreader.h"
#include "tests.h"

#include <QRandomGenerator>
#include <QStringList>

using namespace Qt::StringLiterals;
using namespace crema;
using exchange::CsvDialect;
using exchange::CsvReader;
using exchange::CsvRow;
using exchange::RowOddity;

Q_DECLARE_METATYPE(crema::exchange::RowOddity)

namespace {

using Rows = QList<QByteArrayList>;

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

QByteArrayList cellsOf(const CsvRow &row)
{
    QByteArrayList cells;
    for (const std::string_view cell : row.cells) {
        cells << QByteArray(cell.data(), static_cast<qsizetype>(cell.size()));
    }
    return cells;
}

Rows read(const QByteArray &text, char delimiter = ',')
{
    Rows rows;
    CsvReader reader(viewOf(text), {delimiter, 0});
    CsvRow row;
    while (reader.next(row)) {
        rows << cellsOf(row);
    }
    return rows;
}

/// RFC 4180 one byte at a time, for well-formed files.
Rows readSimply(const QByteArray &text)
{
    Rows rows;
    QByteArrayList row;
    QByteArray cell;
    bool quoted = false;
    bool any = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        any = true;
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            cell += '"';
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == ',') {
            row << cell;
            cell.clear();
        } else if (!quoted && c == '\n') {
            row << (cell.endsWith('\r') ? cell.chopped(1) : cell);
            rows << row;
            row.clear();
            cell.clear();
            any = false;
        } else {
            cell += c;
        }
    }
    if (any) {
        rows << (row << cell);
    }
    return rows;
}

} // namespace

void CsvReaderTest::rows_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Rows>("rows");
    const auto row = [](const char *what, const QByteArray &text, const Rows &rows) {
        QTest::newRow(what) << text << rows;
    };
    row("LF", "a,b\nc,d\n", {{"a", "b"}, {"c", "d"}});
    row("CRLF", "a,b\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}});
    row("lone CR", "a,b\rc,d\r", {{"a", "b"}, {"c", "d"}});
    row("CR CR LF", "a,b\r\r\nc,d", {{"a", "b\r"}, {"c", "d"}});
    row("no line end at the end", "a,b", {{"a", "b"}});
    row("empty cells", ",a,,\n,,", {{"", "a", "", ""}, {"", "", ""}});
    row("blank lines", "a\n\nb\n", {{"a"}, {""}, {"b"}});
    row("ragged", "a\nb,c,d\ne,f\n", {{"a"}, {"b", "c", "d"}, {"e", "f"}});
    row("quoted comma", "\"a,b\",c\n", {{"a,b", "c"}});
    row("quoted line end", "\"a\r\nb\",c\nd", {{"a\r\nb", "c"}, {"d"}});
    row("doubled quotes", "\"a \"\"b\"\" c\",\"\"\"\"\n", {{"a \"b\" c", "\""}});
    row("empty quotes", "\"\",\"\"\n", {{"", ""}});
    row("quoted at the end", "a,\"b\"", {{"a", "b"}});
    row("delimiter at the end of a quoted row", "\"a\",", {{"a", ""}});
    row("quote inside a plain cell", "5\" nail,b\n", {{"5\" nail", "b"}});
    row("blanks around quotes", "a, \"b,c\" ,d\n", {{"a", "b,c", "d"}});
    row("blanks stay in plain cells", " a , b \n", {{" a ", " b "}});
    row("quotes not doubled", "\"he said \"hi\" there\",b\n", {{"he said \"hi\" there", "b"}});
    row("nickname in quotes at the start", "\"Jack\" Johnson,Acme\nBob,Bolt\n",
        {{"\"Jack\" Johnson", "Acme"}, {"Bob", "Bolt"}});
    row("quote never closed", "a,\"b\nc,d\n", {{"a", "\"b"}, {"c", "d"}});
    row("quote never closed before quoted rows", "\"Jack,Acme\n\"Bob\",\"Bolt, Inc\"\n",
        {{"\"Jack", "Acme"}, {"Bob", "Bolt, Inc"}});
    row("every row opens and none closes", "\"a,1\n\"b,2\n\"c,3\n",
        {{"\"a", "1"}, {"\"b", "2"}, {"\"c", "3"}});
    row("long cells across eight-byte steps", "abcdefghijklmnop,q\nrstuvwxyzabcdefgh,i",
        {{"abcdefghijklmnop", "q"}, {"rstuvwxyzabcdefgh", "i"}});
    row("multi-byte text", "Zoë,王小明\n", {{"Zoë", "王小明"}});
    row("nothing", "", {});
}

void CsvReaderTest::rows()
{
    QFETCH(QByteArray, text);
    QTEST(read(text), "rows");
}

void CsvReaderTest::numbersRowsAndLines()
{
    const QByteArray text = "h\n\n\"a\nb\nc\",x\nd\n";
    CsvReader reader(viewOf(text), {});
    CsvRow row;
    QStringList numbers;
    while (reader.next(row)) {
        numbers << u"%1@%2"_s.arg(row.row).arg(row.line);
    }
    QCOMPARE(numbers, QStringList({u"1@1"_s, u"2@2"_s, u"3@3"_s, u"4@6"_s}));
}

void CsvReaderTest::oddities_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<RowOddity>("oddity");
    QTest::newRow("plain") << QByteArray("a,\"b\"\n") << RowOddity::none;
    QTest::newRow("quote never closed") << QByteArray("a,\"b\nc\n") << RowOddity::openQuote;
    QTest::newRow("cell of 200 lines")
            << '"' + QByteArray("x\n").repeated(200) + "\",b" << RowOddity::longQuote;
    QTest::newRow("cell of 20 lines") << '"' + QByteArray("x\n").repeated(20) + "\",b" << RowOddity::none;
}

void CsvReaderTest::oddities()
{
    QFETCH(QByteArray, text);
    CsvReader reader(viewOf(text), {});
    CsvRow row;
    QVERIFY(reader.next(row));
    QTEST(row.oddity, "oddity");
}

void CsvReaderTest::dialect_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("delimiter");
    QTest::addColumn<int>("start");
    const auto row = [](const char *what, const QByteArray &text, char delimiter, int start = 0) {
        QTest::newRow(what) << text << delimiter << start;
    };
    row("comma", "a,b\nc,d\n", ',');
    row("semicolon", "a;b\nc;d\n", ';');
    row("tab", "a\tb\nc\td\n", '\t');
    row("bar", "a|b\nc|d\n", '|');
    row("semicolon with decimal commas", "a;b;c\n1,5;2,5;x\n3,5;4;y\n", ';');
    row("commas in semicolon cells",
        "Name;Firma;Ort\nLee, Ann;Acme, Inc;Berlin, DE\nRoe, Bob;Bolt, Inc;Paris, FR\n", ';');
    row("semicolons in comma cells", "name,email,tags\nAnn,a@x.example,a;b;c\nBob,b@x.example,d;e;f\n", ',');
    row("commas in quotes", "\"a,b,c\";d\n\"e,f,g\";h\n", ';');
    row("notes above", "Notes:\n\"long, text, with, commas\"\n\na;b;c\n1;2;3\n4;5;6\n", ';');
    row("one column", "email\na@x.example\n", ',');
    row("sep line", "sep=;\na,b;c\n", ';', 6);
    row("sep line in quotes, CRLF", "\"sep=\t\"\r\na\tb\r\n", '\t', 9);
    row("an ordinary first line", "separator,b\nc,d\n", ',');
}

void CsvReaderTest::dialect()
{
    QFETCH(QByteArray, text);
    const CsvDialect found = exchange::detectDialect(viewOf(text));
    QTEST(found.delimiter, "delimiter");
    QTEST(static_cast<int>(found.start), "start");
}

void CsvReaderTest::longCellIsAnError_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << "a,b\nc," + QByteArray(2000, 'x') + "\n";
    QTest::newRow("quoted") << "a,b\nc,\"" + QByteArray(2000, 'x') + "\"\n";
    QTest::newRow("quoted and never closed") << "a,b\nc,\"" + QByteArray(2000, 'x');
}

void CsvReaderTest::longCellIsAnError()
{
    QFETCH(QByteArray, text);
    CsvReader reader(viewOf(text), {}, 1000);
    CsvRow row;
    QVERIFY(reader.next(row));
    QVERIFY(!reader.next(row));
    QVERIFY(reader.error());
    QCOMPARE(reader.error()->kind, ErrorKind::rejectedInput);
    QVERIFY2(reader.error()->text.startsWith(u"Row 2 (line 2), column 2 holds more than 1000 characters"_s),
             qPrintable(reader.error()->text));
    QVERIFY(!reader.next(row));
}

void CsvReaderTest::endlessLinesAnswerQuickly_data()
{
    QTest::addColumn<QByteArray>("piece");
    QTest::newRow("one cell") << QByteArray("abcdefgh");
    QTest::newRow("endless cells") << QByteArray("a,");
    QTest::newRow("opening quotes") << QByteArray("\"a,");
    QTest::newRow("quotes that never fit") << QByteArray("\"x\"\"y,");
    QTest::newRow("stray quotes that close late") << QByteArray("\"a\"b\",");
    QTest::newRow("only quotes") << QByteArray("\"");
    QTest::newRow("rows of opening quotes") << QByteArray("\"a\n");
}

void CsvReaderTest::endlessLinesAnswerQuickly()
{
    // Not a clock: reading in a time that grows faster than the file would hang here.
    QFETCH(QByteArray, piece);
    const QByteArray text = piece.repeated(4'000'000 / piece.size());
    CsvReader reader(viewOf(text), {});
    CsvRow row;
    size_t widest = 0;
    while (reader.next(row)) {
        widest = std::max(widest, row.cells.size());
    }
    QVERIFY(widest <= 20'000);
    QCOMPARE(reader.error().has_value(), !piece.endsWith('\n'));
}

void CsvReaderTest::agreesWithASimpleReader()
{
    QRandomGenerator random(7);
    const QByteArrayList pieces {"a", "Zoë", " ", "\"\"", ",", "\n", "\r\n", "long text of some words", ""};
    for (int file = 0; file < 300; ++file) {
        QByteArray text;
        for (quint32 line = 0; line < 1 + random.bounded(6U); ++line) {
            for (quint32 cell = 0; cell < 1 + random.bounded(4U); ++cell) {
                QByteArray value;
                for (quint32 n = random.bounded(5U); n > 0; --n) {
                    value += pieces[random.bounded(static_cast<int>(pieces.size()))];
                }
                const bool quote = value.contains('"') || value.contains(',') || value.contains('\n')
                        || random.bounded(3) == 0;
                text += (cell > 0 ? "," : "") + (quote ? '"' + value + '"' : value);
            }
            text += random.bounded(2) == 0 ? "\n" : "\r\n";
        }
        QCOMPARE(read(text), readSimply(text));
    }
}
