// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "find/answer.h"
#include "find/directorymatcher.h"

#include <QSet>

#include <array>
#include <vector>

namespace crema::find {

/// Looks through any number of people, one at a time, and keeps the best. When fewer than half of what was
/// asked is there, takes near titles and then the whole metropolitan area as well, and says so, also when
/// that found nobody; those candidates are kept while streaming, so that one pass is enough. `knowledge` must
/// outlive it.
class DirectorySearch
{
public:
    DirectorySearch(const Criteria &criteria, const QSet<QString> &excludedIds,
                    const truth::DirectoryKnowledge &knowledge);

    /// Leaves out the excluded ids, and sample people unless the criteria want them.
    void offer(const Contact &person);
    /// The best people by points, then name; call once.
    [[nodiscard]] FindAnswer finish();

private:
    struct Candidate
    {
        Contact person;
        Match match;
        int points = 0;
        QString name; ///< folded
    };
    /// The best candidates of one reach, as a heap with the worst in front.
    struct Shelf
    {
        std::vector<Candidate> best;
        qsizetype seen = 0;
    };

    [[nodiscard]] static bool isBetter(const Candidate &a, const Candidate &b);
    [[nodiscard]] bool isEnough(qsizetype count) const { return count * 2 >= m_limit; }
    void keep(Shelf &shelf, const Contact &person, const Match &match);
    [[nodiscard]] bool canWiden(Reach reach) const;
    [[nodiscard]] QString widenedInWords(Reach reach, qsizetype found, qsizetype added) const;

    Criteria m_criteria;
    QSet<QString> m_excludedIds;
    DirectoryMatcher m_matcher;
    SearchMemory m_memory;
    qsizetype m_limit;
    std::array<Shelf, 3> m_shelves; ///< by Reach
};

} // namespace crema::find
