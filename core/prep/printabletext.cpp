// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/printabletext.h"

#include <QList>

#include <algorithm>
#include <array>
#include <utility>

namespace crema::prep {

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

// Characters below U+10000 that are shown as colour emoji (Emoji_Presentation of emoji-data.txt, Unicode 15),
// the joiners and selectors that build emoji, and what has no glyph in any font.
constexpr std::array unprintable {
        Range {0x00AD, 0x00AD},   Range {0x200B, 0x200D},    Range {0x2028, 0x202E}, Range {0x2060, 0x206F},
        Range {0x20E3, 0x20E3},   Range {0x231A, 0x231B},    Range {0x23E9, 0x23F3}, Range {0x25FD, 0x25FE},
        Range {0x2614, 0x2615},   Range {0x2648, 0x2653},    Range {0x267F, 0x267F}, Range {0x2693, 0x2693},
        Range {0x26A1, 0x26A1},   Range {0x26AA, 0x26AB},    Range {0x26BD, 0x26BE}, Range {0x26C4, 0x26C5},
        Range {0x26CE, 0x26CE},   Range {0x26D4, 0x26D4},    Range {0x26EA, 0x26EA}, Range {0x26F2, 0x26F5},
        Range {0x26FA, 0x26FD},   Range {0x270A, 0x270B},    Range {0x2728, 0x2728}, Range {0x2753, 0x2755},
        Range {0x2757, 0x2757},   Range {0x27B0, 0x27BF},    Range {0x2B1B, 0x2B1C}, Range {0x2B55, 0x2B55},
        Range {0xD800, 0xF8FF},   Range {0xFE00, 0xFE0F},    Range {0xFEFF, 0xFEFF}, Range {0xFFF0, 0xFFFF},
        Range {0x1F000, 0x1FBFF}, Range {0xE0000, 0x10FFFF},
};

constexpr std::array<std::pair<char32_t, char32_t>, 9> plainSigns {{
        {0x2705, 0x2713}, // check marks
        {0x2714, 0x2713},
        {0x274C, 0x2717}, // crosses
        {0x274E, 0x2717},
        {0x2764, 0x2665}, // heart
        {0x2795, u'+'},
        {0x2796, u'-'},
        {0x27A1, 0x2192}, // arrow
        {0x2B50, 0x2605}, // star
}};

bool isUnprintable(char32_t c)
{
    return std::ranges::any_of(unprintable,
                               [c](const Range &range) { return c >= range.first && c <= range.last; });
}

// The joiners that a script needs stay: Persian and Indic words are wrong without them.
bool isNeededJoiner(char32_t c, char32_t before)
{
    return (c == 0x200C || c == 0x200D) && before >= 0x0600 && before < 0x1000;
}

bool isStyledLetter(char32_t c)
{
    return (c >= 0x1D400 && c <= 0x1D7FF) || (c >= 0xFF01 && c <= 0xFF5E) || (c >= 0x24B6 && c <= 0x24E9);
}

} // namespace

QString printableLine(QStringView text)
{
    QString line;
    line.reserve(text.size());
    bool gap = false;
    char32_t before = 0;
    const QList<uint> characters = text.toUcs4();
    for (char32_t c : characters) {
        if (c == u'\t' || c == u'\n' || c == u'\r' || QChar::isSpace(c)) {
            gap = true;
            continue;
        }
        const bool plain = c > u' ' && c < 0x7F; // nearly all of most texts
        if (!plain) {
            const auto *sign = std::ranges::find(plainSigns, c, &std::pair<char32_t, char32_t>::first);
            c = sign == plainSigns.end() ? c : sign->second;
            if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (isUnprintable(c) && !isNeededJoiner(c, before))) {
                continue;
            }
        }
        if (gap && !line.isEmpty()) {
            line += u' ';
        }
        gap = false;
        if (plain) {
            line += QChar(static_cast<char16_t>(c));
        } else {
            const QString letter = QString::fromUcs4(&c, 1);
            line += isStyledLetter(c) ? letter.normalized(QString::NormalizationForm_KC) : letter;
        }
        before = c;
    }
    return line.normalized(QString::NormalizationForm_C);
}

bool readsRightToLeft(QStringView text)
{
    constexpr int foreignShare = 8; // one letter in so many may be of a script from left to right
    qsizetype right = 0;
    qsizetype left = 0;
    for (const QChar c : text) {
        right += c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
        left += c.direction() == QChar::DirL;
    }
    return right > left * foreignShare;
}

} // namespace crema::prep
