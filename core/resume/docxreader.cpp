// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/docxreader.h"

#include "resume/glyphs.h"
#include "resume/sections.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

constexpr int deepest = 60;

// What never shows on the page.
bool isHidden(QStringView element)
{
    static constexpr QStringView hidden[] = {u"del",       u"moveFrom",      u"instrText",    u"delText",
                                             u"pPrChange", u"rPrChange",     u"delInstrText", u"fldData",
                                             u"Fallback",  u"annotationRef", u"footnotePr",   u"binData",
                                             u"rt"};
    return std::ranges::find(hidden, element) != std::end(hidden);
}

QString joinedText(const Paragraph &paragraph)
{
    return paragraph.text.trimmed();
}

bool hasHeading(const std::vector<Paragraph> &cell)
{
    return std::ranges::any_of(cell, [](const Paragraph &p) { return headingOf(p.text).has_value(); });
}

// Cells of a layout table (a side bar) are texts of their own; cells of a data table belong to their row.
bool isLayoutRow(const std::vector<std::vector<Paragraph>> &cells)
{
    size_t most = 0;
    size_t fewest = 1000;
    int withHeading = 0;
    for (const auto &cell : cells) {
        most = std::max(most, cell.size());
        fewest = std::min(fewest, cell.size());
        withHeading += cell.size() > 1 && hasHeading(cell);
    }
    return withHeading > 0 || (most > 3 && fewest > 3);
}

} // namespace

DocxReader::DocxReader(const QByteArray &xml, const DocxParts &parts) : m_xml(xml), m_parts(parts) { }

QString DocxReader::value(const char *name) const
{
    // Namespace prefixes are free; the local name is not.
    for (const QXmlStreamAttribute &attribute : m_xml.attributes()) {
        if (attribute.name() == QLatin1StringView(name)) {
            return attribute.value().toString();
        }
    }
    return {};
}

std::vector<Paragraph> DocxReader::paragraphs()
{
    Paragraphs all;
    if (m_xml.readNextStartElement()) { // w:document, w:hdr, w:ftr
        readBlocks(all);
    }
    return all;
}

void DocxReader::readBlocks(Paragraphs &into)
{
    if (++m_depth > deepest) {
        m_xml.raiseError(u"nested too deeply"_s);
    }
    while (m_xml.readNextStartElement()) {
        const auto name = m_xml.name();
        if (name == "p"_L1) {
            readParagraph(into);
        } else if (name == "tbl"_L1) {
            readTable(into);
        } else if (name == "sectPr"_L1) {
            readSection();
        } else if (name == "sdt"_L1) {
            Paragraphs boxes;
            readContentControl(&into, nullptr, boxes);
        } else if (name == "body"_L1 || name == "ins"_L1 || name == "customXml"_L1 || name == "moveTo"_L1
                   || name == "smartTag"_L1) {
            readBlocks(into);
        } else {
            m_xml.skipCurrentElement();
        }
    }
    --m_depth;
}

void DocxReader::readParagraph(Paragraphs &into)
{
    Paragraph paragraph;
    Paragraphs boxes; // text boxes anchored here
    bool listItem = false;
    while (m_xml.readNextStartElement()) {
        if (m_xml.name() == "pPr"_L1) {
            readParagraphProperties(paragraph, listItem);
        } else {
            readInlineElement(paragraph, boxes);
        }
    }
    // An empty anchor's boxes stand where it does; beside words they come after them.
    paragraph.text = asTyped(paragraph.text);
    const QString words = joinedText(paragraph);
    if (listItem && !words.isEmpty() && !isBulletGlyph(words.front())) {
        paragraph.text = u"• "_s + words;
    }
    if (!words.isEmpty() || boxes.empty()) {
        into.push_back(std::move(paragraph));
    }
    std::ranges::move(boxes, std::back_inserter(into));
}

void DocxReader::readParagraphProperties(Paragraph &paragraph, bool &listItem)
{
    while (m_xml.readNextStartElement()) {
        const auto name = m_xml.name();
        if (name == "pStyle"_L1) {
            const QString style = value("val");
            listItem = listItem || m_parts.listStyles.contains(style);
            paragraph.isTitle = m_parts.titleStyles.contains(style);
            m_xml.skipCurrentElement();
        } else if (name == "numPr"_L1) {
            listItem = true;
            while (m_xml.readNextStartElement()) {
                if (m_xml.name() == "numId"_L1 && value("val") == u"0") {
                    listItem = false; // switches a style's list off
                }
                m_xml.skipCurrentElement();
            }
        } else if (name == "sectPr"_L1) {
            readSection();
        } else {
            m_xml.skipCurrentElement();
        }
    }
}

void DocxReader::readInline(Paragraph &paragraph, Paragraphs &boxes)
{
    if (++m_depth > deepest) {
        m_xml.raiseError(u"nested too deeply"_s);
    }
    while (m_xml.readNextStartElement()) {
        readInlineElement(paragraph, boxes);
    }
    --m_depth;
}

void DocxReader::readInlineElement(Paragraph &paragraph, Paragraphs &boxes)
{
    const QString name = m_xml.name().toString();
    if (isHidden(name)) {
        m_xml.skipCurrentElement();
    } else if (name == u"txbxContent") {
        readBlocks(boxes);
    } else if (name == u"AlternateContent") {
        readAlternatives(paragraph, boxes);
    } else if (name == u"sdt") {
        readContentControl(nullptr, &paragraph, boxes);
    } else if (name == u"hyperlink") {
        const QString url = m_parts.links.value(value("id"));
        if (!url.isEmpty()) {
            paragraph.urls << url;
        }
        readInline(paragraph, boxes);
    } else if (name == u"p") {
        readParagraph(boxes); // DrawingML text has paragraphs of its own
    } else if (name == u"sz") {
        paragraph.size = std::max(paragraph.size, value("val").toDouble() / 2); // in half points
        m_xml.skipCurrentElement();
    } else if (name == u"vanish") {
        m_vanished = value("val") != u"0" && value("val") != u"false";
        m_xml.skipCurrentElement();
    } else if (name == u"r") {
        const qsizetype before = paragraph.text.size();
        m_vanished = false;
        readInline(paragraph, boxes);
        if (std::exchange(m_vanished, false)) {
            paragraph.text.truncate(before); // hidden text is not on the page
        }
    } else {
        readTextElement(paragraph);
        if (!m_xml.isEndElement()) {
            readInline(paragraph, boxes);
        }
    }
}

// Elements that are text; anything else is left for its children to be read.
void DocxReader::readTextElement(Paragraph &paragraph)
{
    const QString name = m_xml.name().toString();
    if (name == u"t") {
        paragraph.text += m_xml.readElementText(QXmlStreamReader::SkipChildElements);
        return;
    }
    // Inside pPr's tab list "tab" means a tab stop; that list is never read here.
    if (name == u"tab" || name == u"ptab") {
        paragraph.text += u'\t';
    } else if (name == u"cr") {
        paragraph.text += u'\n';
    } else if (name == u"br") {
        const QString type = value("type");
        paragraph.text += u'\n';
    } else if (name == u"noBreakHyphen") {
        paragraph.text += u'-';
    } else if (name == u"sym") {
        const char16_t code = static_cast<char16_t>(value("char").toUShort(nullptr, 16));
        paragraph.text += QChar(code < 0x100 ? code | 0xF000 : code);
    } else {
        return;
    }
    m_xml.skipCurrentElement();
}

void DocxReader::readAlternatives(Paragraph &paragraph, Paragraphs &boxes)
{
    // Choice and Fallback hold the same text box twice.
    bool taken = false;
    while (m_xml.readNextStartElement()) {
        if (taken) {
            m_xml.skipCurrentElement();
        } else {
            readInline(paragraph, boxes);
            taken = true;
        }
    }
}

void DocxReader::readContentControl(Paragraphs *blocks, Paragraph *paragraph, Paragraphs &boxes)
{
    bool placeholder = false; // "Click here to enter text"
    while (m_xml.readNextStartElement()) {
        if (m_xml.name() == "sdtPr"_L1) {
            while (m_xml.readNextStartElement()) {
                placeholder = placeholder || m_xml.name() == "showingPlcHdr"_L1;
                m_xml.skipCurrentElement();
            }
        } else if (m_xml.name() == "sdtContent"_L1 && !placeholder) {
            if (blocks) {
                readBlocks(*blocks);
            } else {
                readInline(*paragraph, boxes);
            }
        } else {
            m_xml.skipCurrentElement();
        }
    }
}

void DocxReader::readTable(Paragraphs &into)
{
    while (m_xml.readNextStartElement()) {
        if (m_xml.name() == "tr"_L1) {
            readRow(into);
        } else if (m_xml.name() == "sdt"_L1 || m_xml.name() == "sdtContent"_L1 || m_xml.name() == "ins"_L1) {
            readTable(into);
        } else {
            m_xml.skipCurrentElement();
        }
    }
}

void DocxReader::readRow(Paragraphs &into)
{
    std::vector<Paragraphs> cells;
    while (m_xml.readNextStartElement()) {
        if (m_xml.name() != "tc"_L1 && m_xml.name() != "sdt"_L1) {
            m_xml.skipCurrentElement();
            continue;
        }
        Paragraphs cell;
        if (m_xml.name() == "sdt"_L1) {
            Paragraphs boxes;
            readContentControl(&cell, nullptr, boxes);
        } else {
            readBlocks(cell);
        }
        std::erase_if(cell, [](const Paragraph &p) { return joinedText(p).isEmpty(); });
        if (!cell.empty()) {
            cells.push_back(std::move(cell));
        }
    }
    if (isLayoutRow(cells)) {
        for (Paragraphs &cell : cells) {
            into.push_back({});
            std::ranges::move(cell, std::back_inserter(into));
        }
        return;
    }
    size_t longest = 0;
    for (const Paragraphs &cell : cells) {
        longest = std::max(longest, cell.size());
    }
    for (size_t i = 0; i < longest; ++i) {
        Paragraph row;
        for (const Paragraphs &cell : cells) {
            if (i < cell.size()) {
                row.text += (row.text.isEmpty() ? u""_s : u"\t"_s) + cell[i].text;
                row.urls += cell[i].urls;
                row.size = std::max(row.size, cell[i].size);
                row.isTitle = row.isTitle || cell[i].isTitle;
            }
        }
        into.push_back(std::move(row));
    }
}

void DocxReader::readSection()
{
    while (m_xml.readNextStartElement()) {
        const bool header = m_xml.name() == "headerReference"_L1;
        if (header || m_xml.name() == "footerReference"_L1) {
            QStringList &list = header ? m_headers : m_footers;
            const QString id = value("id");
            if (!list.contains(id)) {
                list << id;
            }
        }
        m_xml.skipCurrentElement();
    }
}

} // namespace crema::resume
