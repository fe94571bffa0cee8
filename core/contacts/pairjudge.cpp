// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/pairjudge.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::contacts {

namespace {

constexpr int leastScore = 28; // below it the list would be noise

using Numbers = PersonTraits::Numbers;

bool share(const Numbers &a, const Numbers &b)
{
    return std::ranges::any_of(a, [&](quint32 number) { return std::ranges::find(b, number) != b.end(); });
}

/// Both say something and nothing of it is the same.
bool conflict(const Numbers &a, const Numbers &b)
{
    return !a.empty() && !b.empty() && !share(a, b);
}

bool titlesConflict(const PersonTraits &a, const PersonTraits &b)
{
    Numbers own;
    Numbers others;
    for (const auto &[company, title] : a.titles) {
        if (std::ranges::find(b.companies, company) != b.companies.end()) {
            own.push_back(title);
        }
    }
    for (const auto &[company, title] : b.titles) {
        if (std::ranges::find(a.companies, company) != a.companies.end()) {
            others.push_back(title);
        }
    }
    return conflict(own, others);
}

bool placesConflict(const PersonTraits &a, const PersonTraits &b)
{
    return conflict(a.places, b.places) || (a.country != 0 && b.country != 0 && a.country != b.country);
}

/// How much less likely a pair is for how its names differ.
int penaltyOf(NameRelation names)
{
    switch (names) {
    case NameRelation::same:
    case NameRelation::unknown:
        return 0;
    case NameRelation::accents:
        return 1;
    case NameRelation::spelling:
    case NameRelation::swapped:
        return 4;
    case NameRelation::part:
        return 6;
    case NameRelation::nickname:
        return 7;
    case NameRelation::oneLetter:
        return 8;
    case NameRelation::twoLetters:
    case NameRelation::initial:
        return 14;
    case NameRelation::otherFamily:
    case NameRelation::different:
        break;
    }
    return 100;
}

struct Weight
{
    Doubt doubt = Doubt::none;
    int score = 0;
};

Weight weightOfColleagues(const PersonTraits &a, const PersonTraits &b)
{
    if (conflict(a.slugs, b.slugs)) {
        return {Doubt::linkedin, 40};
    }
    if (conflict(a.schoolWords, b.schoolWords)) {
        return {Doubt::school, 60};
    }
    if (placesConflict(a, b)) {
        return {Doubt::place, 64};
    }
    if (conflict(a.emails, b.emails)) {
        return {Doubt::email, 70};
    }
    if (conflict(a.phones, b.phones)) {
        return {Doubt::phone, 74};
    }
    return titlesConflict(a, b) ? Weight {Doubt::title, 78} : Weight {Doubt::none, 92};
}

std::optional<PairFinding> byIdentity(const PersonTraits &a, const PersonTraits &b, NameRelation names)
{
    if (share(a.slugs, b.slugs)) {
        const int score = names == NameRelation::different ? 80
                : names == NameRelation::otherFamily       ? 95
                                                           : 100;
        return PairFinding {score, names, Evidence::linkedin, Doubt::none};
    }
    const bool otherProfile = conflict(a.slugs, b.slugs);
    if (share(a.emails, b.emails)) {
        const int score = otherProfile               ? 60
                : names == NameRelation::different   ? 65
                : names == NameRelation::otherFamily ? 90
                                                     : 98 - penaltyOf(names) / 4;
        return PairFinding {score, names, Evidence::email, otherProfile ? Doubt::linkedin : Doubt::none};
    }
    const bool named = names != NameRelation::different && names != NameRelation::unknown;
    if (named && share(a.phones, b.phones)) {
        const int score = (names == NameRelation::otherFamily ? 60 : 90 - penaltyOf(names))
                - (otherProfile ? 30 : 0);
        return PairFinding {score, names, Evidence::phone, otherProfile ? Doubt::linkedin : Doubt::none};
    }
    return std::nullopt;
}

/// The whole name is the same, and hardly anybody has it.
bool shareRareName(const PersonTraits &a, const PersonTraits &b, NameRelation names)
{
    return a.hasRareName && b.hasRareName && (names == NameRelation::same || names == NameRelation::accents);
}

/// Names that fit and no firm in common.
Weight weightOfNamesakes(const PersonTraits &a, const PersonTraits &b, NameRelation names, Evidence &evidence)
{
    if (conflict(a.slugs, b.slugs)) {
        return {};
    }
    Weight weight;
    if (share(a.schools, b.schools)) {
        evidence = Evidence::school;
        weight.score = 68;
    } else if (a.city != 0 && a.city == b.city) {
        evidence = Evidence::city;
        weight.score = 52;
    } else if (a.companies.empty() || b.companies.empty()) {
        evidence = Evidence::nothingElse;
        weight.score = 42;
    } else if (shareRareName(a, b, names)) {
        evidence = Evidence::nothingElse;
        weight.score = 34; // the work address changes with the firm; whatever else differs is too much
    } else {
        return {};
    }
    if (evidence != Evidence::school && conflict(a.schoolWords, b.schoolWords)) {
        return {Doubt::school, weight.score - 12};
    }
    if (evidence != Evidence::city && placesConflict(a, b)) {
        return {Doubt::place, weight.score - 8};
    }
    return conflict(a.emails, b.emails) ? Weight {Doubt::email, weight.score - 4} : weight;
}

QString words(const char *text)
{
    return QCoreApplication::translate("duplicates", text);
}

QString givenOf(const PersonTraits &person)
{
    const QString given = person.name.section(u' ', 0, 0);
    return given.isEmpty() ? person.name : given;
}

QString nameWords(NameRelation names, const PersonTraits &a, const PersonTraits &b)
{
    switch (names) {
    case NameRelation::same:
        return words("the same name");
    case NameRelation::accents:
        return words("the same name apart from accents");
    case NameRelation::spelling:
        return words("the same name in another spelling");
    case NameRelation::swapped:
        return words("first and last name swapped");
    case NameRelation::part:
        return words("the same name, one with a part more");
    case NameRelation::nickname:
        return words("%1 and %2 are forms of one name").arg(givenOf(a), givenOf(b));
    case NameRelation::oneLetter:
        return words("names one letter apart");
    case NameRelation::twoLetters:
        return words("names two letters apart");
    case NameRelation::initial:
        return words("the initial fits the name");
    case NameRelation::otherFamily:
        return words("the same first name, another last name");
    case NameRelation::unknown:
    case NameRelation::different:
        break;
    }
    return names == NameRelation::different ? words("different names") : words("one has no name");
}

QString evidenceWords(Evidence evidence, bool moved)
{
    switch (evidence) {
    case Evidence::linkedin:
        return words("the same LinkedIn profile");
    case Evidence::email:
        return words("the same email address");
    case Evidence::phone:
        return moved ? words("the same phone number at another company") : words("the same phone number");
    case Evidence::company:
        return words("the same company");
    case Evidence::school:
        return moved ? words("the same school, another company") : words("the same school");
    case Evidence::city:
        return moved ? words("the same city, another company") : words("the same city");
    case Evidence::nothingElse:
        break;
    }
    return moved ? words("another company, and nobody else here has this last name")
                 : words("no company to tell them apart");
}

QString doubtWords(Doubt doubt)
{
    switch (doubt) {
    case Doubt::linkedin:
        return words("but different LinkedIn profiles");
    case Doubt::email:
        return words("but different email addresses");
    case Doubt::title:
        return words("but different job titles");
    case Doubt::school:
        return words("but different schools");
    case Doubt::place:
        return words("but different places");
    case Doubt::phone:
        return words("but different phone numbers");
    case Doubt::none:
        break;
    }
    return {};
}

} // namespace

std::optional<PairFinding> judge(const PersonTraits &a, const PersonTraits &b)
{
    if (a.sample != b.sample) {
        return std::nullopt;
    }
    const NameRelation names = relationOf(a, b);
    if (const auto found = byIdentity(a, b, names)) {
        return found->score < leastScore ? std::nullopt : found;
    }
    const int penalty = penaltyOf(names);
    if (names == NameRelation::unknown || penalty >= 100) {
        return std::nullopt;
    }
    PairFinding finding {0, names, Evidence::company, Doubt::none};
    const bool colleagues = share(a.companies, b.companies);
    const Weight weight = colleagues ? weightOfColleagues(a, b)
                                     : weightOfNamesakes(a, b, names, finding.evidence);
    finding.doubt = weight.doubt;
    finding.score = weight.score - penalty;
    return finding.score < leastScore ? std::nullopt : std::optional(finding);
}

QString reasonInWords(const PairFinding &finding, const PersonTraits &a, const PersonTraits &b)
{
    const bool moved = conflict(a.companies, b.companies);
    QStringList parts;
    const bool strong = finding.evidence == Evidence::linkedin || finding.evidence == Evidence::email;
    const bool sameName = finding.names == NameRelation::same || finding.names == NameRelation::unknown;
    if (!strong || !sameName) {
        parts << nameWords(finding.names, a, b);
    }
    parts.insert(strong ? 0 : parts.size(), evidenceWords(finding.evidence, moved));
    if (finding.doubt != Doubt::none) {
        parts << doubtWords(finding.doubt);
    }
    return parts.join(words(", "));
}

} // namespace crema::contacts
