// SPDX-License-Identifier: GPL-3.0-or-later
#include "truth/articles.h"

#include "base/text.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::truth {

namespace {

// Capitals that are said letter by letter: "HR", "M&A", "MSc"; "NASA" and other pronounceable ones are words.
bool isSpelled(const QString &first)
{
    if (first.isEmpty() || !first[0].isLetter()) {
        return false;
    }
    const bool mixed = first.size() <= 5 && first.size() > 2 && first[1].isUpper(); // "MSc", "MPhil"
    const bool capitals = first == first.toUpper();
    const bool hasVowel = std::ranges::any_of(fold(first), [](QChar c) { return u"aeiou"_s.contains(c); });
    return (first.size() == 1 || mixed || capitals)
            && (first.size() <= 3 || !capitals || !hasVowel || first.contains(u'&')
                || first.startsWith(u'U')); // "UNESCO" begins as "UN" does
}

} // namespace

QString articleFor(const QString &words)
{
    static const QRegularExpression parting(u"[\\s/-]"_s);
    static const QRegularExpression hardVowel(
            u"^(?:uni(?!n|m)|use|usa|usu|uti|uto|uro|ura|ubi|uku|eu|ewe|one|once|ufo)"_s);
    static const QRegularExpression silentH(u"^(?:hour|honou?r|honest|heir)"_s);
    static const QRegularExpression eight(u"^(?:8\\d*|1[18])(?!\\d)"_s);
    static const QRegularExpression ex(u"^x(?![aeiouy])"_s); // "Xbox", not "Xerox"
    const QString first = words.section(parting, 0, 0);
    const QString folded = fold(first);
    if (folded.isEmpty()) {
        return u"a"_s;
    }
    if (isSpelled(first)) {
        return u"aefhilmnorsx"_s.contains(folded[0]) ? u"an"_s : u"a"_s;
    }
    const bool vowel = (u"aeiou"_s.contains(folded[0]) && !hardVowel.match(folded).hasMatch())
            || silentH.match(folded).hasMatch() || eight.match(folded).hasMatch()
            || ex.match(folded).hasMatch();
    return vowel ? u"an"_s : u"a"_s;
}

bool isDepartment(const QString &title)
{
    static const QSet<QString> departments {
            u"sales"_s,        u"operations"_s,
            u"finance"_s,      u"hr"_s,
            u"resources"_s,    u"strategy"_s,
            u"research"_s,     u"development"_s,
            u"product"_s,      u"design"_s,
            u"legal"_s,        u"growth"_s,
            u"partnerships"_s, u"communications"_s,
            u"management"_s,   u"technology"_s,
            u"it"_s,           u"analytics"_s,
            u"science"_s,      u"relations"_s,
            u"affairs"_s,      u"services"_s,
            u"support"_s,      u"success"_s,
            u"acquisition"_s,  u"logistics"_s,
            u"procurement"_s,  u"compliance"_s,
            u"risk"_s,         u"tax"_s,
            u"audit"_s,        u"security"_s,
            u"education"_s,    u"law"_s,
            u"equity"_s,       u"investments"_s,
            u"trading"_s,      u"capital"_s,
            u"media"_s,        u"administration"_s,
            u"leadership"_s,   u"planning"_s,
            u"assurance"_s,    u"policy"_s,
            u"art"_s,          u"m&a"_s,
            u"markets"_s,      u"quality"_s,
            u"insurance"_s,    u"health"_s,
            u"healthcare"_s,   u"care"_s,
            u"nursing"_s,      u"data"_s,
    };
    static const QRegularExpression end(u",| - | – | \\(| of | for | in "_s,
                                        QRegularExpression::CaseInsensitiveOption);
    const QString last = fold(title.section(end, 0, 0).trimmed().section(u' ', -1));
    static const QSet<QString> agents {u"king"_s, u"sibling"_s, u"being"_s};
    return departments.contains(last)
            || (last.endsWith("ing"_L1) && last.size() > 4 && !agents.contains(last));
}

} // namespace crema::truth
