// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/pdftext.h"

#include "resume/glyphs.h"
#include "resume/pdffile.h"
#include "resume/textbuilder.h"

#include <QCoreApplication>

#include <poppler-qt6.h>

#include <algorithm>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("resume", words);
}

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

// The height of a word's type guessed from the width of its letters; 0 for words too short to tell.
double guessedHeight(const PageWord &word)
{
    const auto letters = static_cast<double>(word.text.size());
    const bool wide = isWideScript(word.text.front());
    const bool tells = wide || (word.text.size() >= 3 && word.text.front().isLetter());
    return tells ? word.box.width() / letters * (wide ? 1.2 : 2.4) : 0;
}

// Fonts of kind Type 3, as browsers write them, come with boxes of twice the height and more: these are cut
// down, for all words of the same height alike.
void cutDownBoxes(std::vector<PageWord> &words)
{
    std::map<int, std::vector<double>> guesses; // by height in tenths of a point
    const auto heightOf = [](const PageWord &word) { return qRound(word.box.height() * 10); };
    for (const PageWord &word : words) {
        if (const double guess = guessedHeight(word); guess > 0) {
            guesses[heightOf(word)].push_back(guess);
        }
    }
    for (auto &[height, sizes] : guesses) {
        std::ranges::nth_element(sizes, sizes.begin() + static_cast<long>(sizes.size() / 2));
    }
    for (PageWord &word : words) {
        const auto found = guesses.find(heightOf(word));
        const double likely = found == guesses.end() ? 0 : found->second[found->second.size() / 2];
        const double height = word.box.height();
        if (likely > 0 && height > 1.7 * likely) {
            const double baseLine = word.box.bottom() - 0.25 * height;
            word.box.setTop(baseLine - 0.78 * likely);
            word.box.setBottom(baseLine + 0.22 * likely);
        }
    }
}

std::vector<PageWord> wordsOf(const Poppler::Page &page)
{
    const auto boxes = page.textList();
    std::vector<PageWord> words;
    words.reserve(boxes.size());
    for (size_t i = 0; i < boxes.size(); ++i) {
        const Poppler::TextBox &box = *boxes[i];
        PageWord word {asTyped(withoutLamAlef(box)).trimmed(), box.boundingBox(), PageWord::Next::unknown};
        if (box.text().endsWith(QChar(0x00AD))) {
            word.text += QChar(0x00AD); // needed until the line ends are joined
        }
        if (i + 1 < boxes.size() && box.nextWord() == boxes[i + 1].get()) {
            word.next = box.hasSpaceAfter() ? PageWord::Next::parted : PageWord::Next::glued;
        }
        if (!word.text.isEmpty() && word.box.height() > 0.5) {
            words.push_back(std::move(word));
        }
    }
    cutDownBoxes(words);
    return words;
}

std::vector<TextBuilder::PageLink> linksOf(const Poppler::Page &page)
{
    std::vector<TextBuilder::PageLink> links;
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

} // namespace

Result<ExtractedText> textOfPdf(const QByteArray &bytes, const QString &name, const QString &password)
{
    const auto file = openPdf(bytes, name, password);
    if (!file) {
        return std::unexpected(file.error());
    }
    TextBuilder text;
    int readable = 0;
    for (int i = 0; i < file->document->numPages(); ++i) {
        const auto page = file->document->page(i);
        readable += page ? 1 : 0;
        text.addPage(page ? wordsOf(*page) : std::vector<PageWord>(),
                     page ? linksOf(*page) : std::vector<TextBuilder::PageLink>());
    }
    if (readable == 0) {
        return failure(ErrorKind::rejectedInput,
                       tr("\"%1\" is damaged: none of its pages can be read.").arg(name));
    }
    ExtractedText found = text.finished();
    found.isProtected = file->isProtected;
    const auto letters = std::ranges::count_if(
            found.text, [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
    if (letters < 10) {
        return failure(ErrorKind::rejectedInput,
                       tr("\"%1\" has no text in it: it seems to be scanned or made of pictures. Type or "
                          "paste the text in, "
                          "or use the file it was made from.")
                               .arg(name),
                       noTextDetail);
    }
    return found;
}

} // namespace crema::resume
