// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/textdecoding.h"

#include "base/encodings.h"
#include "exchange/foreignkinds.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <cstdint>
#include <cstring>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

QString subject(const QString &fileName)
{
    return fileName.isEmpty() ? QCoreApplication::translate("import", "The file") : fileName;
}

/// The length of the well-formed sequence that starts at `text[i]`, 0 when there is none.
size_t sequenceLength(std::string_view text, size_t i)
{
    const auto byte = [&](size_t at) {
        return at < text.size() ? static_cast<uint8_t>(text[at]) : uint8_t {0};
    };
    const auto follows = [&](size_t at, uint8_t low = 0x80, uint8_t high = 0xBF) {
        return byte(at) >= low && byte(at) <= high;
    };
    const uint8_t first = byte(i);
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xC2 && first <= 0xDF) {
        return follows(i + 1) ? 2 : 0;
    }
    if (first >= 0xE0 && first <= 0xEF) {
        const uint8_t low = first == 0xE0 ? 0xA0 : 0x80;
        const uint8_t high = first == 0xED ? 0x9F : 0xBF;
        return follows(i + 1, low, high) && follows(i + 2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const uint8_t low = first == 0xF0 ? 0x90 : 0x80;
        const uint8_t high = first == 0xF4 ? 0x8F : 0xBF;
        return follows(i + 1, low, high) && follows(i + 2) && follows(i + 3) ? 4 : 0;
    }
    return 0;
}

/// UTF-16 without a mark: nearly every second byte of a table in a European language is zero.
std::optional<QStringConverter::Encoding> wideEncoding(const QByteArray &bytes)
{
    const qsizetype length = std::min<qsizetype>(bytes.size(), 4096) & ~qsizetype {1};
    qsizetype evenZeros = 0;
    qsizetype oddZeros = 0;
    for (qsizetype i = 0; i < length; i += 2) {
        evenZeros += bytes[i] == '\0';
        oddZeros += bytes[i + 1] == '\0';
    }
    const qsizetype pairs = length / 2;
    if (pairs >= 2 && bytes.size() % 2 == 0) {
        if (oddZeros * 10 >= pairs * 3 && evenZeros * 20 <= pairs) {
            return QStringConverter::Utf16LE;
        }
        if (evenZeros * 10 >= pairs * 3 && oddZeros * 20 <= pairs) {
            return QStringConverter::Utf16BE;
        }
    }
    return std::nullopt;
}

/// A few stray bytes in a file that is otherwise UTF-8 (a line pasted by an old program) must not spoil all
/// its accents: those bytes alone are read as Windows-1252.
struct Utf8Count
{
    size_t sequences = 0; ///< well-formed ones of several bytes
    size_t latin = 0; ///< those of accented Latin letters
    size_t strayBytes = 0;
};

Utf8Count counted(std::string_view text)
{
    Utf8Count count;
    for (size_t i = 0; i < text.size();) {
        const size_t length = sequenceLength(text, i);
        count.sequences += length > 1;
        count.latin += length == 2 && static_cast<uint8_t>(text[i]) >= 0xC3
                && static_cast<uint8_t>(text[i]) <= 0xC5;
        count.strayBytes += length == 0;
        i += std::max<size_t>(length, 1);
    }
    return count;
}

QByteArray repaired(std::string_view text)
{
    QByteArray utf8;
    utf8.reserve(static_cast<qsizetype>(text.size() + 64));
    for (size_t i = 0; i < text.size();) {
        const size_t length = sequenceLength(text, i);
        if (length == 0) {
            utf8 += fromWindows1252(text.substr(i, 1)).toUtf8();
        } else {
            utf8.append(text.data() + i, static_cast<qsizetype>(length));
        }
        i += std::max<size_t>(length, 1);
    }
    return utf8;
}

Result<DecodedText> fromUtf16(QByteArrayView bytes, QStringConverter::Encoding encoding,
                              const QString &fileName)
{
    QStringDecoder decoder(encoding);
    const QString text = decoder(bytes);
    if (text.contains(QChar(0))) {
        return failure(ErrorKind::rejectedInput,
                       QCoreApplication::translate("import", "%1 contains binary data; nothing was imported.")
                               .arg(subject(fileName)));
    }
    return DecodedText {text.toUtf8(), u"UTF-16"_s};
}

/// What some programs leave in a text: zeros that fill the last block of the disk, the end mark of DOS.
QByteArrayView withoutPadding(QByteArrayView bytes)
{
    while (bytes.endsWith('\0') || bytes.endsWith('\x1A')) {
        bytes.chop(1);
    }
    return bytes;
}

/// A few zeros in what is text otherwise come from a database that pads its fields; more are binary data.
bool isTextWithZeros(const QByteArray &bytes)
{
    qsizetype zeros = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<uint8_t>(c);
        zeros += byte == 0;
        if (byte != 0 && byte < 0x20 && byte != '\t' && byte != '\r' && byte != '\n' && byte != '\f'
            && byte != '\v') {
            return false;
        }
    }
    return bytes.size() >= 8 && zeros <= 1 + bytes.size() / 100
            && isValidUtf8({bytes.constData(), static_cast<size_t>(bytes.size())});
}

/// A byte order mark inside: files that were put one behind the other.
DecodedText withoutInnerMarks(DecodedText text)
{
    if (text.view().contains("\xEF\xBB\xBF")) { // quicker than QByteArray's
        text.utf8.replace("\xEF\xBB\xBF", "");
    }
    return text;
}

Result<DecodedText> inNamedEncoding(std::string_view bytes, const QString &encoding, const QString &fileName)
{
    const auto text = decoded(bytes, encoding);
    return text && !text->contains(QChar(0))
            ? Result<DecodedText>({text->toUtf8(), encoding})
            : failure(ErrorKind::rejectedInput,
                      QCoreApplication::translate(
                              "import",
                              "%1 is not written in %2: some of its bytes mean nothing there. "
                              "Nothing was imported.")
                              .arg(subject(fileName), encoding));
}

/// As the user says.
Result<DecodedText> asWished(const QByteArray &bytes, const QString &encoding, const QString &fileName)
{
    const QByteArrayView text = withoutPadding(bytes);
    const std::string_view view(text.data(), static_cast<size_t>(text.size()));
    const bool isUtf8 = isValidUtf8(view) && !view.contains('\0');
    if (encoding.startsWith("UTF-16"_L1, Qt::CaseInsensitive)) { // which of the two, the zeros tell
        if (const auto order = wideEncoding(bytes)) {
            return fromUtf16(bytes, *order, fileName);
        }
        if (isUtf8) {
            return failure(
                    ErrorKind::rejectedInput,
                    QCoreApplication::translate("import", "%1 is not written in %2. Nothing was imported.")
                            .arg(subject(fileName), encoding));
        }
    }
    auto decoded = inNamedEncoding(view, encoding, fileName);
    if (decoded && isUtf8 && decoded->utf8 != text) {
        decoded->doubt = Doubt::alsoUtf8;
    }
    return decoded;
}

Result<DecodedText> inOldEncoding(std::string_view bytes, const QString &fileName, bool guess)
{
    const auto likely = likelyEncoding(bytes);
    if (!likely && !guess) {
        return failure(
                ErrorKind::rejectedInput,
                QCoreApplication::translate(
                        "import",
                        "%1 is in an old encoding whose letters cannot be told for certain. Save it as UTF-8 "
                        "(Excel calls that \"CSV UTF-8\") and import it again, or say which it is "
                        "(--encoding, one "
                        "of %2); nothing was imported.")
                        .arg(subject(fileName), encodingNames().join(u", "_s)));
    }
    auto text = inNamedEncoding(bytes, likely ? *likely : guessedEncoding(bytes), fileName);
    if (!text && guess) { // only to be looked at: in Windows-1252 every byte is something
        text = DecodedText {fromWindows1252(bytes).toUtf8(), u"Windows-1252"_s};
    }
    if (text) {
        text->doubt = Doubt::guessed;
    }
    return text;
}

Result<DecodedText> decodeBytes(const QByteArray &bytes, const QString &fileName, const DecodingWish &wish)
{
    if (bytes.isEmpty()) {
        return failure(ErrorKind::rejectedInput,
                       QCoreApplication::translate("import", "%1 is empty.").arg(subject(fileName)));
    }
    if (!wish.encoding.isEmpty() && !isKnownEncoding(wish.encoding)) {
        return failure(
                ErrorKind::rejectedInput,
                QCoreApplication::translate("import", "There is no encoding \"%1\". Common ones are %2.")
                        .arg(wish.encoding, encodingNames().join(u", "_s)));
    }
    if (const QString kind = foreignKind(bytes); !kind.isEmpty()) {
        return failure(ErrorKind::rejectedInput,
                       QCoreApplication::translate("import", "%1 %2.").arg(subject(fileName), kind));
    }
    if (bytes.startsWith("\xFF\xFE")) {
        return fromUtf16(QByteArrayView(bytes).sliced(2), QStringConverter::Utf16LE, fileName);
    }
    if (bytes.startsWith("\xFE\xFF")) {
        return fromUtf16(QByteArrayView(bytes).sliced(2), QStringConverter::Utf16BE, fileName);
    }
    if (!wish.encoding.isEmpty() && !bytes.startsWith("\xEF\xBB\xBF")) {
        return asWished(bytes, wish.encoding, fileName);
    }
    if (const auto text = withoutPadding(bytes);
        text.size() < bytes.size() && !text.isEmpty() && !wideEncoding(bytes)) {
        return decodeBytes(text.toByteArray(), fileName, wish);
    }
    if (const qsizetype zero = bytes.indexOf('\0'); zero >= 0) {
        if (const auto encoding = wideEncoding(bytes)) {
            return fromUtf16(bytes, *encoding, fileName);
        }
        if (isTextWithZeros(bytes)) {
            return decodeBytes(QByteArray(bytes).replace('\0', ""), fileName, wish);
        }
        return failure(
                ErrorKind::rejectedInput,
                QCoreApplication::translate(
                        "import",
                        "%1 is not a text file: it contains binary data at byte %2. Nothing was imported.")
                        .arg(subject(fileName))
                        .arg(zero + 1));
    }
    const QByteArray content = bytes.startsWith("\xEF\xBB\xBF") ? bytes.sliced(3) : bytes;
    const DecodedText text {content};
    const auto isAscii = [](char c) { return static_cast<signed char>(c) >= 0; };
    // ISO-2022-JP writes Japanese with ASCII bytes.
    if (text.view().contains("\x1B$") && std::ranges::all_of(text.view(), isAscii)) {
        return inNamedEncoding(text.view(), u"ISO-2022-JP"_s, fileName);
    }
    if (isValidUtf8(text.view())) {
        return text;
    }
    const Utf8Count count = counted(text.view());
    // By chance such sequences come in old East Asian texts, beside many stray bytes.
    const bool onlyLatin = count.latin > 0 && count.latin == count.sequences
            && count.latin >= count.strayBytes;
    if (onlyLatin || count.sequences >= 4 * count.strayBytes) {
        return DecodedText {.utf8 = repaired(text.view()), .doubt = Doubt::mended};
    }
    return inOldEncoding(text.view(), fileName, wish.guess);
}

} // namespace

Result<DecodedText> decodeText(const QByteArray &bytes, const QString &fileName, const DecodingWish &wish)
{
    auto text = decodeBytes(bytes, fileName, wish);
    return text ? Result<DecodedText>(withoutInnerMarks(std::move(*text))) : text;
}

bool isValidUtf8(std::string_view bytes)
{
    size_t i = 0;
    while (i < bytes.size()) {
        // Most of a table is ASCII: eight bytes a step.
        uint64_t block = 0;
        while (i + sizeof block <= bytes.size()) {
            std::memcpy(&block, bytes.data() + i, sizeof block);
            if ((block & 0x8080808080808080ULL) != 0) {
                break;
            }
            i += sizeof block;
        }
        if (i >= bytes.size()) {
            return true;
        }
        const size_t length = sequenceLength(bytes, i);
        if (length == 0) {
            return false;
        }
        i += length;
    }
    return true;
}

} // namespace crema::exchange
