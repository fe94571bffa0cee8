// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sourcetext.h"

#include "base/encodings.h"
#include "exchange/htmlhead.h"
#include "exchange/keyvalueblocks.h"
#include "exchange/markdowntable.h"
#include "exchange/pagetable.h"
#include "exchange/recipients.h"
#include "exchange/typedlines.h"
#include "exchange/vcardtext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("import", text);
}

/// Lists that people type, as tables.
SourceText asTable(DecodedText text)
{
    SourceText source {std::move(text)};
    if (formatOfText(source.view()) != Format::csv) {
        return source;
    }
    if (auto markdown = tableOfMarkdown(source.view())) {
        source.utf8 = std::move(*markdown);
        return source;
    }
    auto list = tableOfBlocks(source.view());
    if (!list) {
        list = tableOfTypedLines(source.view());
    }
    if (list) {
        source.utf8 = std::move(*list);
        source.isList = true;
    } else if (auto recipients = tableOfRecipients(source.view())) {
        source.utf8 = std::move(*recipients);
    }
    return source;
}

/// Lists, pages and workbooks in XML, as tables.
Result<SourceText> asTable(DecodedText text, const std::stop_token &stop)
{
    auto page = tableOfPage(text.view(), stop);
    if (!page) {
        return std::unexpected(page.error());
    }
    if (!*page) {
        return asTable(std::move(text));
    }
    SourceText source {std::move(text)};
    source.utf8 = std::move((*page)->csv);
    source.told = std::move((*page)->told);
    source.headerRow = (*page)->headerRow;
    return source;
}

} // namespace

// vCards are decoded by the line where they are not UTF-8 as a whole, pages as they say themselves.
Result<SourceText> sourceText(const QByteArray &bytes, const ReadOptions &options, bool guess)
{
    const std::string_view view(bytes.constData(), static_cast<size_t>(bytes.size()));
    const bool byLine = looksLikeVcards(bytes) && (!isValidUtf8(view) || view.contains("\x1B$"));
    const DecodingWish wish {options.encoding, guess};
    const QString declared = options.encoding.isEmpty() ? encodingOfPage(view) : QString();
    auto text = byLine
            ? decodeVcards(bytes, options.fileName, wish)
            : decodeText(bytes, options.fileName, declared.isEmpty() ? wish : DecodingWish {declared});
    if (!text && !declared.isEmpty()) { // it is wrong
        text = decodeText(bytes, options.fileName, wish);
    }
    return text ? asTable(std::move(*text), options.stop) : std::unexpected(text.error());
}

QString wordsOfDoubt(const DecodedText &text)
{
    switch (text.doubt) {
    case Doubt::none:
        break;
    case Doubt::guessed:
        return translated(QT_TRANSLATE_NOOP("import",
                                            "the file does not say its encoding and was read as %1; if "
                                            "letters look wrong, "
                                            "undo this import, and import it again with the encoding that it "
                                            "has (--encoding, "
                                            "or in the import window) or saved as UTF-8"))
                .arg(text.encoding);
    case Doubt::mended:
        return translated(
                QT_TRANSLATE_NOOP("import",
                                  "some letters of this file are not UTF-8 as the others are, and were "
                                  "read as Windows-1252"));
    case Doubt::alsoUtf8:
        return translated(QT_TRANSLATE_NOOP(
                                  "import",
                                  "the file was read as %1, as was asked for, but it looks like UTF-8"))
                .arg(text.encoding);
    }
    return {};
}

} // namespace crema::exchange
