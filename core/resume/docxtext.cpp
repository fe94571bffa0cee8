// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/docxtext.h"

#include "resume/docxreader.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

// Puts paragraphs one under the other and remembers where links and the title came to stand.
class TextBuilder
{
public:
    void add(const std::vector<Paragraph> &paragraphs)
    {
        for (const Paragraph &paragraph : paragraphs) {
            const auto lines = QStringView(paragraph.text).split(u'\n');
            for (const QStringView line : lines) {
                addLine(line.trimmed().toString());
            }
            noteTitle(paragraph);
            for (const QString &url : paragraph.urls) {
                m_links.append({url, static_cast<int>(m_lines.size())});
            }
        }
    }

    [[nodiscard]] ExtractedText finished() const
    {
        QStringList lines = m_lines;
        while (!lines.isEmpty() && lines.last().isEmpty()) {
            lines.removeLast();
        }
        QVector<int> allLines(lines.size()); // a paragraph is never wrapped here
        std::iota(allLines.begin(), allLines.end(), 1);
        return {lines.join(u'\n'),
                u"application/vnd.openxmlformats-officedocument.wordprocessingml.document"_s,
                0,
                m_titleLine,
                allLines,
                true,
                m_links,
                {},
                false};
    }

private:
    void addLine(const QString &line)
    {
        const bool repeatedGap = line.isEmpty() && (m_lines.isEmpty() || m_lines.last().isEmpty());
        if (!repeatedGap) {
            m_lines << line;
        }
    }

    void noteTitle(const Paragraph &paragraph)
    {
        const double size = paragraph.isTitle ? 1000 : paragraph.size;
        if (size > m_titleSize && !paragraph.text.trimmed().isEmpty() && size >= 14) {
            m_titleSize = size;
            const auto below = paragraph.text.trimmed().count(u'\n');
            m_titleLine = static_cast<int>(m_lines.size() - below);
        }
    }

    QStringList m_lines;
    QVector<TextLink> m_links;
    double m_titleSize = 0;
    int m_titleLine = 0;
};

} // namespace

Result<ExtractedText> textOfDocx(const QByteArray &bytes, const QString &name)
{
    const auto parts = docxParts(bytes, name);
    if (!parts) {
        return std::unexpected(parts.error());
    }
    DocxReader body(parts->document, *parts);
    const std::vector<Paragraph> paragraphs = body.paragraphs();
    if (!body.isWhole()) {
        return failure(
                ErrorKind::rejectedInput,
                QCoreApplication::translate("resume", "\"%1\" is damaged: the document in it breaks off.")
                        .arg(name));
    }
    TextBuilder text;
    QStringList seen; // the first page often repeats the other pages' header
    const auto addParts = [&](const QStringList &ids) {
        for (const QString &id : ids) {
            DocxReader reader(parts->headersAndFooters.value(id), *parts);
            const auto part = reader.paragraphs();
            QString words;
            for (const Paragraph &paragraph : part) {
                words += paragraph.text.trimmed();
            }
            if (!words.isEmpty() && !seen.contains(words)) {
                seen << words;
                text.add(part);
            }
        }
    };
    addParts(body.references(true));
    text.add(paragraphs);
    addParts(body.references(false));
    ExtractedText found = text.finished();
    if (!std::ranges::any_of(found.text, [](QChar c) { return c.isLetterOrNumber(); })) {
        return failure(
                ErrorKind::rejectedInput,
                QCoreApplication::translate("resume",
                                            "\"%1\" has no text in it, perhaps only pictures. Type or paste "
                                            "the text in.")
                        .arg(name));
    }
    return found;
}

} // namespace crema::resume
