// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resume/docxparts.h"

#include <QXmlStreamReader>

#include <vector>

namespace crema::resume {

/// A paragraph of a Word document.
struct Paragraph
{
    QString text; ///< '\t' for tabs, '\n' for line breaks
    QStringList urls; ///< behind its words
    double size = 0; ///< largest type in points, 0 when not said
    bool isTitle = false;
};

/// Reads WordprocessingML (ECMA-376 part 1, section 17) of one part into paragraphs.
class DocxReader
{
public:
    DocxReader(const QByteArray &xml, const DocxParts &parts);

    /// Everything in the part, in order.
    [[nodiscard]] std::vector<Paragraph> paragraphs();
    /// Relationship ids of the headers (`header` true) or footers that the sections name, each once.
    [[nodiscard]] QStringList references(bool header) const { return header ? m_headers : m_footers; }
    /// False when the XML broke off.
    [[nodiscard]] bool isWhole() const { return !m_xml.hasError(); }

private:
    using Paragraphs = std::vector<Paragraph>;

    void readBlocks(Paragraphs &into);
    void readParagraph(Paragraphs &into);
    void readParagraphProperties(Paragraph &paragraph, bool &listItem);
    void readInline(Paragraph &paragraph, Paragraphs &boxes);
    void readInlineElement(Paragraph &paragraph, Paragraphs &boxes);
    void readTextElement(Paragraph &paragraph);
    void readTable(Paragraphs &into);
    void readRow(Paragraphs &into);
    void readAlternatives(Paragraph &paragraph, Paragraphs &boxes);
    void readContentControl(Paragraphs *blocks, Paragraph *paragraph, Paragraphs &boxes);
    void readSection();
    [[nodiscard]] QString value(const char *name) const;

    QXmlStreamReader m_xml;
    const DocxParts &m_parts;
    QStringList m_headers;
    QStringList m_footers;
    int m_depth = 0; ///< nested blocks; a hostile file must not exhaust the stack
    bool m_vanished = false; ///< the run that is being read is hidden text
};

} // namespace crema::resume
