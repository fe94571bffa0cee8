// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/textdecoding.h"
#include "tests.h"

#include <QStringEncoder>

using namespace Qt::StringLiterals;
using namespace crema;

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
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<bool>("certain");
    const QString umlauts = u"Name;Ort\nZoë Müller;Łódź\n王小明;東京\n"_s;
    QTest::newRow("UTF-8") << umlauts.toUtf8() << umlauts << u"UTF-8"_s << true;
    QTest::newRow("UTF-8 with mark") << "\xEF\xBB\xBF" + umlauts.toUtf8() << umlauts << u"UTF-8"_s << true;
    QTest::newRow("UTF-16LE with mark")
            << utf16(umlauts, QStringConverter::Utf16LE) << umlauts << u"UTF-16"_s << true;
    QTest::newRow("UTF-16BE with mark")
            << utf16(umlauts, QStringConverter::Utf16BE) << umlauts << u"UTF-16"_s << true;
    const QString western = u"Name,Email\nZoë,zoe@x.example\n"_s;
    QTest::newRow("UTF-16LE without mark")
            << utf16(western, QStringConverter::Utf16LE).sliced(2) << western << u"UTF-16"_s << true;
    QTest::newRow("UTF-16BE without mark")
            << utf16(western, QStringConverter::Utf16BE).sliced(2) << western << u"UTF-16"_s << true;
    QTest::newRow("Windows-1252") << QByteArray("M\xFCller \x80 \x93q\x94 caf\xE9") << u"Müller € “q” café"_s
                                  << u"Windows-1252"_s << false;
    QTest::newRow("Windows-1252 with two accents side by side")
            << QByteArray("M\xFCller;Stra\xDF\x65;\xC5\xE5;caf\xE9;na\xEFve;\xD6l;S\xF8ren;Jos\xE9\n")
            << u"Müller;Straße;Åå;café;naïve;Öl;Søren;José\n"_s << u"Windows-1252"_s << false;
    QTest::newRow("Mac Roman") << QByteArray("Name,Email\rRen\x8E Dupr\x8E,r@x.example\r")
                               << u"Name,Email\rRené Dupré,r@x.example\r"_s << u"Mac Roman"_s << false;
    const auto in = [](const char *encoding, const QString &text) {
        QStringEncoder encoder(encoding);
        return QByteArray(encoder(text));
    };
    const QString polish = u"Łukasz Wiśniewski,Kraków\nMałgorzata Wójcik,Łódź\nZażółć Gęślą,Wałbrzych\n"_s;
    QTest::newRow("Polish Windows") << in("windows-1250", polish) << polish << u"Windows-1250"_s << false;
    QTest::newRow("Polish, ISO") << in("iso-8859-2", polish) << polish << u"ISO-8859-2"_s << false;
    const QString french = u"François Lefèvre,Besançon,2³ m²\nHélène Cœur,Orléans,¿Qué?\n"_s;
    QTest::newRow("French") << in("windows-1252", french) << french << u"Windows-1252"_s << false;
    const QString spanish = u"José,Muñoz,“¿Qué tal?” y “¿Cuándo?”\nJosé,Peña,«¿Vienes?»\n"_s;
    QTest::newRow("Spanish") << in("windows-1252", spanish) << spanish << u"Windows-1252"_s << false;
    QString kana;
    for (int i = 0; i < 20; ++i) {
        kana += u"Row,タロウ,ヤマダ,ハナコ,スズキ\n"_s;
    }
    QTest::newRow("katakana among English") << in("shift_jis", kana) << kana << u"Shift_JIS"_s << false;
    const QString mail = u"山田,太郎\n"_s;
    QTest::newRow("ISO-2022-JP") << in("iso-2022-jp", mail) << mail << u"ISO-2022-JP"_s << true;
    const QString japanese =
            u"山田太郎,東京都\n佐藤花子,大阪市\n鈴木一郎,株式会社トヨタ\n高橋さくら,名古屋\n"_s;
    QTest::newRow("Shift-JIS") << in("shift_jis", japanese) << japanese << u"Shift_JIS"_s << false;
    QTest::newRow("EUC-JP") << in("euc-jp", japanese) << japanese << u"EUC-JP"_s << false;
    const QString chinese = u"王小明,北京市\n李娜,上海\n张伟,广州华为技术有限公司\n刘洋,深圳\n"_s;
    QTest::newRow("GB18030") << in("gb18030", chinese) << chinese << u"GB18030"_s << false;
    const QString taiwanese =
            u"志明,陳,台北\n淑芬,林,高雄\n雅婷,黃,新竹\n俊傑,張,台中\n怡君,李,台北\n家豪,王,高雄\n"_s;
    QTest::newRow("Big5") << in("big5", taiwanese.repeated(4)) << taiwanese.repeated(4) << u"Big5"_s << false;
    const QString korean = u"김철수,서울\n이영희,부산\n박민수,삼성전자 주식회사\n최지우,대구\n"_s;
    QTest::newRow("EUC-KR") << in("euc-kr", korean) << korean << u"EUC-KR"_s << false;
    QTest::newRow("a stray byte in UTF-8")
            << u"Zoë Łódź 王小明 "_s.toUtf8() + "caf\xE9" << u"Zoë Łódź 王小明 café"_s << u"UTF-8"_s << false;
}

void TextDecodingTest::decodes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, certain);
    const auto text = exchange::decodeText(bytes);
    VERIFY_OK(text);
    QTEST(QString::fromUtf8(text->utf8), "text");
    QTEST(text->encoding, "encoding");
    QCOMPARE(text->doubt == exchange::Doubt::none, certain);
}

/// What the user says counts, also for what could be something else.
void TextDecodingTest::decodesAsAsked()
{
    const QByteArray bytes("Nov\xE1k,Ji\xF8\xED\n");
    const auto czech = exchange::decodeText(bytes, {}, {u"Windows-1250"_s});
    VERIFY_OK(czech);
    QCOMPARE(QString::fromUtf8(czech->utf8), u"Novák,Jiří\n"_s);
    QCOMPARE(czech->doubt, exchange::Doubt::none);
    const QByteArray russian("\xC8\xE2\xE0\xED;\xCF\xE5\xF2\xF0\xEE\xE2;\xCC\xEE\xF1\xEA\xE2\xE0\n");
    const auto shown = exchange::decodeText(russian, {}, {{}, true});
    VERIFY_OK(shown);
    QCOMPARE(shown->doubt, exchange::Doubt::guessed);
    QCOMPARE(shown->encoding, u"Windows-1251"_s);
    const auto named = exchange::decodeText(russian, {}, {u"windows-1251"_s});
    VERIFY_OK(named);
    QCOMPARE(QString::fromUtf8(named->utf8), u"Иван;Петров;Москва\n"_s);
    const QByteArray utf8("Jos\xC3\xA9\n");
    const auto both = exchange::decodeText(utf8, {}, {u"Windows-1252"_s});
    VERIFY_OK(both);
    QCOMPARE(both->doubt, exchange::Doubt::alsoUtf8);
    const QByteArray big = utf16(u"Имя\nИван\n"_s, QStringConverter::Utf16BE).sliced(2);
    const auto wide = exchange::decodeText(
            big + utf16(u"Name,Email,Phone,Company\n"_s, QStringConverter::Utf16BE).sliced(2), {},
            {u"UTF-16"_s});
    VERIFY_OK(wide);
    QVERIFY2(wide->utf8.startsWith("Имя"), wide->utf8.constData());
    const QByteArray marked = "\xEF\xBB\xBF" + utf8;
    for (const auto &[file, wrong] : {std::pair(bytes, u"UTF-8"_s),
                                      {bytes, u"Klingon"_s},
                                      {marked, u"Klingon"_s},
                                      {utf8, u"UTF-16"_s},
                                      {QByteArray("J\x81rgen\n"), u"Windows-1252"_s}}) {
        const auto text = exchange::decodeText(file, u"people.csv"_s, {wrong});
        QVERIFY2(!text, qPrintable(wrong));
        QVERIFY2(text.error().text.contains(wrong), qPrintable(text.error().text));
    }
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
    QTest::newRow("Cyrillic names that make Chinese signs") << QByteArray(
            "Name;Mail\n\xC8\xE2\xE0\xED \xCF\xE5\xF2\xF0\xEE\xE2;i@x.example\n\xC0\xED\xED\xE0 "
            "\xD1\xE8\xE4\xEE\xF0\xEE\xE2\xE0;a@x.example\n")
                                                            << u"old encoding"_s;
    QTest::newRow("DOS") << QByteArray("Name\nJ\x81rgen M\x81ller\nBj\x94rn\n") << u"old encoding"_s;
    QTest::newRow("Excel workbook") << zip("[Content_Types].xml xl/workbook.xml")
                                    << u"damaged or was cut off"_s;
    QTest::newRow("OpenDocument table")
            << zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet") << u"damaged or was cut off"_s;
    QTest::newRow("any archive") << zip("photo.jpg") << u"unpack it"_s;
    QTest::newRow("Word document") << zip("word/document.xml") << u"word-processor"_s;
    QTest::newRow("old Excel") << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1more") << u".xls"_s;
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n%more") << u"is a PDF"_s;
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n") << u"is a picture"_s;
    QTest::newRow("gzip") << QByteArray("\x1F\x8B\x08") << u"unpack"_s;
    QTest::newRow("database") << QByteArray("SQLite format 3\0more", 20) << u"database"_s;
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
