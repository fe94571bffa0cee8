// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/glyphs.h"

#include "base/normalising.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

bool isIn(QChar c, char16_t first, char16_t last)
{
    return c.unicode() >= first && c.unicode() <= last;
}

// Forms that exist for the look or for old encodings; nobody types them.
bool isPresentationForm(QChar c)
{
    return isIn(c, 0x2E80, 0x2FDF) // CJK and Kangxi radicals
            || isIn(c, 0xF900, 0xFAFF) // CJK compatibility ideographs
            || isIn(c, 0xFB00, 0xFB4F) // Latin, Armenian, Hebrew ligatures
            || isIn(c, 0xFB50, 0xFDFF) || isIn(c, 0xFE70, 0xFEFC); // Arabic
}

// Radicals that Unicode gives no decomposition although the ideograph is meant.
QChar unifiedRadical(QChar c)
{
    switch (c.unicode()) {
    case 0x2EA0:
        return QChar(0x6C11);
    case 0x2ED1:
        return QChar(0x9577);
    case 0x2ED3:
        return QChar(0x957F);
    case 0x2EC5:
        return QChar(0x89C1);
    case 0x2ED8:
        return QChar(0x9752);
    case 0x2EDA:
        return QChar(0x9875);
    case 0x2EDC:
        return QChar(0x98DE);
    case 0x2EE2:
        return QChar(0x9A6C);
    case 0x2EE5:
        return QChar(0x9E1F);
    case 0x2EE9:
        return QChar(0x9EC4);
    case 0x2EEC:
        return QChar(0x9F50);
    case 0x2EF0:
        return QChar(0x9F99);
    default:
        return c;
    }
}

// Where Symbol and Wingdings keep their bullets; icon fonts use the same area for telephones and envelopes.
bool isSymbolFontBullet(QChar c)
{
    static constexpr QStringView bullets =
            u"\uF06C\uF06E\uF071\uF075\uF076\uF0A7\uF0A8\uF0B7\uF0D8\uF0E0\uF0FC\uF0FE";
    return bullets.contains(c);
}

bool isRightToLeftLetter(QChar c)
{
    return c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
}

QChar mirrored(QChar c)
{
    return c.hasMirrored() ? c.mirroredChar() : c;
}

// A PDF by TeX whose fonts do not say what their signs are gives the codes of its own encodings: T1 and, for
// the bullet, TS1 (https://ctan.org/pkg/encguide).
QStringView signOfTexCode(QChar c)
{
    switch (c.unicode()) {
    case 0x10:
        return u"“";
    case 0x11:
        return u"”";
    case 0x12:
        return u"„";
    case 0x13:
        return u"«";
    case 0x14:
        return u"»";
    case 0x15:
        return u"–";
    case 0x16:
        return u"—";
    case 0x1B:
        return u"ff";
    case 0x1C:
        return u"fi";
    case 0x1D:
        return u"fl";
    case 0x1E:
        return u"ffi";
    case 0x1F:
        return u"ffl";
    case 0x88:
        return u"•";
    default:
        return {};
    }
}

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t' && c != u'\f' && c != u'\r';
}

} // namespace

bool isBulletGlyph(QChar c)
{
    static constexpr QStringView bullets = u"•●○◦▪▫■□‣⁃∙·◆◇❖➢➣➤►▶▸▹▻◼◾⬥⦿⦾✓✔✦✧★☆➔➜→⇒»›※・";
    return bullets.contains(c) || isSymbolFontBullet(c);
}

QString asTyped(const QString &text)
{
    QString typed;
    typed.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isSymbolFontBullet(c)) {
            typed += u'•';
        } else if (isControl(c)) {
            typed += signOfTexCode(c);
        } else if (c == u'ı' && i + 1 < text.size() && text[i + 1].isMark()) {
            typed += u'i'; // TeX sets the accent over a dotless i
        } else if (isPresentationForm(c)) {
            typed += QString(unifiedRadical(c)).normalized(QString::NormalizationForm_KC);
        } else if (c != QChar(0x00AD) && c != QChar(0x200B) && c != QChar(0xFEFF)) {
            typed += c;
        }
    }
    return normalised(typed, QString::NormalizationForm_C);
}

bool isWideScript(QChar c)
{
    const QChar::Script script = c.script();
    return script == QChar::Script_Han || script == QChar::Script_Hiragana
            || script == QChar::Script_Katakana;
}

bool isRightToLeft(QStringView text)
{
    return std::ranges::any_of(text, isRightToLeftLetter);
}

QString inReadingOrder(const QString &visualWord)
{
    QString turned;
    QString leftToRight; // a number or Latin run keeps its own order
    for (qsizetype i = visualWord.size() - 1; i >= 0; --i) {
        const QChar c = visualWord[i];
        const bool keepsOrder = c.isDigit() || (c.isLetter() && !isRightToLeftLetter(c));
        if (keepsOrder) {
            leftToRight.prepend(c);
            continue;
        }
        turned += leftToRight;
        leftToRight.clear();
        turned += mirrored(c);
    }
    return turned + leftToRight;
}

} // namespace crema::resume
