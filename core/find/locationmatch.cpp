// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/locationmatch.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::find {

LocationMatch::LocationMatch(QStringView wanted, const truth::DirectoryKnowledge &knowledge)
    : m_table(knowledge.places), m_wanted(m_table.readings(wanted))
{
    for (truth::Place &place : m_wanted) {
        const QString corrected = place.city.isEmpty() || m_table.knowsTown(place.city)
                ? QString()
                : m_table.closeTown(place.city);
        if (!corrected.isEmpty()) {
            place = m_table.completed(corrected, place);
            m_misspelt = true;
        }
        for (const int metro : m_table.metrosOf(place)) {
            if (place.metro < 0 && !m_areas.contains(metro)) {
                m_areas << metro;
            }
        }
    }
}

truth::Place LocationMatch::placeOf(const Contact &person) const
{
    return m_table.placeOf(person.location, person.city, person.state, person.country);
}

Fit LocationMatch::fitOf(const truth::Place &wanted, const truth::Place &place) const
{
    if (wanted.metro >= 0) {
        return m_table.isIn(place, wanted.metro) ? Fit {Closeness::same, 19} : Fit {};
    }
    const bool sameState = wanted.state < 0 || wanted.state == place.state;
    const bool sameCountry = wanted.country < 0 || wanted.country == place.country;
    if (wanted.city.isEmpty()) {
        if (wanted.state >= 0) {
            return sameState ? Fit {Closeness::inState, 18} : Fit {};
        }
        return sameCountry ? Fit {Closeness::inCountry, 18} : Fit {};
    }
    if (place.city == wanted.city && sameState && sameCountry) {
        return m_misspelt ? Fit {Closeness::misspelt, 18} : Fit {Closeness::same, 20};
    }
    if (place.metro >= 0 && m_table.isCore(wanted, place.metro)) {
        return {Closeness::around, 17};
    }
    return {};
}

Fit LocationMatch::fit(const truth::Place &place) const
{
    Fit best;
    if (place.isEmpty()) {
        return best;
    }
    for (const truth::Place &wanted : m_wanted) {
        const Fit fit = fitOf(wanted, place);
        if (fit.points > best.points) {
            best = fit;
        }
    }
    if (!best) {
        for (const int area : m_areas) {
            if (m_table.isIn(place, area)) {
                return {Closeness::nearby, 5};
            }
        }
    }
    return best;
}

QStringList LocationMatch::areaNames() const
{
    QStringList names;
    for (const int area : m_areas) {
        names << m_table.metroName(area);
    }
    return names;
}

QString LocationMatch::areaNameOf(const truth::Place &place) const
{
    const auto area = std::ranges::find_if(m_areas, [&](int index) { return m_table.isIn(place, index); });
    return area == m_areas.end() ? QString() : m_table.metroName(*area);
}

QString locationInWords(const Contact &person)
{
    if (person.city.isEmpty()) {
        if (!person.location.isEmpty()) {
            return person.location;
        }
        return person.state.isEmpty() ? person.country : person.state;
    }
    const QString &region = person.state.isEmpty() ? person.country : person.state;
    return region.isEmpty() ? person.city : person.city + u", "_s + region;
}

} // namespace crema::find
