// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/directorymatcher.h"

#include "find/reasons.h"

namespace crema::find {

namespace {

// The first job is the present one; others count when they have begun and not ended.
bool isCurrent(const Contact &person, qsizetype index)
{
    const Position &position = person.positions[index];
    return index == 0 || (!position.from.isEmpty() && position.to.isEmpty());
}

Reach needed(const Fit &title, const Fit &location)
{
    if (location.isWidened()) {
        return Reach::wholeArea;
    }
    return title.isWidened() ? Reach::nearTitles : Reach::asked;
}

} // namespace

Reach Match::reach() const
{
    return needed(title, location);
}

DirectoryMatcher::DirectoryMatcher(const Criteria &criteria, const truth::DirectoryKnowledge &knowledge)
    : m_criteria(criteria)
{
    if (!criteria.title.trimmed().isEmpty()) {
        m_title.emplace(criteria.title, knowledge);
    }
    if (!criteria.company.trimmed().isEmpty()) {
        m_company.emplace(criteria.company, knowledge);
    }
    if (!criteria.location.trimmed().isEmpty()) {
        m_location.emplace(criteria.location, knowledge);
    }
    if (!criteria.school.trimmed().isEmpty()) {
        m_school.emplace(criteria.school, knowledge);
    }
}

bool DirectoryMatcher::evaluateJobs(const Contact &person, Reach reach, Match &match,
                                    SearchMemory &memory) const
{
    if (!m_title && !m_company) {
        return true;
    }
    int best = -1;
    for (qsizetype i = 0; i < person.positions.size(); ++i) {
        if (!isCurrent(person, i)) {
            continue;
        }
        const Position &position = person.positions[i];
        const Fit company = m_company
                ? memory.companies.of(position.company, [&] { return m_company->fit(position.company); })
                : Fit {};
        if (m_company && !company) {
            continue;
        }
        const Fit title = m_title
                ? memory.titles.of(position.title, [&] { return m_title->fit(position.title); })
                : Fit {};
        if (m_title && (!title || needed(title, {}) > reach)) {
            continue;
        }
        if (company.points + title.points > best) {
            best = company.points + title.points;
            match.position = static_cast<int>(i);
            match.company = company;
            match.title = title;
        }
    }
    return best >= 0;
}

bool DirectoryMatcher::evaluateSchools(const Contact &person, Match &match, FitMemory &memory) const
{
    if (!m_school) {
        return true;
    }
    for (qsizetype i = 0; i < person.schools.size(); ++i) {
        const QString &name = person.schools[i].name;
        const Fit fit = memory.of(name, [&] { return m_school->fit(name); });
        if (fit.points > match.studies.points) {
            match.studies = fit;
            match.school = static_cast<int>(i);
        }
    }
    return match.studies.points > 0;
}

Fit DirectoryMatcher::locationFit(const Contact &person, FitMemory &memory) const
{
    const QString text = person.location + u'\n' + person.city + u'\n' + person.state + u'\n'
            + person.country;
    return memory.of(text, [&] { return m_location->fit(m_location->placeOf(person)); });
}

std::optional<Match> DirectoryMatcher::evaluate(const Contact &person, Reach reach,
                                                SearchMemory &memory) const
{
    Match match;
    if (!evaluateJobs(person, reach, match, memory) || !evaluateSchools(person, match, memory.schools)) {
        return {};
    }
    if (m_location) {
        match.location = locationFit(person, memory.places);
        if (!match.location || needed(match.title, match.location) > reach) {
            return {};
        }
    }
    return match;
}

FoundPerson DirectoryMatcher::describe(const Contact &person, const Match &match) const
{
    const QString area = match.location.isWidened() ? m_location->areaNameOf(m_location->placeOf(person))
                                                    : QString();
    return {person, reasonsFor(person, match, m_criteria, area), {}};
}

std::optional<FoundPerson> DirectoryMatcher::match(const Contact &person, Reach reach) const
{
    SearchMemory memory;
    const std::optional<Match> match = evaluate(person, reach, memory);
    return match ? std::optional(describe(person, *match)) : std::nullopt;
}

QStringList DirectoryMatcher::nearTitles() const
{
    return m_title ? m_title->nearTitles() : QStringList();
}

QStringList DirectoryMatcher::areaNames() const
{
    return m_location ? m_location->areaNames() : QStringList();
}

} // namespace crema::find
