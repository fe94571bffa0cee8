// SPDX-License-Identifier: GPL-3.0-or-later
#include "truth/places.h"

#include "base/text.h"
#include "truth/namegroups.h"
#include "truth/segments.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::truth {

namespace {

bool agrees(int a, int b)
{
    return a < 0 || b < 0 || a == b;
}

} // namespace

QString placeWords(QStringView text)
{
    QStringList words = joinedInitials(foldedWords(text));
    for (QString &word : words) {
        if (word == "saint"_L1) {
            word = u"st"_s;
        } else if (word == "ft"_L1) {
            word = u"fort"_s;
        }
    }
    return words.join(u' ');
}

int PlaceTable::countryNamed(const QString &words) const
{
    return m_countryByName.value(words, -1);
}

int PlaceTable::stateNamed(const QString &words, int country) const
{
    for (const auto *table : {&m_stateByName, &m_stateByCode}) {
        for (const int state : table->value(words)) {
            if (agrees(m_states[state].country, country)) {
                return state;
            }
        }
    }
    return -1;
}

bool PlaceTable::knowsTownIn(const QString &words, Tail tail) const
{
    return std::ranges::any_of(m_townByName.value(words), [&](int index) {
        const Town &town = m_towns[index];
        return agrees(town.state, tail.state) && agrees(town.country, tail.country);
    });
}

// The town of that name in the state or country; without those, the one that the bare name means to most.
Place PlaceTable::townIn(const QString &words, Tail tail) const
{
    const QVector<int> towns = m_townByName.value(words);
    QVector<int> fitting;
    for (const int index : towns) {
        const Town &town = m_towns[index];
        if (agrees(town.state, tail.state) && agrees(town.country, tail.country)) {
            fitting << index;
        }
    }
    const auto main = std::ranges::find_if(fitting, [this](int index) { return m_towns[index].main; });
    if (fitting.size() == 1 || main != fitting.end()) {
        const Town &town = m_towns[main != fitting.end() ? *main : fitting.constFirst()];
        return {town.words, town.state >= 0 ? town.state : tail.state, town.country};
    }
    // Several or none: the usual spelling if all agree on one, and only what the text itself says.
    const QString city = fitting.isEmpty() ? words : m_towns[fitting.constFirst()].words;
    return {city, tail.state, tail.country};
}

Place PlaceTable::placeOf(QStringView location, QStringView city, QStringView state,
                          QStringView country) const
{
    Tail tail;
    const QString countryWords = placeWords(country);
    tail.country = m_countryByName.value(countryWords, m_countryByCode.value(countryWords, -1));
    tail.state = stateNamed(placeWords(state), tail.country);
    if (tail.state >= 0) {
        tail.country = m_states[tail.state].country;
    }
    const QVector<Place> fromLocation = readings(location);
    const QVector<Place> fromCity = readings(city);
    if (fromCity.isEmpty() && fromLocation.isEmpty()) {
        return {{}, tail.state, tail.country};
    }
    Place place = fromCity.isEmpty() ? fromLocation.constFirst() : fromCity.constFirst();
    if (!fromCity.isEmpty() && place.metro < 0 && segmentsOf(city).size() == 1) {
        // The field is for towns: "New York", "Georgia" and "Washington" are towns there, not states.
        place = townIn(placeWords(city), tail);
    }
    const bool sameInLocation = !fromLocation.isEmpty() && fromLocation.constFirst().city == place.city;
    if (tail.state < 0 && sameInLocation && agrees(fromLocation.constFirst().country, tail.country)) {
        tail = {fromLocation.constFirst().state, std::max(fromLocation.constFirst().country, tail.country)};
    }
    if (place.city.isEmpty() || place.metro >= 0) {
        return {{},
                tail.state >= 0 ? tail.state : place.state,
                tail.country >= 0 ? tail.country : place.country,
                place.metro};
    }
    if (tail.state < 0 && tail.country < 0) {
        return place;
    }
    const bool fits = agrees(place.state, tail.state) && agrees(place.country, tail.country);
    return townIn(place.city,
                  fits ? Tail {std::max(tail.state, place.state), std::max(tail.country, place.country)}
                       : tail);
}

QVector<int> PlaceTable::metrosOf(const Place &place) const
{
    QVector<int> metros = m_metroByTown.value(place.city);
    metros.removeIf([&](int metro) { return !isIn(place, metro); });
    return metros;
}

bool PlaceTable::isIn(const Place &place, int metro) const
{
    if (place.metro >= 0) {
        return place.metro == metro;
    }
    return !place.city.isEmpty() && std::ranges::any_of(m_metros[metro].towns, [&](const Place &town) {
        return town.city == place.city && agrees(town.state, place.state)
                && agrees(town.country, place.country);
    });
}

bool PlaceTable::isCore(const Place &place, int metro) const
{
    const Place &core = m_metros[metro].core;
    return core.city == place.city && agrees(core.state, place.state) && agrees(core.country, place.country);
}

bool PlaceTable::isAmbiguous(const Place &place) const
{
    return place.state < 0 && (m_namesakes.contains(place.city) || m_townByName.value(place.city).size() > 1)
            && place.country < 0;
}

QString PlaceTable::closeTown(const QString &words) const
{
    QString found;
    if (words.size() < 7) {
        return found;
    }
    for (const auto &[name, towns] : m_townByName.asKeyValueRange()) {
        if (editDistance(words, name, 1) != 1) {
            continue;
        }
        const QString town = m_towns[towns.constFirst()].words;
        if (!found.isEmpty() && found != town) {
            return {};
        }
        found = town;
    }
    return found;
}

Place PlaceTable::completed(const QString &words, const Place &place) const
{
    return townIn(words, Tail {place.state, place.country});
}

QString PlaceTable::townName(const QString &words) const
{
    const QVector<int> towns = m_townByName.value(words);
    return towns.isEmpty() ? words : m_towns[towns.constFirst()].name;
}

QString PlaceTable::nameOf(const Place &place) const
{
    if (place.metro >= 0) {
        return m_metros[place.metro].name;
    }
    if (!place.city.isEmpty()) {
        return townName(place.city);
    }
    if (place.state >= 0) {
        return m_states[place.state].name;
    }
    return place.country >= 0 ? m_countries[place.country] : QString();
}

QStringList PlaceTable::metroNames() const
{
    QStringList names;
    for (const Metro &metro : m_metros) {
        names << metro.name;
    }
    return names;
}

} // namespace crema::truth
