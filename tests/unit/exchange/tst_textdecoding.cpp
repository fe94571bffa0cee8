// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/textdecoding.h"
#include "tests.h"

#include <QStringEncoder>

using namespace Qt::StringLiterals;
using namespace crema;
using exchange::Encoding;

Q_DECLARE_METATYPE(crema::exchange::Encoding)

namespace {

QByteArray utf16(const QString &text, QStringConverter::Encoding encoding)
{
    QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
    return encoder(text);
}

} // namespace

void TextDecodingTest::decodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Encoding>("encoding");
    const QString umlauts = u"Name;Ort\nZoë Müller;Łódź\n王小明;東京\n"_s;
    QTest::newRow("UTF-8") << umlauts.toUtf8() << umlauts << Encoding::utf8;
    QTest::newRow("UTF-8 with mark") << "\xEF\xBB\xBF" + umlauts.toUtf8() << umlauts << Encoding::utf8;
    QTest::newRow("UTF-16LE with mark")
            << utf16(umlauts, QStringConverter::Utf16LE) << umlauts << Encoding::utf16LittleEndian;
    QTest::newRow("UTF-16BE with mark")
            << utf16(umlauts, QStringConverter::Utf16BE) << umlauts << Encoding::utf16BigEndian;
    const QString western = u"Name,Email\nZoë,zoe@x.example\n"_s;
    QTest::newRow("UTF-16LE without mark")
            << utf16(western, QStringConverter::Utf16LE).sliced(2) << western << Encoding::utf16LittleEndian;
    QTest::newRow("UTF-16BE without mark")
            << utf16(western, QStringConverter::Utf16BE).sliced(2) << western << Encoding::utf16BigEndian;
    QTest::newRow("Windows-1252") << QByteArray("M\xFCller \x80 \x93q\x94 caf\xE9") << u"Müller € “q” café"_s
                                  << Encoding::windows1252;
    QTest::newRow("Windows-1252 with two accents side by side")
            << QByteArray("M\xFCller;Stra\xDF\x65;\xC5\xE5;caf\xE9;na\xEFve;\xD6l;S\xF8ren;Jos\xE9\n")
            << u"Müller;Straße;Åå;café;naïve;Öl;Søren;José\n"_s << Encoding::windows1252;
    QTest::newRow("Mac Roman") << QByteArray("Name,Email\rRen\x8E Dupr\x8E,r@x.example\r")
                               << u"Name,Email\rRené Dupré,r@x.example\r"_s << Encoding::macRoman;
    QTest::newRow("a stray byte in UTF-8")
            << u"Zoë Łódź 王小明 "_s.toUtf8() + "caf\xE9" << u"Zoë Łódź 王小明 café"_s << Encoding::utf8;
}

void TextDecodingTest::decodes()
{
    QFETCH(QByteArray, bytes);
    const auto text = exchange::decodeText(bytes);
    VERIFY_OK(text);
    QTEST(QString::fromUtf8(text->utf8), "text");
    QTEST(text->encoding, "encoding");
}

void TextDecodingTest::rejects_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("saying");
    const auto zip = [](const char *member) { return QByteArray("PK\x03\x04\x14\0\0\0", 8) + member; };
    QTest::newRow("empty") << QByteArray() << u"is empty"_s;
    QTest::newRow("Windows-1251") << QByteArray(
            "\xC8\xEC\xFF;\xD4\xE0\xEC\xE8\xEB\xE8\xFF;Email\n\xC8\xE2\xE0\xED;\xCF\xE5\xF2\xF0\xEE\xE2;i@x."
            "example\n") << u"old encoding"_s;
    QTest::newRow("Shift-JIS") << QByteArray(
            "\x90\xA9,\x96\xBC\n\x8E\x52\x93\x63,\x91\xBE\x98\x59\n\x89\xEF\x8E\xD0\n")
                               << u"old encoding"_s;
    QTest::newRow("Excel workbook") << zip("[Content_Types].xml xl/workbook.xml") << u"save it as CSV"_s;
    QTest::newRow("OpenDocument table")
            << zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet") << u"save it as CSV"_s;
    QTest::newRow("LinkedIn's archive") << zip("Connections.csv") << u"import Connections.csv"_s;
    QTest::newRow("any archive") << zip("photo.jpg") << u"Connections.csv"_s;
    QTest::newRow("Word document") << zip("word/document.xml") << u"word-processor"_s;
    QTest::newRow("old Excel") << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1more") << u".xls"_s;
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n%more") << u"is a PDF"_s;
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n") << u"is a picture"_s;
    QTest::newRow("gzip") << QByteArray("\x1F\x8B\x08") << u"unpack"_s;
    QTest::newRow("database") << QByteArray("SQLite format 3\0more", 20) << u"database"_s;
    QTest::newRow("web page") << QByteArray("\n<!DOCTYPE html><html>") << u"web page"_s;
    QTest::newRow("zero bytes") << QByteArray("Name,Email\nAnn,\0\0\0x", 19) << u"binary data at byte 16"_s;
}

void TextDecodingTest::rejects()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, saying);
    const auto text = exchange::decodeText(bytes, u"people.csv"_s);
    QVERIFY(!text);
    QCOMPARE(text.error().kind, ErrorKind::rejectedInput);
    QVERIFY2(text.error().text.startsWith(u"people.csv "_s), qPrintable(text.error().text));
    QVERIFY2(text.error().text.contains(saying), qPrintable(text.error().text));
}

void TextDecodingTest::validUtf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("valid");
    QTest::newRow("ASCII") << QByteArray("plain text of more than eight bytes") << true;
    QTest::newRow("two, three and four bytes") << u"é 王 🚀"_s.toUtf8() << true;
    QTest::newRow("overlong slash") << QByteArray("\xC0\xAF") << false;
    QTest::newRow("overlong three bytes") << QByteArray("\xE0\x80\xAF") << false;
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << false;
    QTest::newRow("beyond Unicode") << QByteArray("\xF4\x90\x80\x80") << false;
    QTest::newRow("cut at the end") << QByteArray("abc\xE7\x8E") << false;
    QTest::newRow("lone continuation") << QByteArray("abc\x80") << false;
}

void TextDecodingTest::validUtf8()
{
    QFETCH(QByteArray, bytes);
    QTEST(exchange::isValidUtf8({bytes.constData(), static_cast<size_t>(bytes.size())}), "valid");
}
