// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/pdftext.h"

#include "resume/glyphs.h"
#include "resume/pdflibrary.h"
#include "resume/textbuilder.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("resume", words);
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

std::vector<PageWord> wordsAsTyped(const std::vector<PageWord> &inFile)
{
    std::vector<PageWord> words;
    words.reserve(inFile.size());
    for (const PageWord &word : inFile) {
        PageWord typed {asTyped(word.text).trimmed(), word.box, word.next};
        if (word.text.endsWith(QChar(0x00AD))) {
            typed.text += QChar(0x00AD); // needed until the line ends are joined
        }
        if (!typed.text.isEmpty() && typed.box.height() > 0.5) {
            words.push_back(std::move(typed));
        }
    }
    cutDownBoxes(words);
    return words;
}

} // namespace

Result<ExtractedText> textOfPdf(const QByteArray &bytes, const QString &name, const QString &password)
{
    const auto library = pdfLibrary();
    if (!library) {
        return std::unexpected(library.error());
    }
    const auto read = (*library)->pagesOf(bytes, name, password);
    if (!read) {
        return std::unexpected(read.error());
    }
    TextBuilder text;
    for (const PdfPage &page : read->pages) {
        text.addPage(wordsAsTyped(page.words), page.links);
    }
    if (std::ranges::none_of(read->pages, &PdfPage::isReadable)) {
        return failure(ErrorKind::rejectedInput,
                       tr("\"%1\" is damaged: none of its pages can be read.").arg(name));
    }
    ExtractedText found = text.finished();
    found.isProtected = read->isProtected;
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
