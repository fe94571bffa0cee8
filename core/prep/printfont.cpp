// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/printfont.h"

#include "prep/textblock.h"

#include <QFontDatabase>
#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

/// The family of the fonts that are part of the program.
QStringList ownFamilies()
{
    const int regular = QFontDatabase::addApplicationFont(u":/fonts/Regular.otf"_s);
    const int semiBold = QFontDatabase::addApplicationFont(u":/fonts/SemiBold.otf"_s);
    return regular < 0 || semiBold < 0 ? QStringList() : QFontDatabase::applicationFontFamilies(regular);
}

/// Those of the families that are installed, in their order.
QStringList installed(const QStringList &families)
{
    QStringList found;
    std::ranges::copy_if(families, std::back_inserter(found),
                         [](const QString &family) { return QFontDatabase::hasFamily(family); });
    return found;
}

/// Scripts that need a font made for them: it goes first, or Qt complains of every font before it.
struct ScriptFont
{
    QChar::Script script;
    const char *family;
};

constexpr std::array scriptFonts {
        ScriptFont {QChar::Script_Devanagari, "Noto Sans Devanagari"},
        ScriptFont {QChar::Script_Bengali, "Noto Sans Bengali"},
        ScriptFont {QChar::Script_Gurmukhi, "Noto Sans Gurmukhi"},
        ScriptFont {QChar::Script_Gujarati, "Noto Sans Gujarati"},
        ScriptFont {QChar::Script_Oriya, "Noto Sans Oriya"},
        ScriptFont {QChar::Script_Tamil, "Noto Sans Tamil"},
        ScriptFont {QChar::Script_Telugu, "Noto Sans Telugu"},
        ScriptFont {QChar::Script_Kannada, "Noto Sans Kannada"},
        ScriptFont {QChar::Script_Malayalam, "Noto Sans Malayalam"},
        ScriptFont {QChar::Script_Sinhala, "Noto Sans Sinhala"},
        ScriptFont {QChar::Script_Khmer, "Noto Sans Khmer"},
        ScriptFont {QChar::Script_Myanmar, "Noto Sans Myanmar"},
        ScriptFont {QChar::Script_Thai, "Noto Sans Thai"},
        ScriptFont {QChar::Script_Lao, "Noto Sans Lao"},
        ScriptFont {QChar::Script_Tibetan, "Noto Serif Tibetan"},
};

QStringList familiesFor(const QString &text)
{
    static const QStringList usual = ownFamilies()
            + installed({u"Inter"_s, u"Noto Sans"_s, u"Noto Sans Arabic"_s, u"Noto Sans Hebrew"_s,
                         u"DejaVu Sans"_s});
    QStringList special;
    for (const QChar c : text) {
        const auto *font = std::ranges::find(scriptFonts, c.script(), &ScriptFont::script);
        if (font != scriptFonts.end() && !special.contains(QLatin1StringView(font->family))) {
            special << QString::fromLatin1(font->family);
        }
    }
    return special.isEmpty() ? usual : installed(special) + usual;
}

} // namespace

QFont printFont(const TextStyle &style, const QString &text)
{
    QFont font;
    font.setFamilies(familiesFor(text));
    font.setPixelSize(qRound(style.size * unitsPerPoint));
    font.setWeight(style.weight == Weight::semiBold ? QFont::DemiBold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    if (style.tracking > 0) {
        font.setLetterSpacing(QFont::AbsoluteSpacing, style.tracking * unitsPerPoint);
    }
    return font;
}

qreal capitalHeight()
{
    static const qreal share = [] {
        constexpr int size = 1000;
        QFont font = printFont({}, {});
        font.setPixelSize(size);
        return QFontMetricsF(font).capHeight() / size;
    }();
    return share;
}

} // namespace crema::prep
