// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "find/fit.h"
#include "truth/knowledge.h"

namespace crema::find {

/// Compares job titles with the one that is looked for.
class TitleMatch
{
public:
    TitleMatch(QStringView wanted, const truth::DirectoryKnowledge &knowledge);

    [[nodiscard]] Fit fit(QStringView title) const;
    /// Similar and near titles that a widened search takes, as people write them.
    [[nodiscard]] const QStringList &nearTitles() const { return m_nearTitles; }

    /// True when there are near titles, or other ranks of the wanted one.
    [[nodiscard]] bool canWiden() const { return hasOtherRanks() || !m_near.isEmpty(); }

private:
    [[nodiscard]] bool hasOtherRanks() const { return !m_wanted.ranks.isEmpty() && !m_wanted.core.isEmpty(); }
    [[nodiscard]] Fit fitOf(const truth::TitleWords &title) const;
    [[nodiscard]] bool isSimilar(const truth::TitleWords &title) const;

    const truth::TitleTable &m_table;
    truth::TitleWords m_wanted;
    QVector<truth::TitleWords> m_same;
    QVector<QStringList> m_near;
    QStringList m_nearTitles;
};

} // namespace crema::find
