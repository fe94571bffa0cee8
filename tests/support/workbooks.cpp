// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/workbooks.h"

#include <QBuffer>
#include <QStringList>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

using namespace Qt::StringLiterals;

namespace {

const QByteArray head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const QByteArray mainSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const QByteArray documentSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const QByteArray packageSpace = "http://schemas.openxmlformats.org/package/2006/relationships";
const QByteArray workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

QByteArray relation(const QByteArray &id, const QByteArray &type, const QByteArray &target)
{
    return "<Relationship Id=\"" + id + "\" Type=\"" + documentSpace + '/' + type + "\" Target=\"" + target
            + "\"/>";
}

QByteArray relations(const QByteArray &all)
{
    return head + "<Relationships xmlns=\"" + packageSpace + "\">" + all + "</Relationships>";
}

QByteArray sheetPart(const TestSheet &sheet)
{
    return head + "<worksheet xmlns=\"" + mainSpace + "\" xmlns:r=\"" + documentSpace + "\"><sheetData>"
            + sheet.body + "</sheetData>" + sheet.behind + "</worksheet>";
}

QByteArray escaped(const QString &text)
{
    return text.toHtmlEscaped().toUtf8();
}

QByteArray odsSpaces()
{
    return "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
           " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
           " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
           " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
           " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
           " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
           " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
           " xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\"";
}

QByteArray odsBody(const QList<TestSheet> &sheets)
{
    QByteArray body = "<office:automatic-styles><style:style style:name=\"ta1\" style:family=\"table\">"
                      "<style:table-properties table:display=\"true\"/></style:style><style:style "
                      "style:name=\"hid\" style:family=\"table\"><style:table-properties "
                      "table:display=\"false\"/></style:style></office:automatic-styles>"
                      "<office:body><office:spreadsheet>";
    for (const TestSheet &sheet : sheets) {
        body += "<table:table table:name=\"" + escaped(sheet.name) + "\" " + sheet.state
                + "><table:table-column table:number-columns-repeated=\"16384\"/>" + sheet.body
                + "</table:table>";
    }
    return body + "</office:spreadsheet></office:body>";
}

} // namespace

QByteArray zipOf(const WorkbookParts &parts)
{
    QBuffer buffer;
    QuaZip zip(&buffer);
    if (!zip.open(QuaZip::mdCreate)) {
        return {};
    }
    for (const auto &[name, bytes] : parts) {
        QuaZipFile file(&zip);
        if (file.open(QIODevice::WriteOnly, QuaZipNewInfo(name))) {
            file.write(bytes);
            file.close();
        }
    }
    zip.close();
    return buffer.data();
}

QByteArray xlsx(const QList<TestSheet> &sheets, const QByteArray &strings, const QByteArray &styles,
                const QMap<QString, QByteArray> &more)
{
    QByteArray list;
    QByteArray targets = relation("rS", "sharedStrings", "sharedStrings.xml")
            + relation("rF", "styles", "styles.xml");
    WorkbookParts parts {
            {u"[Content_Types].xml"_s,
             head
                     + "<Types "
                       "xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override "
                       "PartName=\"/xl/workbook.xml\" ContentType=\""
                     + workbookType + "\"/></Types>"},
            {u"_rels/.rels"_s, relations(relation("rId1", "officeDocument", "xl/workbook.xml"))},
    };
    for (qsizetype i = 0; i < sheets.size(); ++i) {
        const QByteArray number = QByteArray::number(i + 1);
        const QString name = QString::fromLatin1("sheet" + number + ".xml");
        list += "<sheet name=\"" + escaped(sheets[i].name) + "\" sheetId=\"" + number + "\" r:id=\"rId"
                + number + "\" " + sheets[i].state + "/>";
        targets += relation("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml");
        parts << std::pair("xl/worksheets/"_L1 + name, sheetPart(sheets[i]));
        if (!sheets[i].relations.isEmpty()) {
            parts << std::pair("xl/worksheets/_rels/"_L1 + name + ".rels"_L1, relations(sheets[i].relations));
        }
    }
    parts << std::pair(u"xl/_rels/workbook.xml.rels"_s, relations(targets));
    parts << std::pair(u"xl/workbook.xml"_s,
                       head + "<workbook xmlns=\"" + mainSpace + "\" xmlns:r=\"" + documentSpace
                               + "\"><workbookPr/><sheets>" + list + "</sheets></workbook>");
    parts << std::pair(u"xl/sharedStrings.xml"_s,
                       head + "<sst xmlns=\"" + mainSpace + "\">" + strings + "</sst>");
    parts << std::pair(u"xl/styles.xml"_s,
                       head + "<styleSheet xmlns=\"" + mainSpace + "\">" + styles + "</styleSheet>");
    for (auto part = more.cbegin(); part != more.cend(); ++part) {
        parts.removeIf([&part](const auto &known) { return known.first == part.key(); });
        if (!part.value().isEmpty()) {
            parts << std::pair(part.key(), part.value());
        }
    }
    return zipOf(parts);
}

QByteArray xlsx(const QByteArray &rows, const QByteArray &strings, const QByteArray &styles,
                const QMap<QString, QByteArray> &more)
{
    return xlsx({{u"People"_s, rows, {}}}, strings, styles, more);
}

QByteArray odsContent(const QList<TestSheet> &sheets)
{
    return head + "<office:document-content " + odsSpaces() + " office:version=\"1.3\">" + odsBody(sheets)
            + "</office:document-content>";
}

QByteArray ods(const QList<TestSheet> &sheets)
{
    return zipOf({{u"mimetype"_s, "application/vnd.oasis.opendocument.spreadsheet"},
                  {u"content.xml"_s, odsContent(sheets)}});
}

QByteArray ods(const QByteArray &rows)
{
    return ods({{u"People"_s, rows, {}}});
}

QByteArray fods(const QByteArray &rows)
{
    return head + "<office:document " + odsSpaces()
            + " office:version=\"1.3\" office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">"
            + odsBody({{u"People"_s, rows, {}}}) + "</office:document>";
}

QByteArray inlineRow(const QStringList &cells)
{
    QByteArray row = "<row>";
    for (const QString &cell : cells) {
        row += "<c t=\"inlineStr\"><is><t>" + escaped(cell) + "</t></is></c>";
    }
    return row + "</row>";
}

QByteArray odsRow(const QStringList &cells)
{
    QByteArray row = "<table:table-row>";
    for (const QString &cell : cells) {
        row += "<table:table-cell office:value-type=\"string\"><text:p>" + escaped(cell)
                + "</text:p></table:table-cell>";
    }
    return row + "</table:table-row>";
}
