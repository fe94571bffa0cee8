// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/nameasides.h"

#include <QRegularExpression>

#include <algorithm>
#include <string_view>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

/// Emoji, arrows, stars, and the invisible signs that join and colour them.
bool isSign(char32_t c)
{
    const bool joins = c == 0xFE0F || c == 0xFE0E || c == 0x20E3 || c == 0x200B || c == 0x2060;
    const bool isEmoji = (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x1F1E6 && c <= 0x1F1FF)
            || (c >= 0x2190 && c <= 0x2BFF) || c == 0x00AE || c == 0x00A9 || c == 0x2122 || c == 0x2022
            || c == 0x203C || c == 0x2049 || c == 0x3030 || c == 0x303D;
    return joins || isEmoji || (c >= 0xE0020 && c <= 0xE007F);
}

bool mayHoldSigns(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) {
        return c.isHighSurrogate() || (c.unicode() >= 0x2000 && c.unicode() < 0x3100) || c == u'®'
                || c == u'©';
    });
}

QString withoutSigns(const QString &text)
{
    QString plain;
    char32_t before = 0;
    for (const char32_t c : text.toUcs4()) {
        // The zero-width joiner belongs to some scripts; between two emoji it goes with them.
        if (!isSign(c) && !(c == 0x200D && isSign(before))) {
            plain += QStringView(QChar::fromUcs4(c)).toString();
        }
        before = c;
    }
    return plain.simplified();
}

bool hasLetter(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isLetter() || c.isSurrogate(); });
}

} // namespace

QString takeAsides(QString &name)
{
    static constexpr std::u16string_view opening = u"([{\"“„«「";
    const bool marked = std::ranges::any_of(name, [](QChar c) { return opening.contains(c.unicode()); });
    if (!marked && !mayHoldSigns(name)) {
        return {}; // nearly always
    }
    QString rest = mayHoldSigns(name) ? withoutSigns(name) : name;
    QStringList asides;
    if (marked) {
        static const QRegularExpression aside(
                u"\\(([^()]*)\\)|\\[([^\\[\\]]*)\\]|\\{([^{}]*)\\}|(?<!\\S)[\"“„«「]([^\"“”„«»「」]*)[\"”“»」](?!\\S)"_s);
        for (auto found = aside.globalMatch(rest); found.hasNext();) {
            const auto match = found.next();
            asides << match.captured(match.lastCapturedIndex()).trimmed();
        }
        QString plain = rest;
        plain.replace(aside, u" "_s);
        plain = plain.simplified();
        if (hasLetter(plain)) {
            rest = plain;
        } else {
            asides.clear();
            rest.remove(QRegularExpression(u"[\"“”„«»「」]"_s)); // a name in quotation marks
        }
    }
    if (!hasLetter(rest)) {
        return {};
    }
    name = rest;
    asides.removeAll(QString());
    return asides.join(u", "_s);
}

} // namespace crema::exchange
