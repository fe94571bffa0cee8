// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/encodedwords.h"

#include "base/encodings.h"
#include "base/text.h"

#include <QByteArray>
#include <QRegularExpression>

#include <optional>
#include <string_view>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

/// RFC 2047, section 2; the language of RFC 2231, section 5, is of no use here.
const QRegularExpression &encodedWord()
{
    static const QRegularExpression word(u"=\\?([^?*\\s]+)(?:\\*[^?\\s]*)?\\?([BbQq])\\?([^?]*)\\?="_s);
    return word;
}

/// Section 4.2: "_" is a blank, "=C3" a byte.
std::optional<QByteArray> fromQ(const QByteArray &text)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '=') {
            bytes += text[i] == '_' ? ' ' : text[i];
            continue;
        }
        bool isHex = false;
        const uint byte = text.mid(i + 1, 2).toUInt(&isHex, 16);
        if (!isHex || i + 2 >= text.size()) {
            return std::nullopt;
        }
        bytes += static_cast<char>(byte);
        i += 2;
    }
    return bytes;
}

std::optional<QByteArray> bytesOf(const QRegularExpressionMatch &word)
{
    const QByteArray text = word.captured(3).toLatin1();
    if (word.captured(2).toUpper() == "Q"_L1) {
        return fromQ(text);
    }
    const auto bytes = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    return bytes ? std::optional(*bytes) : std::nullopt;
}

/// Words of one encoding that stand side by side: a letter may be cut between two of them.
struct Run
{
    qsizetype begin = 0;
    qsizetype end = 0;
    QString charset;
    QByteArray bytes;
    bool isValid = true;
};

QString textOf(const Run &run, const QString &whole)
{
    const std::string_view bytes(run.bytes.constData(), static_cast<size_t>(run.bytes.size()));
    const auto text = run.isValid ? decoded(bytes, run.charset) : std::nullopt;
    return text ? *text : whole.sliced(run.begin, run.end - run.begin);
}

} // namespace

QString decodedWords(const QString &text)
{
    if (!holdsEncodedWords(text)) { // nearly always
        return text;
    }
    QString plain;
    Run run;
    for (auto found = encodedWord().globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch word = found.next();
        const QString between = text.sliced(run.end, word.capturedStart() - run.end);
        const bool isFirst = run.end == 0;
        const bool goesOn = !isFirst && between.trimmed().isEmpty(); // section 6.2
        if (!goesOn || word.captured(1).compare(run.charset, Qt::CaseInsensitive) != 0) {
            plain += (isFirst ? QString() : textOf(run, text)) + (goesOn ? QString() : between);
            run = {word.capturedStart(), 0, word.captured(1), {}, true};
        }
        const auto bytes = bytesOf(word);
        run.isValid = run.isValid && bytes;
        run.bytes += bytes.value_or(QByteArray());
        run.end = word.capturedEnd();
    }
    return run.end == 0 ? text : cleanLine(plain + textOf(run, text) + text.sliced(run.end));
}

bool holdsEncodedWords(const QString &text)
{
    const auto begin = text.indexOf("=?"_L1);
    return begin >= 0 && text.indexOf("?="_L1, begin + 2) >= 0;
}

} // namespace crema::exchange
