// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include "base/foldedline.h"
#include "base/normalising.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace crema {

namespace {

// Letters that normalisation does not take apart.
QStringView foldedLetter(char16_t c)
{
    switch (c) {
    case u'ß': // Qt's case folding leaves it as it is
        return u"ss";
    case u'ł':
        return u"l";
    case u'đ':
        return u"d";
    case u'ð':
        return u"d";
    case u'ø':
        return u"o";
    case u'ħ':
        return u"h";
    case u'ı':
        return u"i";
    case u'þ':
        return u"th";
    case u'æ':
        return u"ae";
    case u'œ':
        return u"oe";
    default:
        return {};
    }
}

bool isInvisible(QChar c)
{
    const char16_t u = c.unicode();
    // Zero-width joiners are kept: they belong to the spelling of Persian and Indic names.
    return u == 0xFEFF || u == 0x200B || u == 0x200E || u == 0x200F || (u >= 0x202A && u <= 0x202E)
            || (u >= 0x2066 && u <= 0x2069) || u == 0x00AD;
}

bool isAscii(QStringView text)
{
    unsigned all = 0; // without a way out of the loop: many characters at a time
    for (const QChar c : text) {
        all |= c.unicode();
    }
    return all < 0x80;
}

/// True for a line as most are, which `cleanLine` leaves as it is.
bool isCleanAscii(QStringView line)
{
    QChar before = u' ';
    for (const QChar c : line) {
        if (c < u' ' || c >= u'\x7F' || (c == u' ' && before == u' ')) {
            return false;
        }
        before = c;
    }
    return line.isEmpty() || before != u' ';
}

} // namespace

QString fold(QStringView text)
{
    if (isAscii(text)) {
        QString lower(text.size(), Qt::Uninitialized);
        std::ranges::transform(text, lower.begin(), [](QChar c) {
            return c >= u'A' && c <= u'Z' ? QChar(static_cast<char16_t>(c.unicode() + (u'a' - u'A'))) : c;
        });
        return lower;
    }
    const QString apart = normalised(text.toString(), QString::NormalizationForm_KD).toCaseFolded();
    QString folded;
    folded.reserve(apart.size());
    for (const QChar c : apart) {
        // Marks that carry the vowel of an Indic or Arabic word are spacing or belong to other scripts: only
        // the combining diacritics block is dropped.
        const bool diacritic = (c.unicode() >= 0x0300 && c.unicode() <= 0x036F) || isInvisible(c);
        if (diacritic) {
            continue;
        }
        const QStringView letter = foldedLetter(c.unicode());
        if (letter.isEmpty()) {
            folded += c;
        } else {
            folded += letter;
        }
    }
    return normalised(folded, QString::NormalizationForm_C);
}

QStringList foldedWords(QStringView text)
{
    const QString folded = fold(text);
    QStringList words;
    QString word;
    for (const QChar c : folded) {
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate()) {
            word += c;
        } else if (c != u'\'' && c != u'’' && !word.isEmpty()) {
            words << word;
            word.clear();
        }
    }
    if (!word.isEmpty()) {
        words << word;
    }
    return words;
}

QString foldedLine(QStringView text)
{
    if (!isAscii(text)) {
        return foldedWords(text).join(u' ');
    }
    QString line(text.size(), Qt::Uninitialized);
    QChar *out = line.data();
    bool gap = false;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        const bool upper = u >= u'A' && u <= u'Z';
        if (upper || (u >= u'a' && u <= u'z') || (u >= u'0' && u <= u'9')) {
            if (gap && out != line.constData()) {
                *out++ = u' ';
            }
            gap = false;
            *out++ = upper ? QChar(static_cast<char16_t>(u + (u'a' - u'A'))) : c;
        } else if (u != u'\'') {
            gap = true;
        }
    }
    line.truncate(out - line.constData());
    return line;
}

bool containsWords(QStringView haystack, QStringView needle)
{
    const QStringList words = foldedWords(haystack);
    const QStringList wanted = foldedWords(needle);
    return !wanted.isEmpty() && !std::ranges::search(words, wanted).empty();
}

QString cleanLine(QStringView text)
{
    if (isCleanAscii(text)) {
        return text.toString();
    }
    QString line;
    line.reserve(text.size());
    bool gap = false;
    for (const QChar c : text) {
        if (c.isSpace() || c.unicode() < 0x20 || c.unicode() == 0x7F) {
            gap = true;
        } else if (!isInvisible(c)) {
            if (gap && !line.isEmpty()) {
                line += u' ';
            }
            gap = false;
            line += c;
        }
    }
    return normalised(line, QString::NormalizationForm_C);
}

QString cleanText(QStringView text)
{
    QString whole = text.toString();
    whole.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').replace(QChar(0x2028), u'\n');
    QString clean;
    clean.reserve(whole.size());
    for (const QChar c : std::as_const(whole)) {
        if (c == u'\n' || c == u'\t' || (c.unicode() >= 0x20 && c.unicode() != 0x7F && !isInvisible(c))) {
            clean += c;
        }
    }
    while (clean.endsWith(u'\n') || clean.endsWith(u' ')) {
        clean.chop(1);
    }
    while (clean.startsWith(u'\n')) {
        clean.remove(0, 1);
    }
    return normalised(clean, QString::NormalizationForm_C);
}

bool isPlaceholder(QStringView text)
{
    static const QSet<QString> placeholders {
            u"n/a"_s,
            u"na"_s,
            u"n.a."_s,
            u"not available"_s,
            u"not applicable"_s,
            u"none"_s,
            u"null"_s,
            u"nil"_s,
            u"nan"_s,
            u"undefined"_s,
            u"unknown"_s,
            u"not specified"_s,
            u"not provided"_s,
            u"not disclosed"_s,
            u"tbd"_s,
            u"-"_s,
            u"--"_s,
            u"---"_s,
            u"—"_s,
            u"–"_s,
            u"?"_s,
            u"."_s,
            u"#n/a"_s,
            u"(none)"_s,
            u"(blank)"_s,
            u"\\n"_s, // of MySQL
    };
    // Nearly every value is told apart by its first character: worth it where a file has millions of cells.
    static const auto beginsNone = [] {
        std::array<bool, 0x7F> none {}; // of ASCII, which folding leaves where it stands; blanks it may not
        std::fill(none.begin() + u'!', none.end(), true);
        for (const QString &placeholder : placeholders) {
            for (const QChar first : {placeholder[0], placeholder[0].toUpper()}) {
                if (first.unicode() < none.size()) {
                    none[first.unicode()] = false;
                }
            }
        }
        return none;
    }();
    if (!text.isEmpty() && text[0].unicode() < beginsNone.size() && beginsNone[text[0].unicode()]) {
        return false;
    }
    constexpr qsizetype longest = 16;
    const QStringView trimmed = text.trimmed();
    if (trimmed.size() > longest && isCleanAscii(trimmed)) {
        return false;
    }
    const QString folded = fold(cleanLine(text));
    return folded.isEmpty() || placeholders.contains(folded);
}

QString cleanValue(QStringView text)
{
    const QString line = cleanLine(text);
    return isPlaceholder(line) ? QString() : line;
}

bool hasLetter(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size();
        const char32_t c = isPair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        if (QChar::isLetter(c)) {
            return true;
        }
    }
    return false;
}

int wordCount(QStringView text)
{
    int count = 0;
    bool inside = false;
    for (const QChar c : text) {
        const bool space = c.isSpace();
        count += !space && !inside;
        inside = !space;
    }
    return count;
}

int editDistance(QStringView a, QStringView b, int limit)
{
    if (std::abs(a.size() - b.size()) > limit) {
        return limit + 1;
    }
    const auto width = static_cast<size_t>(b.size()) + 1;
    std::vector<int> before(width), above(width), row(width);
    for (size_t j = 0; j < width; ++j) {
        above[j] = static_cast<int>(j);
    }
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<int>(i);
        int best = row[0];
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto k = static_cast<size_t>(j);
            const bool same = a[i - 1] == b[j - 1];
            row[k] = std::min({above[k] + 1, row[k - 1] + 1, above[k - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[k] = std::min(row[k], before[k - 2] + 1);
            }
            best = std::min(best, row[k]);
        }
        if (best > limit) {
            return limit + 1;
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return std::min(above[width - 1], limit + 1);
}

QString elided(const QString &text, qsizetype limit)
{
    if (text.size() <= limit) {
        return text;
    }
    qsizetype end = text.lastIndexOf(u' ', limit - 1);
    if (end < limit / 2) {
        end = limit - 1;
    }
    if (end > 0 && text[end - 1].isHighSurrogate()) {
        --end;
    }
    return text.left(end).trimmed() + u'…';
}

} // namespace crema
