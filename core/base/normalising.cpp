// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/normalising.h"

namespace crema {

namespace {

constexpr qsizetype pieceLength = 512;

/// True for a character that no form joins with the one before it, so that a text may be cut there. Not all
/// of them: the ones that texts are full of. https://www.unicode.org/reports/tr15/#Stable_Code_Points
bool beginsAfresh(QChar c)
{
    const char16_t u = c.unicode();
    return u < 0x0300 // Latin
            || (u >= 0x0370 && u <= 0x0482) // Greek, Cyrillic
            || (u >= 0x05D0 && u <= 0x05EA) || (u >= 0x0621 && u <= 0x064A) // Hebrew, Arabic letters
            || (u >= 0x3041 && u <= 0x3096) || (u >= 0x30A1 && u <= 0x30FA) // kana
            || (u >= 0x3400 && u <= 0x9FFF) || (u >= 0xAC00 && u <= 0xD7A3) // Han, Hangul syllables
            || (u >= 0xD83C && u <= 0xD83E); // the first half of an emoji
}

} // namespace

QString normalised(const QString &text, QString::NormalizationForm form)
{
    if (text.size() <= pieceLength) {
        return text.normalized(form);
    }
    QString whole;
    whole.reserve(text.size());
    qsizetype begin = 0;
    for (qsizetype end = pieceLength; begin < text.size(); end = begin + pieceLength) {
        while (end < text.size() && !beginsAfresh(text[end])) {
            ++end;
        }
        whole += text.mid(begin, end - begin).normalized(form);
        begin = end;
    }
    return whole;
}

} // namespace crema
