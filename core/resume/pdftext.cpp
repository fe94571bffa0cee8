// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/pdftext.h"

#include "resume/glyphs.h"
#include "resume/pagelayout.h"

#include <QCoreApplication>
#include <QStringList>

#include <poppler-qt6.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <mutex>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

constexpr int mostPages = 60; // a longer file is a book or a scan of something else

QString tr(const char *words)
{
    return QCoreApplication::translate("resume", words);
}

// Poppler prints what it finds wrong in a file; that may be the person's text, so it goes nowhere.
void silencePoppler()
{
    static std::once_flag once;
    std::call_once(once,
                   [] { Poppler::setDebugErrorFunction([](const QString &, const QVariant &) { }, {}); });
}

std::unique_ptr<Poppler::Document> open(const QByteArray &bytes, const QString &password)
{
    auto document = Poppler::Document::loadFromData(bytes, password.toUtf8(), password.toUtf8());
    if (document && document->isLocked() && !password.isEmpty()) {
        // Before PDF 2.0 passwords are in PDFDocEncoding, for which Latin-1 stands in.
        document = Poppler::Document::loadFromData(bytes, password.toLatin1(), password.toLatin1());
    }
    return document;
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

// Adds the pages' lines to one text and remembers where each came to stand.
class TextBuilder
{
public:
    void addPage(const Poppler::Page &page)
    {
        const std::vector<PageLine> lines = linesInReadingOrder(wordsOf(page));
        const bool firstPage = m_lines.isEmpty();
        std::vector<int> numbers;
        for (const PageLine &line : lines) {
            if (line.gapBefore && !m_lines.isEmpty()) {
                m_lines << QString();
            }
            m_lines << asTyped(line.text);
            numbers.push_back(static_cast<int>(m_lines.size()));
            if (line.fresh) {
                m_freshLines << static_cast<int>(m_lines.size());
            }
        }
        if (firstPage) {
            m_titleLine = titleOf(lines, numbers);
        }
        addLinks(page, lines, numbers);
    }

    [[nodiscard]] ExtractedText finished(int pages) const
    {
        return {m_lines.join(u'\n'), u"application/pdf"_s, pages, m_titleLine, m_freshLines, true, m_links};
    }

private:
    static int titleOf(const std::vector<PageLine> &lines, const std::vector<int> &numbers)
    {
        std::vector<double> sizes;
        for (const PageLine &line : lines) {
            sizes.push_back(line.size);
        }
        if (sizes.size() < 3) {
            return 0;
        }
        const auto largest = std::ranges::max_element(sizes);
        const double size = *largest;
        const auto index = static_cast<size_t>(largest - sizes.begin());
        std::ranges::nth_element(sizes, sizes.begin() + static_cast<long>(sizes.size() / 2));
        return size > 1.25 * sizes[sizes.size() / 2] ? numbers[index] : 0;
    }

    void addLinks(const Poppler::Page &page, const std::vector<PageLine> &lines,
                  const std::vector<int> &numbers)
    {
        const QSizeF size = page.pageSizeF();
        for (const auto &link : page.links()) {
            if (link->linkType() != Poppler::Link::Browse) {
                continue;
            }
            // The area is in fractions of the page.
            const QRectF part = link->linkArea().normalized();
            const QPointF middle(part.center().x() * size.width(), part.center().y() * size.height());
            for (size_t i = 0; i < lines.size(); ++i) {
                if (lines[i].box.adjusted(-2, -2, 2, 2).contains(middle)) {
                    m_links.append({static_cast<const Poppler::LinkBrowse &>(*link).url(), numbers[i]});
                    break;
                }
            }
        }
    }

    QStringList m_lines;
    QVector<TextLink> m_links;
    QVector<int> m_freshLines;
    int m_titleLine = 0;
};

} // namespace

Result<ExtractedText> textOfPdf(const QByteArray &bytes, const QString &name, const QString &password)
{
    silencePoppler();
    const auto document = open(bytes, password);
    if (!document) {
        return failure(ErrorKind::rejectedInput,
                       tr("\"%1\" is damaged: it begins as a PDF but its pages cannot be read.").arg(name));
    }
    if (document->isLocked()) {
        return failure(ErrorKind::rejectedInput,
                       (password.isEmpty() ? tr("\"%1\" is protected: a password is needed to read it.")
                                           : tr("The password given does not open \"%1\"."))
                               .arg(name),
                       passwordDetail);
    }
    const int pages = document->numPages();
    if (pages < 1) {
        return failure(ErrorKind::rejectedInput, tr("\"%1\" is damaged: it has no pages.").arg(name));
    }
    if (pages > mostPages) {
        return failure(ErrorKind::rejectedInput,
                       tr("\"%1\" has %2 pages; a resume of at most %3 can be read.")
                               .arg(name)
                               .arg(pages)
                               .arg(mostPages));
    }
    TextBuilder text;
    int readable = 0;
    for (int i = 0; i < pages; ++i) {
        if (const auto page = document->page(i)) {
            text.addPage(*page);
            ++readable;
        }
    }
    if (readable == 0) {
        return failure(ErrorKind::rejectedInput,
                       tr("\"%1\" is damaged: none of its pages can be read.").arg(name));
    }
    const ExtractedText found = text.finished(pages);
    const auto letters = std::ranges::count_if(
            found.text, [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
    if (letters < 10) {
        return failure(ErrorKind::rejectedInput,
                       tr("\"%1\" has no text in it: it seems to be scanned or made of pictures. Type or "
                          "paste the text in, "
                          "or use the file it was made from.")
                               .arg(name));
    }
    return found;
}

} // namespace crema::resume
