// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/namematch.h"

#include "base/text.h"

#include <algorithm>

namespace crema::find {

namespace {

bool shareOne(const QVector<int> &a, const QVector<int> &b)
{
    return std::ranges::any_of(a, [&](int group) { return b.contains(group); });
}

// The groups one of whose long names is one letter away from `words`, when they are all one group.
QVector<int> misspeltGroup(const truth::NameGroups &groups, const QStringList &words)
{
    const QString wanted = words.join(u' ');
    QVector<int> found;
    if (wanted.size() < 6) {
        return found;
    }
    for (int group = 0; group < static_cast<int>(groups.count()); ++group) {
        const bool close = std::ranges::any_of(groups.names(group), [&](const QString &name) {
            return name.size() >= 6 && editDistance(wanted, name, 1) == 1;
        });
        if (close) {
            found << group;
        }
    }
    return found.size() == 1 ? found : QVector<int>();
}

} // namespace

CompanyMatch::CompanyMatch(QStringView wanted, const truth::DirectoryKnowledge &knowledge)
    : m_names(knowledge.companies), m_wanted(m_names.words(wanted)), m_joined(m_wanted.join(QString())),
      m_groups(m_names.companiesOfWords(m_wanted))
{
    if (m_groups.isEmpty()) {
        m_groups = misspeltGroup(m_names.groups(), m_wanted);
        m_misspelt = !m_groups.isEmpty();
    }
}

// The wanted words inside a longer name. A known company whose name is an ordinary word or two letters does
// not count in somebody else's name: "Apple" is not part of "Apple Bank".
bool CompanyMatch::isPart(const QStringList &words) const
{
    if (m_groups.isEmpty() || m_misspelt) {
        return containsRun(words, m_wanted);
    }
    const bool ordinary = m_joined.size() <= 2
            || std::ranges::any_of(m_groups, [this](int group) { return m_names.isOrdinaryWord(group); });
    return !ordinary && startsWithRun(words, m_wanted);
}

Fit CompanyMatch::fit(QStringView company) const
{
    const QStringList words = m_names.words(company);
    if (words.isEmpty() || m_wanted.isEmpty()) {
        return {};
    }
    if (words == m_wanted) {
        return {Closeness::same, 30};
    }
    const QVector<int> groups = m_groups.isEmpty() ? QVector<int>() : m_names.companiesOfWords(words);
    if (shareOne(m_groups, groups)) {
        return m_misspelt ? Fit {Closeness::misspelt, 26} : Fit {Closeness::alias, 29};
    }
    // Bain Capital is known to be another company than Bain.
    if (groups.isEmpty() && isPart(words)) {
        return {Closeness::part, 27};
    }
    if (words.constFirst()[0] == m_wanted.constFirst()[0] && words.join(QString()) == m_joined) {
        return {Closeness::alias, 29};
    }
    const bool known = !m_groups.isEmpty() && !m_misspelt;
    return !known && containsMisspeltRun(words, m_wanted) ? Fit {Closeness::misspelt, 26} : Fit {};
}

SchoolMatch::SchoolMatch(QStringView wanted, const truth::DirectoryKnowledge &knowledge)
    : m_names(knowledge.schools), m_wanted(truth::SchoolNames::words(wanted)),
      m_groups(m_names.schoolsNamed(wanted))
{
    if (m_groups.isEmpty()) {
        m_groups = misspeltGroup(m_names.groups(), m_wanted);
        m_misspelt = !m_groups.isEmpty();
    }
}

// Two names of one university. One of them may name a part: somebody of the Wharton School is of Penn, but
// somebody of Penn need not be of the Wharton School, and somebody of another part is not.
Fit SchoolMatch::fitWithin(int group, const QStringList &words) const
{
    const QSet<int> wantedParts = m_names.partsNamed(group, m_wanted);
    const QSet<int> parts = m_names.partsNamed(group, words);
    if (wantedParts.isEmpty()) {
        const bool whole = parts.isEmpty() && m_names.groups().groupsNamed(words.join(u' ')).contains(group);
        return whole ? Fit {Closeness::alias, 29} : Fit {Closeness::partOf, 28};
    }
    if (wantedParts.intersects(parts)) {
        return {Closeness::alias, 29};
    }
    return parts.isEmpty() ? Fit {Closeness::wholeOf, 24} : Fit {};
}

Fit SchoolMatch::fit(QStringView school) const
{
    const QStringList words = truth::SchoolNames::words(school);
    if (words.isEmpty() || m_wanted.isEmpty()) {
        return {};
    }
    if (words == m_wanted) {
        return {Closeness::same, 30};
    }
    const QVector<int> groups = m_names.schoolsNamed(school);
    const auto shared = std::ranges::find_if(m_groups, [&](int group) { return groups.contains(group); });
    if (shared != m_groups.end()) {
        return m_misspelt ? Fit {Closeness::misspelt, 26} : fitWithin(*shared, words);
    }
    if (!m_groups.isEmpty() && !m_misspelt) {
        // A campus or a part that the table does not know: "Penn State Abington".
        const bool campus = groups.isEmpty() && std::ranges::any_of(m_groups, [&](int group) {
                                return std::ranges::any_of(
                                        m_names.groups().names(group), [&](const QString &name) {
                                            return name.contains(u' ')
                                                    && startsWithRun(words, name.split(u' '));
                                        });
                            });
        return campus ? Fit {Closeness::part, 26} : Fit {};
    }
    if (containsRun(words, m_wanted)) {
        return {Closeness::part, 27};
    }
    return containsMisspeltRun(words, m_wanted) ? Fit {Closeness::misspelt, 26} : Fit {};
}

} // namespace crema::find
