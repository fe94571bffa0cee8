// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/encodings.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringDecoder>

#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;

namespace crema {

namespace {

constexpr size_t sampleBytes = 64 * 1024;

// 0x80 - 0x9F; the rest of Windows-1252 is Latin-1.
constexpr std::array<char16_t, 32> upperControls {
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

constexpr auto western = "Windows-1252"_L1;
constexpr auto central = "Windows-1250"_L1;
constexpr auto latin2 = "ISO-8859-2"_L1;
constexpr auto macRoman = "Mac Roman"_L1; // which the register calls macintosh

bool isBeyondAscii(char c)
{
    return static_cast<uint8_t>(c) >= 0x80;
}

/// A letter in Windows-1250: quotes, dashes and signs beyond ASCII are none.
bool isLetter(char c)
{
    constexpr std::string_view others =
            "\x8A\x8C\x8D\x8E\x8F\x9A\x9C\x9D\x9E\x9F\xA3\xA5\xAA\xAF\xB3\xB9\xBA\xBC\xBE\xBF";
    const auto byte = static_cast<uint8_t>(c);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (byte >= 0xC0 && byte != 0xD7 && byte != 0xF7)
            || others.contains(c);
}

/// Five bytes mean nothing in Windows-1252.
bool mayBeWestern(std::string_view bytes)
{
    return bytes.find_first_of("\x81\x8D\x8F\x90\x9D") == std::string_view::npos;
}

/// The cells with anything beyond ASCII, one a line: what tells, without the English around it.
std::string tellingCells(std::string_view bytes)
{
    std::string sample;
    while (!bytes.empty() && sample.size() < sampleBytes) {
        const size_t end = std::min(bytes.find_first_of(",;\t\r\n\""), bytes.size());
        const std::string_view cell = bytes.substr(0, end);
        if (std::ranges::any_of(cell, isBeyondAscii)) {
            sample.append(cell) += '\n';
        }
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    return sample;
}

/// True for a text in another script: there the bytes beyond ASCII stand in rows, while a Western text has an
/// accented letter here and there.
bool isAnotherScript(std::string_view sample)
{
    size_t beyond = 0;
    size_t inRows = 0;
    for (size_t i = 0; i < sample.size(); ++i) {
        beyond += isBeyondAscii(sample[i]);
        inRows += isBeyondAscii(sample[i]) && i > 0 && isBeyondAscii(sample[i - 1]);
    }
    return beyond >= 8 && inRows * 2 > beyond;
}

/// ICU names the standard that a Windows encoding adds to, as long as none of the added bytes is there.
QString nameFor(const QString &icuName)
{
    static const QHash<QString, QString> windows {
            {u"ISO-8859-1"_s, western},           {u"ISO-8859-2"_s, central},
            {u"ISO-8859-6"_s, u"Windows-1256"_s}, {u"ISO-8859-7"_s, u"Windows-1253"_s},
            {u"ISO-8859-8"_s, u"Windows-1255"_s}, {u"ISO-8859-8-I"_s, u"Windows-1255"_s},
            {u"ISO-8859-9"_s, u"Windows-1254"_s}};
    const QString name = windows.value(icuName, icuName);
    const auto known = std::ranges::find_if(encodingNames(), [&name](const QString &one) {
        return one.compare(name, Qt::CaseInsensitive) == 0;
    });
    return known != encodingNames().end() ? *known : QString();
}

struct Match
{
    QString encoding;
    int confidence = 0; ///< of 100
};

/// What ICU makes of it, best first.
std::vector<Match> matchesOf(std::string_view sample)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                              ucsdet_close);
    ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
    int32_t count = 0;
    const UCharsetMatch **found = ucsdet_detectAll(detector.get(), &count, &status);
    std::vector<Match> matches;
    for (int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
        const QString name = nameFor(QString::fromLatin1(ucsdet_getName(found[i], &status)));
        if (!name.isEmpty() && !name.startsWith("UTF"_L1)) {
            matches.push_back({name, ucsdet_getConfidence(found[i], &status)});
        }
    }
    return matches;
}

bool isOfSeveralBytes(const QString &encoding)
{
    static const QStringList names {u"Shift_JIS"_s, u"EUC-JP"_s, u"EUC-KR"_s, u"GB18030"_s, u"Big5"_s};
    return names.contains(encoding);
}

/// Han, kana or hangul, as far as it is not ASCII.
bool isEastAsian(const std::optional<QString> &text)
{
    qsizetype beyond = 0;
    qsizetype eastAsian = 0;
    for (const QChar c : text.value_or(QString())) {
        const QChar::Script script = c.script();
        beyond += c.unicode() >= 0x80;
        eastAsian += script == QChar::Script_Han || script == QChar::Script_Hiragana
                || script == QChar::Script_Katakana || script == QChar::Script_Hangul;
    }
    return eastAsian * 2 > beyond;
}

/// How often one of `bytes` stands between two letters.
qsizetype insideWords(std::string_view sample, std::string_view bytes)
{
    qsizetype count = 0;
    for (size_t i = 1; i + 1 < sample.size(); ++i) {
        count += bytes.contains(sample[i]) && isLetter(sample[i - 1]) && isLetter(sample[i + 1]);
    }
    return count;
}

/// Polish writes inside its words what is no letter in the West: ą, ł and ż where that has 1, 3 and ? raised.
std::optional<QString> polish(std::string_view sample)
{
    // A database's sign for what it cannot write is the byte of a dotted z: that alone is no sign of Polish.
    if (insideWords(sample, "\xB3\xB9") == 0 || insideWords(sample, "\xB3\xB9\xBF") < 2) {
        return std::nullopt;
    }
    return insideWords(sample, "\xB1\xB6\xBC") > insideWords(sample, "\xB9\x9C\x9F") ? latin2 : central;
}

/// Letters with accents, quotes and dashes, as people write beyond ASCII in the West; the signs for sums,
/// breaks and currencies stand among the first bytes of Chinese letters.
bool looksWestern(std::string_view sample)
{
    constexpr std::string_view usual =
            "\x80\x85\x8A\x8C\x8E\x91\x92\x93\x94\x95\x96\x97\x99\x9A\x9C\x9E\x9F\xA0\xA1\xA3\xA7\xA9"
            "\xAA\xAB\xAE\xB0\xB4\xB7\xBA\xBB\xBF";
    qsizetype beyond = 0;
    qsizetype odd = 0;
    for (const char c : sample) {
        const auto byte = static_cast<uint8_t>(c);
        beyond += isBeyondAscii(c);
        odd += isBeyondAscii(c) && (byte < 0xC0 || byte == 0xD7 || byte == 0xF7) && !usual.contains(c);
    }
    return odd * 5 <= beyond;
}

/// Traditional Chinese is often taken for simplified: in Big5 two in five letters end with an ASCII byte, in
/// GB18030 only rare ones do.
QString whichChinese(const QString &found, std::string_view sample)
{
    if (found != "GB18030"_L1 && found != "Big5"_L1) {
        return found;
    }
    qsizetype letters = 0;
    qsizetype withAscii = 0;
    for (size_t i = 0; i + 1 < sample.size(); ++i) {
        if (isBeyondAscii(sample[i])) {
            ++letters;
            withAscii += static_cast<uint8_t>(sample[++i]) < 0xA1;
        }
    }
    return withAscii * 6 > letters ? u"Big5"_s : u"GB18030"_s;
}

/// Capitals only where words begin, or all over: in a wrong encoding they stand anywhere.
bool isWrittenAsNames(const QString &text)
{
    qsizetype words = 0;
    qsizetype odd = 0;
    static const QRegularExpression word(u"[\\p{L}\\p{M}]{2,}"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    for (auto match = word.globalMatch(text); match.hasNext();) {
        const QString one = match.next().captured();
        const QString rest = one.mid(1);
        ++words;
        odd += rest != rest.toLower() && one != one.toUpper();
    }
    const bool onlyLetters = std::ranges::all_of(text, [](QChar c) {
        return c.isLetter() || c.isMark() || c.unicode() < 0x80 || c.isSpace() || c.isPunct();
    });
    return words > 0 && odd * 10 <= words && onlyLetters;
}

/// Cyrillic or Greek names, which by chance make Chinese signs too: of the three encodings the first in which
/// they are written as names.
std::optional<QString> otherScriptOf(std::string_view sample)
{
    for (const QString &name : {u"Windows-1251"_s, u"KOI8-R"_s, u"Windows-1253"_s}) {
        if (const auto text = decoded(sample, name); text && isWrittenAsNames(*text)) {
            return name;
        }
    }
    return std::nullopt;
}

QByteArray libraryName(const QString &encoding)
{
    const bool ofMac = encoding.compare(macRoman, Qt::CaseInsensitive) == 0;
    return ofMac ? QByteArray("macintosh") : encoding.toLatin1();
}

} // namespace

const QStringList &encodingNames()
{
    static const QStringList names {u"UTF-8"_s,
                                    u"UTF-16"_s,
                                    western,
                                    central,
                                    u"Windows-1251"_s,
                                    u"Windows-1253"_s,
                                    u"Windows-1254"_s,
                                    u"Windows-1255"_s,
                                    u"Windows-1256"_s,
                                    u"Windows-1257"_s,
                                    latin2,
                                    u"KOI8-R"_s,
                                    u"Shift_JIS"_s,
                                    u"EUC-JP"_s,
                                    u"ISO-2022-JP"_s,
                                    u"GB18030"_s,
                                    u"Big5"_s,
                                    u"EUC-KR"_s,
                                    macRoman,
                                    u"IBM850"_s};
    return names;
}

bool isKnownEncoding(const QString &encoding)
{
    return QStringDecoder(libraryName(encoding).constData()).isValid();
}

std::optional<QString> decoded(std::string_view bytes, const QString &encoding)
{
    if (encoding.compare(western, Qt::CaseInsensitive) == 0) {
        return mayBeWestern(bytes) ? std::optional(fromWindows1252(bytes)) : std::nullopt;
    }
    QStringDecoder decoder(libraryName(encoding).constData());
    if (!decoder.isValid()) {
        return std::nullopt;
    }
    QString text = decoder(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return decoder.hasError() ? std::nullopt : std::optional(std::move(text));
}

std::optional<QString> likelyEncoding(std::string_view bytes)
{
    constexpr int certain = 60; // a dozen names in the right one get 60 to 100, in another 45 at most
    const std::string sample = tellingCells(bytes);
    const std::vector<Match> matches = matchesOf(sample);
    const bool ofSeveralBytes = !matches.empty() && matches.front().confidence >= certain
            && isOfSeveralBytes(matches.front().encoding);
    if (ofSeveralBytes && !otherScriptOf(sample)) {
        const QString found = whichChinese(matches.front().encoding, sample);
        return isEastAsian(decoded(bytes, found)) ? std::optional(found) : std::nullopt;
    }
    if (isAnotherScript(sample)) {
        return std::nullopt;
    }
    if (!bytes.contains('\n') && bytes.contains('\r')) { // as lines ended on old Macs, and end in Excel there
        return macRoman;
    }
    const auto ofPoland = polish(sample);
    return ofPoland || !mayBeWestern(bytes) || !looksWestern(sample) ? ofPoland
                                                                     : std::optional(QString(western));
}

QString guessedEncoding(std::string_view bytes)
{
    const std::string sample = tellingCells(bytes);
    const std::vector<Match> matches = matchesOf(sample);
    for (const Match &match : matches) { // where ICU says anything of a script with few letters a word
        const bool mayBe = !isOfSeveralBytes(match.encoding) && match.encoding != western
                && match.encoding != central;
        if (const auto text = mayBe ? decoded(sample, match.encoding) : std::nullopt;
            text && isWrittenAsNames(*text)) {
            return match.encoding;
        }
    }
    if (const auto other = otherScriptOf(sample)) {
        return *other;
    }
    return matches.empty() ? QString(western) : matches.front().encoding;
}

QString fromWindows1252(std::string_view bytes)
{
    QString text(static_cast<qsizetype>(bytes.size()), Qt::Uninitialized);
    std::ranges::transform(bytes, text.begin(), [](char c) {
        const auto byte = static_cast<uint8_t>(c);
        return QChar(byte >= 0x80 && byte < 0xA0 ? upperControls.at(byte - 0x80U) : char16_t {byte});
    });
    return text;
}

} // namespace crema
