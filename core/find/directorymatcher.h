// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "find/locationmatch.h"
#include "find/memory.h"
#include "find/namematch.h"
#include "find/titlematch.h"
#include "model/run.h"
#include "truth/knowledge.h"

#include <optional>

namespace crema::find {

/// How far a search goes beyond what was asked.
enum class Reach {
    asked, ///< what was asked, near matches included
    nearTitles, ///< jobs beside the wanted one and other ranks of it too
    wholeArea, ///< the metropolitan area of the wanted town too
};

/// How one person answers each criterion, cheap to compute and to keep.
struct Match
{
    int position = -1; ///< the job that answers title and company
    int school = -1;
    Fit title;
    Fit company;
    Fit location;
    Fit studies;

    [[nodiscard]] int points() const
    {
        return title.points + company.points + location.points + studies.points;
    }
    /// The least reach a search needs to take this person.
    [[nodiscard]] Reach reach() const;
};

/// Decides whether people answer the criteria of a search: all that are given must hold, in the jobs they
/// have today (title and company in the same job), at a school they attended, where they are now. What is
/// unknown about a person does not answer a criterion. Pure; `knowledge` must outlive it.
class DirectoryMatcher
{
public:
    DirectoryMatcher(const Criteria &criteria, const truth::DirectoryKnowledge &knowledge);

    /// The person with reasons, or nothing when a criterion does not hold within `reach`.
    [[nodiscard]] std::optional<FoundPerson> match(const Contact &person, Reach reach = Reach::asked) const;

    /// The match alone, for streaming; `describe` makes the reasons of one worth keeping. `memory` belongs to
    /// this matcher's search.
    [[nodiscard]] std::optional<Match> evaluate(const Contact &person, Reach reach,
                                                SearchMemory &memory) const;
    [[nodiscard]] FoundPerson describe(const Contact &person, const Match &match) const;

    /// True when jobs beside the wanted one, or other ranks of it, are known.
    [[nodiscard]] bool hasNearTitles() const { return m_title && m_title->canWiden(); }
    /// The near titles that a widened search takes, for telling what was widened.
    [[nodiscard]] QStringList nearTitles() const;
    /// The metropolitan areas of the wanted town.
    [[nodiscard]] QStringList areaNames() const;

private:
    [[nodiscard]] bool evaluateJobs(const Contact &person, Reach reach, Match &match,
                                    SearchMemory &memory) const;
    [[nodiscard]] bool evaluateSchools(const Contact &person, Match &match, FitMemory &memory) const;
    [[nodiscard]] Fit locationFit(const Contact &person, FitMemory &memory) const;

    Criteria m_criteria;
    std::optional<TitleMatch> m_title;
    std::optional<CompanyMatch> m_company;
    std::optional<LocationMatch> m_location;
    std::optional<SchoolMatch> m_school;
};

} // namespace crema::find
