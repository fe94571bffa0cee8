// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/preppdf.h"

#include "base/dates.h"
#include "base/text.h"
#include "prep/pdffinish.h"
#include "prep/preplimits.h"
#include "prep/preppages.h"
#include "prep/printabletext.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QLocale>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::prep::PrepPdf)
};

void paintFooter(QPainter &painter, const Prep &prep, const PageFrame &frame, qsizetype number,
                 qsizetype count)
{
    const TextStyle style {7.5, 12, ink::muted};
    const qreal width = frame.contentWidth();
    const qreal top = frame.footerTop + gap::small;
    drawLine(painter, {frame.margin, frame.footerTop}, {frame.margin + width, frame.footerTop}, ink::line,
             0.6);
    const bool isLocal = prep.vendorProfile.empty() && prep.news.isEmpty();
    const QString origin = isLocal ? Words::tr("Made with Crema from data on this computer")
                                   : Words::tr("Made with Crema from your data and from the sources named");
    TextBlock(origin, style, width / 2, 1).draw(painter, {frame.margin, top});
    const QDate day = prep.day();
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

Result<QByteArray> renderPdf(const Prep &whole, const PrepPdfOptions &options)
{
    const Prep prep = withinLimits(whole);
    const PageFrame frame = pageFrame(options.paper);
    const std::vector<Page> pages = prepPages(prep, frame);
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
    PdfDetails details {.title = title,
                        .author = printableLine(options.author),
                        .subject = Words::tr("Coffee chat prep"),
                        .created = fromStoredTime(prep.createdAt),
                        .language = u"en"_s,
                        .bookmarks = {}};
    if (count > 1) {
        details.bookmarks = {{Words::tr("Who you meet"), 0}, {Words::tr("Questions"), 1}};
    }
    return finishedPdf(bytes, details);
}

} // namespace crema::prep
