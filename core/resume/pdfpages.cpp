// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/pdffile.h"
#include "resume/pdflibrary.h"

#include <poppler-qt6.h>

#include <cmath>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

// Poppler cuts the one glyph of lam-alef into two characters of equal width, already in reading order;
// everything else in an Arabic word comes in the order of the page.
QString withoutLamAlef(const Poppler::TextBox &box)
{
    static constexpr QStringView alefs = u"اأإآٱى";
    QString text = box.text();
    for (int i = 0; i + 1 < text.size(); ++i) {
        const bool pair = text[i] == u'ل' && alefs.contains(text[i + 1]);
        if (pair && std::abs(box.charBoundingBox(i).width() - box.charBoundingBox(i + 1).width()) < 0.01) {
            std::swap(text[i], text[i + 1]);
            ++i;
        }
    }
    return text;
}

std::vector<PageWord> wordsOf(const Poppler::Page &page)
{
    const auto boxes = page.textList();
    std::vector<PageWord> words;
    words.reserve(boxes.size());
    for (size_t i = 0; i < boxes.size(); ++i) {
        const Poppler::TextBox &box = *boxes[i];
        PageWord word {withoutLamAlef(box), box.boundingBox(), PageWord::Next::unknown};
        if (i + 1 < boxes.size() && box.nextWord() == boxes[i + 1].get()) {
            word.next = box.hasSpaceAfter() ? PageWord::Next::parted : PageWord::Next::glued;
        }
        words.push_back(std::move(word));
    }
    return words;
}

std::vector<PageLink> linksOf(const Poppler::Page &page)
{
    std::vector<PageLink> links;
    const QSizeF size = page.pageSizeF();
    for (const auto &link : page.links()) {
        if (link->linkType() != Poppler::Link::Browse) {
            continue;
        }
        // The area is in fractions of the page.
        const QPointF middle = link->linkArea().normalized().center();
        links.push_back({static_cast<const Poppler::LinkBrowse &>(*link).url(),
                         QPointF(middle.x() * size.width(), middle.y() * size.height())});
    }
    return links;
}

PdfPage readPage(const Poppler::Document &document, int index)
{
    const auto page = document.page(index);
    return page ? PdfPage {true, wordsOf(*page), linksOf(*page)} : PdfPage {};
}

Result<PdfPages> pagesOf(const QByteArray &bytes, const QString &name, const QString &password)
{
    const auto file = openPdf(bytes, name, password);
    if (!file) {
        return std::unexpected(file.error());
    }
    PdfPages read {{}, file->isProtected};
    for (int i = 0; i < file->document->numPages(); ++i) {
        read.pages.push_back(readPage(*file->document, i));
    }
    return read;
}

} // namespace

} // namespace crema::resume

extern "C" Q_DECL_EXPORT const crema::resume::PdfLibrary *cremaResumePdf()
{
    static constexpr crema::resume::PdfLibrary library {&crema::resume::pagesOf, &crema::resume::drawnPage};
    return &library;
}
