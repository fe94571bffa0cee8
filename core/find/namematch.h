// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "find/fit.h"
#include "truth/knowledge.h"

namespace crema::find {

/// Compares company names with the one that is looked for; whole words only ("EY" is not in "Disney").
class CompanyMatch
{
public:
    CompanyMatch(QStringView wanted, const truth::DirectoryKnowledge &knowledge);

    [[nodiscard]] Fit fit(QStringView company) const;

private:
    [[nodiscard]] bool isPart(const QStringList &words) const;

    const truth::CompanyNames &m_names;
    QStringList m_wanted;
    QString m_joined; ///< without blanks: "HalvorsenPike" is "Halvorsen Pike"
    QVector<int> m_groups;
    bool m_misspelt = false; ///< the groups were found after correcting one letter
};

/// Compares school names with the one that is looked for.
class SchoolMatch
{
public:
    SchoolMatch(QStringView wanted, const truth::DirectoryKnowledge &knowledge);

    [[nodiscard]] Fit fit(QStringView school) const;

private:
    [[nodiscard]] Fit fitWithin(int group, const QStringList &words) const;

    const truth::SchoolNames &m_names;
    QStringList m_wanted;
    QVector<int> m_groups;
    bool m_misspelt = false;
};

} // namespace crema::find
