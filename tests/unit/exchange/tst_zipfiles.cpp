// SPDX-License-Identifier: GPL-3.0-or-later
#include "filekindtests.h"
#include "words.h"

#include <QBuffer>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <random>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::exchange;

namespace {

using Files = QList<std::pair<QString, QByteArray>>;

const QByteArray connections =
        "Notes:\n\"When exporting\"\n\n"
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Ann,Lee,https://www.linkedin.com/in/ann-lee,a@x.example,Acme,Analyst,05 Jan 2024\n";
const QByteArray table = "Name,Email\nBo Roe,b@x.example\n";
const QByteArray card = "BEGIN:VCARD\nVERSION:3.0\nFN:Cy Poe\nEMAIL:c@x.example\nEND:VCARD\n";

QByteArray zipOf(const Files &files, const char *password = nullptr, int method = Z_DEFLATED)
{
    QBuffer buffer;
    QuaZip zip(&buffer);
    if (!zip.open(QuaZip::mdCreate)) {
        qFatal("no ZIP");
    }
    for (const auto &[name, bytes] : files) {
        QuaZipFile file(&zip);
        if (!file.open(QIODevice::WriteOnly, QuaZipNewInfo(name), password, 0, method)) {
            qFatal("no member");
        }
        file.write(bytes);
        file.close();
    }
    zip.close();
    return buffer.data();
}

ReadOptions named()
{
    ReadOptions options;
    options.fileName = u"export.zip"_s;
    return options;
}

QString errorOf(const QByteArray &bytes, const ReadOptions &options = named())
{
    const auto read = readPeople(bytes, options);
    const auto shown = preview(bytes, options);
    return read || shown || read.error().text != shown.error().text ? u"was read"_s : read.error().text;
}

} // namespace

void ZipFilesTest::people_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *what, const Files &files, const QString &expected, const QString &told) {
        QTest::newRow(what) << files << expected << told;
    };
    const QString ann = u"5: Ann Lee <a@x.example> [https://www.linkedin.com/in/ann-lee] Analyst @ Acme"_s;
    row("LinkedIn", {{u"Profile.csv"_s, "First Name\nMe\n"}, {u"Connections.csv"_s, connections}}, ann,
        u"1: of this ZIP \"Connections.csv\" was read, and not: Profile.csv"_s);
    row("in a folder, in capitals",
        {{u"Contacts.csv"_s, table}, {u"Basic_LinkedInDataExport/CONNECTIONS.CSV"_s, connections}}, ann,
        u"1: of this ZIP \"Basic_LinkedInDataExport/CONNECTIONS.CSV\" was read, and not: Contacts.csv"_s);
    row("the only one", {{u"people.csv"_s, table}}, u"2: Bo Roe <b@x.example>"_s,
        u"1: of this ZIP \"people.csv\" was read"_s);
    row("with a text about it", {{u"README.txt"_s, "Dear all,"}, {u"people.csv"_s, table}},
        u"2: Bo Roe <b@x.example>"_s, u"1: of this ZIP \"people.csv\" was read, and not: README.txt"_s);
    row("packed on a Mac",
        {{u"people/"_s, {}},
         {u"people/people.csv"_s, table},
         {u"__MACOSX/people/._people.csv"_s, "\0\5\x16\7"}},
        u"2: Bo Roe <b@x.example>"_s, u"1: of this ZIP \"people/people.csv\" was read"_s);
    row("a text", {{u"people.txt"_s, table}, {u"photo.jpg"_s, "\xFF\xD8\xFF"}}, u"2: Bo Roe <b@x.example>"_s,
        u"1: of this ZIP \"people.txt\" was read"_s);
    row("Takeout in German",
        {{u"Takeout/Kontakte/Alle Kontakte/Alle Kontakte.vcf"_s, card},
         {u"Takeout/Kontakte/Meine Kontakte/Meine Kontakte.vcf"_s, card},
         {u"Takeout/archive_browser.html"_s, "<html></html>"}},
        u"1: Cy Poe <c@x.example>"_s,
        u"1: of this ZIP \"Takeout/Kontakte/Alle Kontakte/Alle Kontakte.vcf\" was read, and not: "
        "Takeout/Kontakte/Meine Kontakte/Meine Kontakte.vcf, Takeout/archive_browser.html"_s);
    row("letters of a name", {{u"Kollegen/Köln – 友.csv"_s, table}}, u"2: Bo Roe <b@x.example>"_s,
        u"1: of this ZIP \"Kollegen/Köln – 友.csv\" was read"_s);
    row("a name that leads away", {{u"../../etc/people.csv"_s, table}}, u"2: Bo Roe <b@x.example>"_s,
        u"1: of this ZIP \"../../etc/people.csv\" was read"_s);
}

void ZipFilesTest::people()
{
    QFETCH(Files, files);
    QFETCH(QString, expected);
    QFETCH(QString, told);
    for (const int method : {Z_DEFLATED, 0}) {
        const QByteArray bytes = zipOf(files, nullptr, method);
        const ReadPeople read = peopleOf(bytes, named());
        QCOMPARE(inWords(read).join(u" + "_s), expected);
        QCOMPARE(inWords(read.warnings).value(0), told);
        const auto shown = preview(bytes, named());
        QVERIFY(shown);
        QCOMPARE(shown->format, read.format);
    }
}

void ZipFilesTest::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *what, const QByteArray &bytes, const QString &expected) {
        QTest::newRow(what) << bytes << expected;
    };
    row("nothing inside", zipOf({}), u"export.zip: this ZIP is empty."_s);
    row("only a folder", zipOf({{u"people/"_s, {}}}), u"export.zip: this ZIP is empty."_s);
    row("pictures", zipOf({{u"a.jpg"_s, "x"}, {u"b.png"_s, "x"}}),
        u"export.zip: this ZIP holds no list of contacts (it holds: a.jpg, b.png). Nothing was imported."_s);
    row("two lists", zipOf({{u"a.csv"_s, table}, {u"b.vcf"_s, card}}),
        u"export.zip: this ZIP holds several files that may list contacts (a.csv, b.vcf); unpack it and "
        u"import "
        "the right one"_s);
    row("two of one name", zipOf({{u"a/Connections.csv"_s, table}, {u"b/Connections.csv"_s, table}}),
        u"export.zip: this ZIP holds several files that may list contacts (a/Connections.csv, "
        "b/Connections.csv); unpack it and import the right one"_s);
    Files many;
    for (int i = 0; i < 14; ++i) {
        many << std::pair(u"%1.csv"_s.arg(i), table);
    }
    row("many lists", zipOf(many),
        u"export.zip: this ZIP holds several files that may list contacts (0.csv, 1.csv, 2.csv, 3.csv, "
        u"4.csv, "
        "5.csv, 6.csv, 7.csv, 8.csv, 9.csv and 4 more); unpack it and import the right one"_s);
    row("locked", zipOf({{u"people.csv"_s, table}}, "secret"),
        u"export.zip: \"people.csv\" in this ZIP is locked with a password; unpack it and import the file "
        "inside"_s);
    row("a ZIP in a ZIP", zipOf({{u"inner.zip"_s, zipOf({{u"people.csv"_s, table}})}}),
        u"export.zip: this ZIP holds another one (it holds: inner.zip); unpack it and import what is inside"_s);
    row("the same by another name", zipOf({{u"people.csv"_s, zipOf({{u"people.csv"_s, table}})}}),
        u"export.zip: \"people.csv\" in this ZIP is a ZIP itself; unpack it and import the file inside"_s);
    row("one that calls itself a workbook",
        zipOf({{u"people.csv"_s,
                zipOf({{u"x"_s, "[Content_Types].xml"}, {u"people.csv"_s, table}}, nullptr, 0)}}),
        u"export.zip: \"people.csv\" in this ZIP is a ZIP itself; unpack it and import the file inside"_s);
    row("a backup", zipOf({{u"manifest.json"_s, "{}"}, {u"crema.db"_s, "SQLite format 3"}}),
        u"export.zip: this is a backup of Crema, not a list of contacts; it is restored in Settings, Backup "
        u"(on "
        "the command line: crema-cli restore)"_s);
    row("a member that is none", zipOf({{u"people.csv"_s, "%PDF-1.7"}}),
        u"export.zip/people.csv is a PDF, not a table of contacts; export the contacts as CSV or vCard."_s);
    row("another list of LinkedIn's", zipOf({{u"Skills.csv"_s, "Name\nExcel\nSales\n"}}),
        u"export.zip/Skills.csv: These are the Skills of LinkedIn's archive, not people; Connections.csv of "
        u"the "
        "archive has your contacts. Nothing was imported. If it is a list of people, give the file another "
        "name "
        "and import it again."_s);
    row("an empty member", zipOf({{u"people.csv"_s, {}}}), u"export.zip/people.csv is empty."_s);
}

void ZipFilesTest::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    QCOMPARE(errorOf(bytes), expected);
}

void ZipFilesTest::vcardsBeforeTheirTable()
{
    const ReadPeople read = peopleOf(zipOf({{u"Takeout/Contacts/All Contacts/All Contacts.csv"_s, table},
                                            {u"Takeout/Contacts/All Contacts/All Contacts.vcf"_s, card}}));
    QCOMPARE(inWords(read), QStringList {u"1: Cy Poe <c@x.example>"_s});
    QCOMPARE(inWords(read.warnings),
             QStringList {u"1: of this ZIP \"Takeout/Contacts/All Contacts/All Contacts.vcf\" was read"_s});
}

void ZipFilesTest::bombs()
{
    ReadOptions options = named();
    options.limits.importBytes = 3'000'000;
    QByteArray bytes = zipOf({{u"people.csv"_s, QByteArray(20'000'000, 'x')}});
    const QString tooLarge =
            u"export.zip: \"people.csv\" in this ZIP is too large: at most 3 MB can be read"_s;
    QCOMPARE(errorOf(bytes, options), tooLarge);
    // One that says that it is small, in both places.
    const QByteArray size = QByteArray::fromHex("002d3101");
    QVERIFY(bytes.count(size) >= 2);
    bytes.replace(size, QByteArray::fromHex("10000000"));
    QVERIFY2(errorOf(bytes, options).contains(u"damaged"_s), qPrintable(errorOf(bytes, options)));
    // As much as may be read is.
    options.limits.importBytes = table.size();
    QCOMPARE(peopleOf(zipOf({{u"people.csv"_s, table}}), options).people.size(), size_t {1});
}

void ZipFilesTest::damaged()
{
    const QByteArray bytes = zipOf(
            {{u"people.csv"_s, table + QByteArray("Ann Lee,a@x.example\n").repeated(99)}});
    for (qsizetype length = 4; length < bytes.size(); ++length) {
        const auto read = readPeople(bytes.first(length), named()); // the end alone says nothing
        QVERIFY2(read ? read->people.size() == 100 : read.error().text.startsWith("export.zip"_L1),
                 qPrintable(QString::number(length)));
    }
    std::mt19937 random(7);
    for (int i = 0; i < 500; ++i) { // neither crashes nor takes long
        QByteArray other = bytes;
        for (int change = 0; change < 3; ++change) {
            const auto at = static_cast<qsizetype>(random() % static_cast<quint32>(other.size()));
            other[at] = static_cast<char>(random());
        }
        (void)readPeople(other, named());
    }
    QByteArray other = bytes;
    other[60] = static_cast<char>(other[60] ^ 1); // of the packed bytes
    QVERIFY2(errorOf(other).contains(u"damaged"_s), qPrintable(errorOf(other)));
}

void ZipFilesTest::stops()
{
    std::stop_source stop;
    stop.request_stop();
    ReadOptions options = named();
    options.stop = stop.get_token();
    const auto read = readPeople(zipOf({{u"people.csv"_s, table}}), options);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::cancelled);
    qint64 reported = 0;
    options = named();
    options.progress = [&](qint64, qint64 total) { reported = total; };
    QVERIFY(readPeople(zipOf({{u"people.csv"_s, table}}), options));
    QCOMPARE(reported, table.size());
}

void ZipFilesTest::noDocuments()
{
    for (const QString &part : {u"[Content_Types].xml"_s, u"mimetype"_s, u"Index/Document.iwa"_s}) {
        const QString error = errorOf(zipOf({{part, "x"}, {u"people.csv"_s, table}}));
        QVERIFY2(!error.contains(u"was read"_s) && !error.contains(u"this ZIP"_s), qPrintable(error));
    }
}
