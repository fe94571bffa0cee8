// SPDX-License-Identifier: GPL-3.0-or-later
#include "truth/places.h"

#include "base/text.h"
#include "truth/segments.h"

using namespace Qt::StringLiterals;

namespace crema::truth {

void PlaceTable::noteWords(const QString &words)
{
    for (const QString &word : words.split(u' ')) {
        m_words.insert(word);
    }
}

void PlaceTable::read(const Json &json)
{
    readCountries(arrayAt(json, "countries"));
    readStates(arrayAt(json, "states"));
    for (const QString &name : textsAt(json, "namesakes")) {
        m_namesakes.insert(placeWords(name));
    }
    readTowns(arrayAt(json, "towns"));
    readMetros(arrayAt(json, "metros"));
}

void PlaceTable::readCountries(const Json &json)
{
    for (const Json &entry : json) {
        const auto country = static_cast<int>(m_countries.size());
        m_countries << textAt(entry, "name");
        m_countryByCode.insert(fold(textAt(entry, "code")), country);
        QStringList names = textsAt(entry, "aliases");
        names.prepend(textAt(entry, "name"));
        for (const QString &name : std::as_const(names)) {
            const QString words = placeWords(name);
            m_countryByName.insert(words, country);
            noteWords(words);
        }
    }
}

void PlaceTable::readStates(const Json &json)
{
    for (const Json &entry : json) {
        const auto state = static_cast<int>(m_states.size());
        m_states << State {textAt(entry, "name"), m_countryByCode.value(fold(textAt(entry, "country")), -1)};
        QStringList names = textsAt(entry, "aliases");
        names.prepend(textAt(entry, "name"));
        for (const QString &name : std::as_const(names)) {
            const QString words = placeWords(name);
            m_stateByName[words] << state;
            noteWords(words);
        }
        if (const QString code = fold(textAt(entry, "code")); !code.isEmpty()) {
            m_stateByCode[code] << state;
        }
    }
}

void PlaceTable::readTowns(const Json &json)
{
    for (const Json &entry : json) {
        Town town;
        town.name = textAt(entry, "name");
        town.words = placeWords(town.name);
        town.country = m_countryByCode.value(fold(textAt(entry, "country")), -1);
        town.state = stateNamed(fold(textAt(entry, "state")), town.country);
        // Names that few share mean the town they are listed for, unless the data says otherwise.
        town.main = boolAt(entry, "main", !m_namesakes.contains(town.words));
        const auto index = static_cast<int>(m_towns.size());
        QStringList names = textsAt(entry, "aliases");
        names.prepend(town.name);
        for (const QString &name : std::as_const(names)) {
            const QString words = placeWords(name);
            if (!m_townByName[words].contains(index)) {
                m_townByName[words] << index;
            }
            noteWords(words);
        }
        m_towns << std::move(town);
    }
}

void PlaceTable::readMetros(const Json &json)
{
    for (const Json &entry : json) {
        const auto index = static_cast<int>(m_metros.size());
        Metro metro;
        metro.name = textAt(entry, "name");
        const int country = m_countryByCode.value(fold(textAt(entry, "country")), -1);
        const int state = stateNamed(fold(textAt(entry, "state")), country);
        QStringList towns = textsAt(entry, "towns");
        towns.prepend(textAt(entry, "core"));
        for (const QString &text : std::as_const(towns)) {
            // "Jersey City, NJ" stands in another state than the core.
            const QList<QStringView> segments = segmentsOf(text);
            Tail tail {state, country};
            if (segments.size() > 1) {
                tail.state = stateNamed(fold(segments.constLast()), country);
            }
            const Place place = townIn(placeWords(segments.constFirst()), tail);
            if (!metro.towns.contains(place)) {
                metro.towns << place;
                m_metroByTown[place.city] << index;
            }
        }
        metro.core = metro.towns.constFirst();
        QStringList names = textsAt(entry, "aliases");
        names.prepend(metro.name);
        for (const QString &name : std::as_const(names)) {
            m_metroByName.insert(placeWords(name), index);
        }
        m_metros << std::move(metro);
    }
}

} // namespace crema::truth
