// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/titlematch.h"

#include <algorithm>

namespace crema::find {

TitleMatch::TitleMatch(QStringView wanted, const truth::DirectoryKnowledge &knowledge)
    : m_table(knowledge.titles), m_wanted(m_table.wordsOf(wanted))
{
    const truth::SimilarTitles similar = m_table.similarTo(wanted);
    for (const QString &title : similar.same) {
        m_same << m_table.wordsOf(title);
    }
    for (const QString &title : similar.near) {
        m_near << m_table.wordsOf(title).words;
    }
    m_nearTitles = similar.near;
}

// Another title of the same job, at the same rank when a rank was asked for.
bool TitleMatch::isSimilar(const truth::TitleWords &title) const
{
    return std::ranges::any_of(m_same, [&](const truth::TitleWords &same) {
        if (containsRun(title.words, same.words)) {
            return m_wanted.ranks.isEmpty() || title.ranks == m_wanted.ranks || same.ranks == m_wanted.ranks
                    || !same.ranks.isEmpty();
        }
        return false;
    });
}

Fit TitleMatch::fitOf(const truth::TitleWords &title) const
{
    if (title.words == m_wanted.words) {
        return {Closeness::same, 40};
    }
    if (containsRun(title.words, m_wanted.words)) {
        return {Closeness::part, 35};
    }
    if (isSimilar(title)) {
        return {Closeness::similar, 32};
    }
    if (containsMisspeltRun(title.words, m_wanted.words)) {
        return {Closeness::misspelt, 30};
    }
    if (hasOtherRanks() && containsRun(title.core, m_wanted.core)) {
        return {Closeness::otherRank, 15};
    }
    const bool near = std::ranges::any_of(
            m_near, [&](const QStringList &run) { return containsRun(title.words, run); });
    return near ? Fit {Closeness::nearby, 12} : Fit {};
}

Fit TitleMatch::fit(QStringView title) const
{
    const truth::TitleWords words = m_table.wordsOf(title);
    if (words.words.isEmpty() || m_wanted.words.isEmpty()) {
        return {};
    }
    const Fit fit = fitOf(words);
    if (fit && !fit.isWidened()) {
        return fit;
    }
    // "Director, Product Management" is a product management director.
    const QStringList inverted = m_table.invertedWords(title);
    return containsRun(inverted, m_wanted.words) ? Fit {Closeness::part, 35} : fit;
}

} // namespace crema::find
