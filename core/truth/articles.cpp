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
    // What is often written in capitals: "LAW CLERK", "NEW BUSINESS".
    static const QSet<QString> shortWords {u"law"_s, u"lab"_s, u"new"_s, u"net"_s, u"raw"_s,
                                           u"red"_s, u"men"_s, u"hub"_s, u"map"_s};
    // No word begins so: "HVAC", "NCAA", "FDIC", "SDET"; nor "UCLA" and "UNDP", whose U is a letter.
    static const QRegularExpression unspeakable(
            u"^(?:[hlmnx][^aeiouy]|r[^aeiouyh]|f[^aeiouylr]|s[bdfgrsxz]|u[^aeiouy]{2}.?$)"_s);
    if (first.isEmpty() || !first[0].isLetter() || shortWords.contains(fold(first))) {
        return false;
    }
    const bool mixed = first.size() <= 5 && first.size() > 2 && first[1].isUpper(); // "MSc", "MPhil"
    const bool capitals = first == first.toUpper();
    const QString folded = fold(first);
    const bool hasVowel = std::ranges::any_of(folded, [](QChar c) { return u"aeiou"_s.contains(c); });
    return (first.size() == 1 || mixed || capitals)
            && (first.size() <= 3 || !capitals || !hasVowel || first.contains(u'&')
                || unspeakable.match(folded).hasMatch());
}

/// A title up to where it says of what or where: "Attorney" of "Attorney at Law".
QString headOf(const QString &title)
{
    static const QRegularExpression end(u",| - | – | \\(| of | for | in | at | de | del | di | für "_s,
                                        QRegularExpression::CaseInsensitiveOption);
    return title.section(end, 0, 0).trimmed();
}

/// "VP Sales", "Manager Operations", "Associate Investment Banking": a person, though a field ends it.
bool holdsRank(const QString &title)
{
    static const QSet<QString> ranks {
            u"vp"_s,      u"svp"_s,         u"evp"_s,      u"avp"_s,      u"chief"_s,     u"head"_s,
            u"lead"_s,    u"president"_s,   u"director"_s, u"manager"_s,  u"associate"_s, u"intern"_s,
            u"trainee"_s, u"werkstudent"_s, u"leiter"_s,   u"leiterin"_s,
    };
    return std::ranges::any_of(foldedWords(title), [&](const QString &word) { return ranks.contains(word); });
}

} // namespace

QString articleFor(const QString &words)
{
    static const QRegularExpression parting(u"[\\s/-]"_s);
    static const QRegularExpression hardVowel(
            u"^(?:uni(?!n|m)|unesco|use|usa|usu|uti|uto|uro|ura|ubi|uku|eu|ewe|one|once|ufo)"_s);
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

bool isSingular(const QString &title)
{
    static const QRegularExpression pattern(
            uR"(^(?:(?:global|regional|interim|acting|deputy|group|executive|associate|assistant|senior|former) )*(?:head|chief|c[a-z]o|chro|ciso|president|chair|chairman|chairwoman|chairperson|founder|founding|co-?founder|owner|co-?owner|dean|general counsel|editor[- ]in[- ]chief|mayor|rector|provost|treasurer|(?:director|vp|svp|evp|avp|vice president|senior vice president) of)\b)"_s,
            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(title).hasMatch();
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
    const QString head = headOf(title);
    const QString last = fold(head.section(u' ', -1));
    static const QSet<QString> agents {u"king"_s, u"sibling"_s, u"being"_s};
    const bool isField = departments.contains(last)
            || (last.endsWith("ing"_L1) && last.size() > 4 && !agents.contains(last));
    return isField && !holdsRank(head);
}

} // namespace crema::truth
