// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/directorysearch.h"

#include "base/text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::find {

DirectorySearch::DirectorySearch(const Criteria &criteria, const QSet<QString> &excludedIds,
                                 const truth::DirectoryKnowledge &knowledge)
    : m_criteria(criteria), m_excludedIds(excludedIds), m_matcher(criteria, knowledge),
      m_limit(std::max(0, criteria.limit))
{
}

bool DirectorySearch::isBetter(const Candidate &a, const Candidate &b)
{
    if (a.points != b.points) {
        return a.points > b.points;
    }
    return std::tie(a.name, a.person.id) < std::tie(b.name, b.person.id);
}

void DirectorySearch::offer(const Contact &person)
{
    if ((person.sample && !m_criteria.includeSample) || m_excludedIds.contains(person.id)) {
        return;
    }
    const bool widen = !isEnough(m_shelves[0].seen);
    const std::optional<Match> match = m_matcher.evaluate(person, widen ? Reach::wholeArea : Reach::asked,
                                                          m_memory);
    if (match) {
        keep(m_shelves[static_cast<size_t>(match->reach())], person, *match);
    }
}

void DirectorySearch::keep(Shelf &shelf, const Contact &person, const Match &match)
{
    ++shelf.seen;
    const bool full = static_cast<qsizetype>(shelf.best.size()) >= m_limit;
    const int points = match.points();
    if (m_limit == 0 || (full && points < shelf.best.front().points)) {
        return;
    }
    Candidate candidate {person, match, points, fold(person.name())};
    if (full) {
        if (!isBetter(candidate, shelf.best.front())) {
            return;
        }
        std::ranges::pop_heap(shelf.best, isBetter);
        shelf.best.pop_back();
    }
    shelf.best.push_back(std::move(candidate));
    std::ranges::push_heap(shelf.best, isBetter);
}

FindAnswer DirectorySearch::finish()
{
    FindAnswer answer;
    std::vector<Candidate> chosen = std::move(m_shelves[0].best);
    for (const Reach reach : {Reach::nearTitles, Reach::wholeArea}) {
        const auto found = static_cast<qsizetype>(chosen.size());
        if (isEnough(found)) {
            break;
        }
        std::vector<Candidate> &more = m_shelves[static_cast<size_t>(reach)].best;
        std::ranges::sort(more, isBetter);
        const qsizetype added = std::min(m_limit - found, static_cast<qsizetype>(more.size()));
        if (canWiden(reach)) {
            answer.widened << widenedInWords(reach, found, added);
        }
        std::move(more.begin(), more.begin() + added, std::back_inserter(chosen));
    }
    std::ranges::sort(chosen, isBetter);
    for (const Candidate &candidate : chosen) {
        answer.people << m_matcher.describe(candidate.person, candidate.match);
    }
    return answer;
}

bool DirectorySearch::canWiden(Reach reach) const
{
    return reach == Reach::nearTitles ? m_matcher.hasNearTitles() : !m_matcher.areaNames().isEmpty();
}

QString DirectorySearch::widenedInWords(Reach reach, qsizetype found, qsizetype added) const
{
    const auto tr = [](const char *words) { return QCoreApplication::translate("find", words); };
    const QString examples = m_matcher.nearTitles().mid(0, 3).join(u", "_s);
    QString what;
    if (reach == Reach::wholeArea) {
        what = tr("the whole area of \"%1\" (%2)")
                       .arg(m_criteria.location, m_matcher.areaNames().join(u", "_s));
    } else if (examples.isEmpty()) {
        what = tr("other levels of \"%1\"").arg(m_criteria.title);
    } else {
        what = tr("titles near \"%1\", such as %2").arg(m_criteria.title, examples);
    }
    const QString numbers[] = {QString::number(found), QString::number(m_limit), QString::number(added)};
    return added > 0
            ? tr("Only %1 of %2 found, so the search took in %3: %4 more")
                      .arg(numbers[0], numbers[1], what, numbers[2])
            : tr("Only %1 of %2 found; taking in %3 found nobody more").arg(numbers[0], numbers[1], what);
}

} // namespace crema::find
