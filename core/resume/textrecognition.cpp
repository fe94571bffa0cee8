// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/textrecognition.h"

#include "async/program.h"
#include "async/worker.h"
#include "resume/pagepicture.h"
#include "resume/recognisedwords.h"
#include "resume/textbuilder.h"

#include <QCoreApplication>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace crema::resume {

namespace {

constexpr auto pageLimit = 3min;
constexpr auto listLimit = 20s;
constexpr int fewestLetters = 10;

QString tr(const char *words)
{
    return QCoreApplication::translate("resume", words);
}

QString recogniser()
{
    return QStandardPaths::findExecutable(u"tesseract"_s);
}

std::unexpected<Error> notInstalled()
{
    return failure(ErrorKind::notFound,
                   tr("No text recognition is installed. Install the program tesseract (package "
                      "tesseract-ocr), or type the text in."));
}

Result<> checkLanguages(const QString &languages, const QStringList &known)
{
    for (const QString &language : languages.split(u'+', Qt::SkipEmptyParts)) {
        if (!known.contains(language)) {
            return failure(ErrorKind::rejectedInput,
                           tr("Text recognition does not know the language \"%1\". Installed: %2.")
                                   .arg(language, known.join(u", "_s)));
        }
    }
    return {};
}

QStringList argumentsFor(const PagePicture &picture, const QString &languages)
{
    QStringList arguments {u"stdin"_s, u"stdout"_s, u"--dpi"_s, QString::number(picture.dotsPerInch)};
    if (!languages.isEmpty()) {
        arguments << u"-l"_s << languages;
    }
    return arguments << u"-c"_s << u"tessedit_create_tsv=1"_s;
}

Result<ExtractedText> checkedText(const TextBuilder &builder, const QString &fileName)
{
    ExtractedText text = builder.finished();
    const auto letters = std::ranges::count_if(text.text, [](QChar c) { return c.isLetterOrNumber(); });
    if (letters < fewestLetters) {
        return failure(ErrorKind::rejectedInput,
                       tr("Text recognition found no words in \"%1\". Type the text in.").arg(fileName));
    }
    return text;
}

} // namespace

bool canRecogniseText()
{
    return !recogniser().isEmpty();
}

Task<Result<QStringList>> recognitionLanguages()
{
    const QString program = recogniser();
    if (program.isEmpty()) {
        co_return notInstalled();
    }
    const QStringList arguments {u"--list-langs"_s};
    auto asking = runProgram(program, arguments, QByteArray(), listLimit, std::stop_token());
    const auto answer = co_await asking;
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    QStringList languages = QString::fromUtf8(*answer).split(u'\n', Qt::SkipEmptyParts);
    // The first line says how many there are; "osd" is no language.
    languages.removeIf([](const QString &name) {
        return name.trimmed().isEmpty() || name.contains(u' ') || name == "osd"_L1;
    });
    languages.sort();
    co_return languages;
}

Task<Result<ExtractedText>> recogniseText(RecognitionOrder order, std::function<void(int, int)> progress,
                                          std::stop_token stop)
{
    const auto known = co_await recognitionLanguages();
    if (!known) {
        co_return std::unexpected(known.error());
    }
    if (const auto checked = checkLanguages(order.languages, *known); !checked) {
        co_return std::unexpected(checked.error());
    }
    TextBuilder builder;
    int pages = 1;
    bool isProtected = false;
    for (int page = 0; page < pages; ++page) {
        auto drawing = runOnWorker(pictureOfPage, order.bytes, order.fileName, order.password, page);
        const auto picture = co_await drawing;
        if (!picture) {
            co_return std::unexpected(picture.error());
        }
        pages = picture->pageCount;
        isProtected = picture->isProtected;
        if (progress) {
            progress(page, pages);
        }
        if (picture->image.isEmpty()) {
            builder.addPage({});
            continue;
        }
        const QStringList arguments = argumentsFor(*picture, order.languages);
        const auto read = co_await runProgram(recogniser(), arguments, picture->image, pageLimit, stop);
        if (!read) {
            co_return std::unexpected(read.error());
        }
        builder.addPage(recognisedWords(*read, picture->pointsPerPixel));
    }
    auto text = checkedText(builder, order.fileName);
    if (text) {
        text->isProtected = isProtected;
    }
    co_return text;
}

} // namespace crema::resume
