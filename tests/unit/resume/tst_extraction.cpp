// SPDX-License-Identifier: GPL-3.0-or-later
#include "makedocx.h"
#include "resume/textextraction.h"
#include "support/support.h"
#include "tests.h"

#include <QBuffer>
#include <QImage>
#include <QStringEncoder>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::resume;
using crema::test::makeDocx;
using crema::test::makeZip;
using crema::test::wordPart;

namespace {

QByteArray paragraph(const QByteArray &text, const QByteArray &properties = {})
{
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t xml:space=\"preserve\">" + text
            + "</w:t></w:r></w:p>";
}

QByteArray cell(const QByteArray &paragraphs)
{
    return "<w:tc><w:tcPr><w:tcW w:w=\"100\"/></w:tcPr>" + paragraphs + "</w:tc>";
}

QByteArray utf16(const QString &text, bool marked)
{
    QStringEncoder encoder(QStringConverter::Utf16LE,
                           marked ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder(text);
}

QByteArray ole(const QString &stream)
{
    QByteArray bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    return bytes + QByteArray(504, '\0') + utf16(stream, false) + QByteArray(400, '\0');
}

QByteArray png()
{
    QBuffer buffer;
    QImage(8, 8, QImage::Format_RGB32).save(&buffer, "PNG");
    return buffer.data();
}

} // namespace

void ExtractionTest::otherFilesAreNamed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says"); // beside the file's name
    QTest::newRow("empty") << QByteArray() << u"empty"_s;
    QTest::newRow("an old Word document") << ole(u"WordDocument"_s) << u".doc"_s;
    QTest::newRow("an encrypted DOCX") << ole(u"EncryptedPackage"_s) << u"password"_s;
    QTest::newRow("RTF") << QByteArray("{\\rtf1\\ansi Jane Doe}") << u"Rich Text"_s;
    QTest::newRow("a picture") << png() << u"PNG image"_s;
    QTest::newRow("a JPEG") << QByteArray("\xFF\xD8\xFF\xE0"
                                          "JFIF")
                    + QByteArray(40, '\x01')
                            << u"JPEG"_s;
    QTest::newRow("a Windows program")
            << QByteArray("MZ\x90\0\x03\0\0\0", 8) + QByteArray(200, '\0') << u"Windows program"_s;
    QTest::newRow("a web page") << QByteArray("<!DOCTYPE html><html><body>Jane</body></html>")
                                << u"web page"_s;
    QTest::newRow("LaTeX") << QByteArray("\\documentclass{article}\\begin{document}Jane\\end{document}")
                           << u"LaTeX"_s;
    QTest::newRow("a zip of something") << makeZip({{u"a.txt"_s, "hello"}}) << u"without a Word document"_s;
    QTest::newRow("a workbook") << makeZip({{u"xl/workbook.xml"_s, "<a/>"}}) << u"Excel"_s;
    QTest::newRow("OpenDocument") << makeZip(
            {{u"mimetype"_s, "application/vnd.oasis.opendocument.text"}, {u"content.xml"_s, "<a/>"}})
                                  << u"OpenDocument"_s;
    QTest::newRow("noise") << QByteArray("\x01\x02\x03\x04\x05\x80\x81 binary \x00\x01", 18) << u"binary"_s;
    QTest::newRow("blanks only") << QByteArray("  \n\t\n") << u"no words"_s;
}

void ExtractionTest::otherFilesAreNamed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const auto text = extractText(bytes, u"my resume.pdf"_s);
    QVERIFY(!text);
    QCOMPARE(text.error().kind, ErrorKind::rejectedInput);
    QVERIFY2(text.error().text.contains(u"my resume.pdf"), qUtf8Printable(text.error().text));
    QVERIFY2(text.error().text.contains(says), qUtf8Printable(text.error().text));
}

void ExtractionTest::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const QString words = u"Zoë Łukasz\n王小明 – café"_s;
    QTest::newRow("UTF-8") << words.toUtf8() << words;
    QTest::newRow("UTF-8 with a mark") << QByteArray("\xEF\xBB\xBF") + words.toUtf8() << words;
    QTest::newRow("UTF-16 with a mark") << utf16(words, true) << words;
    QTest::newRow("UTF-16 without") << utf16(u"Jane Doe\nAnalyst at Example"_s, false)
                                    << u"Jane Doe\nAnalyst at Example"_s;
    QTest::newRow("Windows-1252") << QByteArray("Zo\xEB \x96 caf\xE9 \x80 5") << u"Zoë – café € 5"_s;
    QTest::newRow("line ends of all kinds") << QByteArray("a\r\nb\rc\nd\f") << u"a\nb\nc\nd"_s;
    QTest::newRow("accents apart") << u"Zoe\u0308"_s.toUtf8() << u"Zoë"_s;
    QTest::newRow("a text that begins like a program")
            << QByteArray("MZ Smith, analyst") << u"MZ Smith, analyst"_s;
    QTest::newRow("empty lines in front stay") << QByteArray("\n\nJane") << u"\n\nJane"_s;
}

void ExtractionTest::encodings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    const auto found = extractText(bytes, u"resume.txt"_s);
    VERIFY_OK(found);
    QCOMPARE(found->text, text);
    QCOMPARE(found->mediaType, u"text/plain"_s);
}

void ExtractionTest::tooLarge()
{
    const auto text = extractText(QByteArray(20'000'001, 'a'), u"big.txt"_s);
    QVERIFY(!text);
    QVERIFY(text.error().text.contains(u"20 MB"));
}

void ExtractionTest::docxKeepsItsLines()
{
    const QByteArray list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
    const QByteArray body = paragraph("Zoë Example", "<w:pStyle w:val=\"Title\"/>") + paragraph("")
            + "<w:p><w:r><w:t>Acme</w:t></w:r><w:r><w:tab/><w:t>2020</w:t><w:br/><w:t>Boston</w:t></w:r></"
              "w:p>"
            + paragraph("Led &amp; built", list) + paragraph("By style", "<w:pStyle w:val=\"Bulleted\"/>")
            + "<w:p><w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/></w:r></w:p>";
    const QByteArray styles = wordPart(
            "w:styles",
            "<w:style w:styleId=\"Title\"><w:name w:val=\"Title\"/></w:style>"
            "<w:style w:styleId=\"List\"><w:name w:val=\"List\"/><w:pPr><w:numPr><w:numId "
            "w:val=\"2\"/></w:numPr></w:pPr></w:style>"
            "<w:style w:styleId=\"Bulleted\"><w:name w:val=\"x\"/><w:basedOn w:val=\"List\"/></w:style>");
    const auto text = extractText(makeDocx(body, {{u"word/styles.xml"_s, styles}}), u"a.docx"_s);
    VERIFY_OK(text);
    QCOMPARE(text->text, u"Zoë Example\n\nAcme\t2020\nBoston\n• Led & built\n• By style\nco-op"_s);
    QCOMPARE(text->titleLine, 1);
    QVERIFY(text->mediaType.contains(u"wordprocessingml"));
}

void ExtractionTest::docxReadsTextBoxesOnce()
{
    const QByteArray box = paragraph("In the box");
    const QByteArray body =
            "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>"
            + box
            + "</w:txbxContent></wps:txbx></w:drawing></"
              "mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
            + box
            + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></"
              "w:r><w:r><w:t>Around</w:t></w:r></w:p>"
            + "<w:p><w:r><w:pict><v:textbox><w:txbxContent>" + paragraph("Old box")
            + "</w:txbxContent></v:textbox></w:pict></w:r></w:p>";
    const auto text = extractText(makeDocx(body), u"a.docx"_s);
    VERIFY_OK(text);
    QCOMPARE(text->text, u"Around\nIn the box\nOld box"_s);
}

void ExtractionTest::docxLeavesOutWhatDoesNotShow()
{
    const QByteArray body = "<w:p><w:r><w:t>Kept</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</"
                            "w:t></w:r><w:r><w:rPr>"
                            "<w:vanish w:val=\"0\"/></w:rPr><w:t>, "
                            "shown</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
                            "<w:ins><w:r><w:t> and new</w:t></w:r></w:ins><w:r><w:instrText>HYPERLINK "
                            "x</w:instrText></w:r></w:p>"
                            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            + paragraph("Click here to enter text") + "</w:sdtContent></w:sdt><w:sdt><w:sdtPr/><w:sdtContent>"
            + paragraph("Filled in") + "</w:sdtContent></w:sdt>";
    const auto text = extractText(makeDocx(body), u"a.docx"_s);
    VERIFY_OK(text);
    QCOMPARE(text->text, u"Kept, shown and new\nFilled in"_s);
}

void ExtractionTest::docxTables()
{
    const QByteArray data = "<w:tbl><w:tr>" + cell(paragraph("2019"))
            + cell(paragraph("Acme") + paragraph("Analyst")) + "</w:tr></w:tbl>";
    const QByteArray sideBar = "<w:tbl><w:tr>" + cell(paragraph("Skills") + paragraph("Java"))
            + cell(paragraph("Experience") + paragraph("Acme") + paragraph("Analyst")) + "</w:tr></w:tbl>";
    const auto rows = extractText(makeDocx(data), u"a.docx"_s);
    VERIFY_OK(rows);
    QCOMPARE(rows->text, u"2019\tAcme\nAnalyst"_s);
    const auto columns = extractText(makeDocx(sideBar), u"a.docx"_s);
    VERIFY_OK(columns);
    QCOMPARE(columns->text, u"Skills\nJava\n\nExperience\nAcme\nAnalyst"_s);
}

void ExtractionTest::docxHeadersAndLinks()
{
    const QByteArray body =
            "<w:p><w:hyperlink r:id=\"rId9\"><w:r><w:t>LinkedIn</w:t></w:r></w:hyperlink></w:p>"
            "<w:sectPr><w:headerReference w:type=\"first\" r:id=\"rId1\"/><w:headerReference "
            "w:type=\"default\" "
            "r:id=\"rId2\"/><w:footerReference w:type=\"default\" r:id=\"rId3\"/></w:sectPr>";
    const QByteArray type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const QByteArray relations =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            "<Relationship Id=\"rId1\" Type=\""
            + type
            + "header\" Target=\"header1.xml\"/>"
              "<Relationship Id=\"rId2\" Type=\""
            + type
            + "header\" Target=\"header2.xml\"/>"
              "<Relationship Id=\"rId3\" Type=\""
            + type
            + "footer\" Target=\"footer1.xml\"/>"
              "<Relationship Id=\"rId9\" Type=\""
            + type
            + "hyperlink\" Target=\"https://www.linkedin.com/in/jane\" "
              "TargetMode=\"External\"/></Relationships>";
    const auto text = extractText(
            makeDocx(body,
                     {{u"word/_rels/document.xml.rels"_s, relations},
                      {u"word/header1.xml"_s, wordPart("w:hdr", paragraph("Jane Doe"))},
                      {u"word/header2.xml"_s, wordPart("w:hdr", paragraph("Jane Doe"))},
                      {u"word/footer1.xml"_s, wordPart("w:ftr", paragraph("jane@example.com"))}}),
            u"a.docx"_s);
    VERIFY_OK(text);
    QCOMPARE(text->text, u"Jane Doe\nLinkedIn\njane@example.com"_s);
    QCOMPARE(text->links, (QVector<TextLink> {{u"https://www.linkedin.com/in/jane"_s, 2}}));
}

void ExtractionTest::brokenDocx_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const QByteArray good = makeDocx(paragraph("Jane Doe"));
    QTest::newRow("cut in half") << good.first(good.size() / 2) << u"damaged"_s;
    QTest::newRow("document breaks off") << makeDocx("<w:p><w:r><w:t>Jane") << u"breaks off"_s;
    QTest::newRow("no text") << makeDocx("<w:p/>") << u"no text"_s;
    QTest::newRow("a bomb") << makeDocx(paragraph("Jane"),
                                        {{u"word/media/x.bin"_s, QByteArray(60'000'000, 'x')}})
                            << u"50 MB"_s;
    QByteArray deep;
    for (int i = 0; i < 5000; ++i) {
        deep += "<w:sdt><w:sdtContent>";
    }
    QTest::newRow("endless nesting") << makeDocx(deep) << u"damaged"_s;
}

void ExtractionTest::brokenDocx()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const auto text = extractText(bytes, u"a.docx"_s);
    QVERIFY(!text);
    QVERIFY2(text.error().text.contains(says), qUtf8Printable(text.error().text));
}
