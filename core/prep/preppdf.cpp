// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/preppdf.h"

#include "base/dates.h"
#include "base/text.h"
#include "prep/prepsections.h"
#include "prep/printabletext.h"
#include "prep/questionsheet.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QLocale>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::prep::PrepPdf)
};

constexpr qreal smallestNotes = 88;
constexpr std::array densities {
        Density {},
        Density {5, 3, 3, 3, 6, 4, 3},
        Density {5, 2, 3, 2, 5, 3, 2},
        Density {4, 2, 2, 2, 4, 2, 2},
        Density {3, 1, 1, 1, 3, 1, 2},
};

/// A page: pieces with the place of their top left corner.
struct PlacedPiece
{
    QPointF at;
    Piece piece;
};
using Page = std::vector<PlacedPiece>;

Piece questionSection(const Prep &prep, qreal width, const QuestionLayout &layout)
{
    if (prep.questions.isEmpty()) {
        return {};
    }
    return stacked(
            {headingPiece(Words::tr("Questions"), width), questionSheet(prep.questions, width, layout)},
            gap::small);
}

/// Everything on one page, with the questions in two columns; nothing when it does not fit.
std::vector<Page> onOnePage(const Prep &prep, const PageFrame &frame)
{
    const qreal width = frame.contentWidth();
    Piece header = headerBand(prep, frame);
    Piece body = stacked(
            {knowledgeSections(prep, width, densities.front()), questionSection(prep, width, {2, 0, 4, 2})},
            gap::large);
    const qreal top = header.height + gap::large;
    const qreal notesTop = top + body.height + gap::large;
    const qreal notesHeight = frame.footerTop - gap::small - notesTop;
    if (notesHeight < smallestNotes) {
        return {};
    }
    Page page;
    page.push_back({{0, 0}, std::move(header)});
    page.push_back({{frame.margin, top}, std::move(body)});
    page.push_back({{frame.margin, notesTop}, notesArea(Words::tr("Notes"), prep.notes, width, notesHeight)});
    return {std::move(page)};
}

Page knowledgePage(const Prep &prep, const PageFrame &frame)
{
    const qreal width = frame.contentWidth();
    Piece header = headerBand(prep, frame);
    const qreal top = header.height + gap::large;
    const qreal room = frame.footerTop - gap::small - top;
    Piece body;
    for (const Density &density : densities) {
        body = knowledgeSections(prep, width, density);
        if (body.height <= room) {
            break;
        }
    }
    Page page;
    const qreal notesTop = top + body.height + gap::large;
    const qreal left = frame.footerTop - gap::small - notesTop;
    page.push_back({{0, 0}, std::move(header)});
    page.push_back({{frame.margin, top}, std::move(body)});
    if (left >= smallestNotes) {
        page.push_back({{frame.margin, notesTop},
                        notesArea(Words::tr("What I want to learn from this chat"), {}, width, left)});
    }
    return page;
}

Page questionPage(const Prep &prep, const PageFrame &frame)
{
    constexpr std::array layouts {QuestionLayout {1, 3, 3, 2}, QuestionLayout {1, 2, 3, 2},
                                  QuestionLayout {1, 1, 3, 2}, QuestionLayout {1, 1, 2, 1},
                                  QuestionLayout {1, 0, 2, 1}, QuestionLayout {2, 0, 3, 1}};
    const qreal width = frame.contentWidth();
    Piece header = runningBand(prep, frame);
    const qreal top = header.height + gap::large;
    Prep shown = prep;
    Piece questions;
    qreal left = 0;
    for (const QuestionLayout &layout : layouts) {
        questions = questionSection(shown, width, layout);
        left = frame.footerTop - gap::small - top - questions.height - gap::large;
        if (left >= smallestNotes) {
            break;
        }
    }
    while (left < smallestNotes && !shown.questions.isEmpty()) {
        shown.questions.removeLast();
        questions = questionSection(shown, width, layouts.back());
        left = frame.footerTop - gap::small - top - questions.height - gap::large;
    }
    const qreal notesTop = frame.footerTop - gap::small - left;
    Page page;
    page.push_back({{0, 0}, std::move(header)});
    page.push_back({{frame.margin, top}, std::move(questions)});
    page.push_back({{frame.margin, notesTop}, notesArea(Words::tr("Notes"), prep.notes, width, left)});
    return page;
}

void paintFooter(QPainter &painter, const Prep &prep, const PageFrame &frame, qsizetype number,
                 qsizetype count)
{
    const TextStyle style {7.5, 12, ink::muted};
    const qreal width = frame.contentWidth();
    const qreal top = frame.footerTop + gap::small;
    drawLine(painter, {frame.margin, frame.footerTop}, {frame.margin + width, frame.footerTop}, ink::line,
             0.6);
    TextBlock(Words::tr("Made with Crema from data on this computer"), style, width / 2, 1)
            .draw(painter, {frame.margin, top});
    const QDate day = fromStoredTime(prep.createdAt).toLocalTime().date();
    const QString date = day.isValid() ? QLocale::c().toString(day, u"d MMMM yyyy"_s) + u"  •  "_s
                                       : QString();
    const TextBlock right(date + Words::tr("Page %1 of %2").arg(number).arg(count), style, width / 2, 1);
    right.draw(painter, {frame.margin + width - right.usedWidth(), top});
}

QByteArray xmpOf(const QString &title, const QString &author)
{
    const QString creator = author.isEmpty()
            ? QString()
            : u"<dc:creator><rdf:Seq><rdf:li>%1</rdf:li></rdf:Seq></dc:creator>"_s.arg(
                      author.toHtmlEscaped());
    const QString packet =
            u"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
            "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
            "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
            "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">"
            "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%1</rdf:li></rdf:Alt></dc:title>%2"
            "<xmp:CreatorTool>Crema</xmp:CreatorTool></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>"_s;
    return packet.arg(title.toHtmlEscaped(), creator).toUtf8();
}

} // namespace

Result<QByteArray> renderPdf(const Prep &prep, const PrepPdfOptions &options)
{
    const PageFrame frame = pageFrame(options.paper);
    std::vector<Page> pages = onOnePage(prep, frame);
    if (pages.empty()) {
        pages.push_back(knowledgePage(prep, frame));
        pages.push_back(questionPage(prep, frame));
    }
    const QString name = printableLine(cleanValue(prep.person.name()));
    const QString title = name.isEmpty() ? Words::tr("Coffee chat prep")
                                         : Words::tr("Coffee chat prep: %1").arg(name);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(72 * unitsPerPoint);
    writer.setPageLayout(
            QPageLayout(QPageSize(options.paper == Paper::letter ? QPageSize::Letter : QPageSize::A4),
                        QPageLayout::Portrait, QMarginsF(), QPageLayout::Point));
    writer.setTitle(title);
    writer.setCreator(u"Crema"_s);
    writer.setDocumentXmpMetadata(xmpOf(title, printableLine(options.author)));
    QPainter painter;
    if (!painter.begin(&writer)) {
        return failure(ErrorKind::internal,
                       u"The PDF of this prep could not be started; the prep itself is kept."_s);
    }
    const auto count = static_cast<qsizetype>(pages.size());
    for (qsizetype i = 0; i < count; ++i) {
        if (i > 0) {
            writer.newPage();
        }
        for (const PlacedPiece &placed : pages[static_cast<size_t>(i)]) {
            if (placed.piece.paint) {
                placed.piece.paint(painter, placed.at);
            }
        }
        paintFooter(painter, prep, frame, i + 1, count);
    }
    if (!painter.end() || !bytes.startsWith("%PDF-")) {
        return failure(ErrorKind::internal,
                       u"The PDF of this prep could not be written; the prep itself is kept."_s);
    }
    return bytes;
}

} // namespace crema::prep
