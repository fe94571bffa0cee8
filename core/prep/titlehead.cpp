// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/titlehead.h"

#include "base/text.h"
#include "truth/segments.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

QSet<QString> wordSet(const char *list)
{
    const QStringList words = QString::fromLatin1(list).split(u' ', Qt::SkipEmptyParts);
    return {words.begin(), words.end()};
}

/// The parts of a title, each a name of its own, as folded words: "Founder & CEO" has two.
QVector<QStringList> partsOf(QStringView title)
{
    static const QRegularExpression joint(u"\\s*[&+]\\s*|\\s+(?:and|und|et|y|e)\\s+"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    QVector<QStringList> parts;
    for (const QStringView segment : truth::segmentsOf(title)) {
        for (const QString &part : segment.toString().split(joint)) {
            QString words = u' ' + foldedWords(part).join(u' ') + u' ';
            words.replace(u" co founder "_s, u" cofounder "_s)
                    .replace(u" founding partner "_s, u" founder "_s)
                    .replace(u" co grunder "_s, u" grunder "_s);
            parts << words.split(u' ', Qt::SkipEmptyParts);
        }
    }
    return parts;
}

bool all(const QStringList &words, const QSet<QString> &known)
{
    return std::ranges::all_of(words, [&](const QString &word) { return known.contains(word); });
}

bool isRank(const QStringList &words)
{
    static const QSet<QString> ranks = wordSet(
            "ceo cto cfo coo cpo cmo chief executive officer technology managing general president chairman "
            "chairwoman chair owner partner director principal lead technical creative solo sole original "
            "proud "
            "the startup company");
    return all(words, ranks);
}

/// What a title says of a founder: nothing, that they founded, or what.
struct Founding
{
    bool said = false;
    QStringList what; ///< "Founder of Acme"
};

Founding foundingIn(const QStringList &words)
{
    static const QSet<QString> founders = wordSet("founder cofounder fundador fundadora cofundador "
                                                  "cofundadora grunder grunderin fondateur fondatrice "
                                                  "cofondateur cofondatrice fondatore");
    static const QSet<QString> joints = wordSet("of at bei de von del des di da in");
    const auto it = std::ranges::find_if(words, [&](const QString &w) { return founders.contains(w); });
    const qsizetype at = it - words.begin();
    if (it == words.end() || !isRank(words.first(at))) {
        return {};
    }
    const QStringList after = words.mid(at + 1);
    if (after.isEmpty() || isRank(after)) {
        return {true, {}};
    }
    const bool isInResidence = after == QStringList {u"in"_s, u"residence"_s};
    return {joints.contains(after.constFirst()) && !isInResidence, after.mid(1)};
}

/// True for something that people found inside or beside a firm: "Women's Network".
bool isCircle(const QStringList &words)
{
    static const QSet<QString> circles = wordSet(
            "club network society association group chapter community initiative committee council podcast "
            "blog newsletter meetup program programme project team charity nonprofit foundation league");
    return std::ranges::any_of(words, [&](const QString &word) { return circles.contains(word); });
}

/// Whether what they founded is the firm, as far as the names tell.
bool namesFirm(const QStringList &what, const QStringList &firm)
{
    static const QSet<QString> noNames = wordSet("the inc llc ltd limited corp corporation gmbh ag sa co");
    const qsizetype end = what.indexOf(u"at"_s); // "of Women in Tech at Acme"
    return std::ranges::all_of(end > 0 ? what.first(end) : what, [&](const QString &word) {
        return firm.contains(word) || noNames.contains(word);
    });
}

/// "Founder of Acme", "Founder & CEO, Acme"; not "Founder, Women's Network" in another firm.
bool areOfFounder(const QVector<QStringList> &parts, QStringView firm)
{
    const QStringList firmWords = foldedWords(firm);
    for (auto part = parts.begin(); part != parts.end(); ++part) {
        const Founding founding = foundingIn(*part);
        const auto behind = std::find_if_not(part + 1, parts.end(), isRank);
        const bool isOther = !namesFirm(founding.what, firmWords)
                || (behind != parts.end() && isCircle(*behind) && !namesFirm(*behind, firmWords));
        if (founding.said && (firm.isEmpty() || !isOther)) {
            return true;
        }
    }
    return false;
}

/// "Intern Software Engineer" is one; "Intern Coordinator" and "Apprentice Program Director" lead others.
bool isOverOthers(const QStringList &after)
{
    static const QSet<QString> overseers = wordSet(
            "coordinator coordinators manager director adviser advisor advisers advisors recruiter "
            "recruitment "
            "supervisor lead leader head officer mentor trainer instructor teacher specialist relations "
            "counselor counsellor administrator program programs programme programmes experience dean chair "
            "liaison hiring");
    return std::ranges::any_of(after, [&](const QString &word) { return overseers.contains(word); });
}

bool isStudent(const QStringList &words)
{
    static const QSet<QString> learners = wordSet(
            "student undergraduate intern internship trainee apprentice stagiaire praktikant praktikantin "
            "werkstudent werkstudentin becario becaria estagiario estagiaria azubi");
    static const QSet<QString> joints = wordSet("of at in bei im en de for to with an");
    static const QSet<QString> studentJobs = wordSet(
            "assistant worker researcher intern employee ambassador analyst nurse teacher trainee");
    static const QSet<QString> relations = wordSet("of for to with");
    const auto it = std::ranges::find_if(words, [&](const QString &w) { return learners.contains(w); });
    if (it == words.end()) {
        return false;
    }
    const qsizetype at = it - words.begin();
    const bool isMeant = std::ranges::none_of(words.first(at),
                                              [&](const QString &word) { return relations.contains(word); });
    const QStringList after = words.mid(at + 1);
    if (!isMeant || after.isEmpty() || joints.contains(after.constFirst())) {
        return isMeant;
    }
    if (*it == "student"_L1 || *it == "undergraduate"_L1) {
        return studentJobs.contains(after.constLast());
    }
    const bool learnsToLead = *it == "trainee"_L1 && after.size() == 1; // "Trainee Manager"
    return learnsToLead || !isOverOthers(after);
}

} // namespace

bool saysFounder(QStringView title, QStringView firm)
{
    static const QRegularExpression bar(u"\\s[•·]\\s|[|;]"_s);
    // Behind a bar stands what else they do: "Engineer | Founder of Codeclub".
    for (const QString &remark : title.toString().split(bar, Qt::SkipEmptyParts)) {
        const QVector<QStringList> parts = partsOf(remark);
        if (areOfFounder(parts, firm)) {
            return true;
        }
        if (!firm.isEmpty() && !std::ranges::all_of(parts, isRank)) {
            return false;
        }
    }
    return false;
}

bool saysStudent(QStringView title)
{
    return std::ranges::any_of(partsOf(title), isStudent);
}

} // namespace crema::prep
