// SPDX-License-Identifier: GPL-3.0-or-later
#include "truth/places.h"

#include "truth/segments.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::truth {

namespace {

// "Greater Chicago Area" -> "chicago"; empty when the words do not name an area.
QString withoutAreaWords(const QString &words)
{
    static const QSet<QString> areaWords {u"greater"_s, u"area"_s,     u"metropolitan"_s, u"metro"_s,
                                          u"region"_s,  u"großraum"_s, u"grossraum"_s,    u"metroplex"_s};
    QStringList kept = words.split(u' ');
    const qsizetype before = kept.size();
    kept.removeIf([](const QString &word) { return areaWords.contains(word); });
    return kept.size() < before ? kept.join(u' ') : QString();
}

bool isCode(const QString &words)
{
    return words.size() == 2 || words.size() == 3;
}

bool agrees(int a, int b)
{
    return a < 0 || b < 0 || a == b;
}

} // namespace

int PlaceTable::metroNamed(const QString &words) const
{
    const auto named = m_metroByName.constFind(words);
    if (named != m_metroByName.constEnd()) {
        return *named;
    }
    const QString core = withoutAreaWords(words);
    if (core.isEmpty()) {
        return -1;
    }
    for (const int metro : m_metroByTown.value(townIn(core, {}).city)) {
        if (m_metros[metro].core.city == townIn(core, {}).city) {
            return metro;
        }
    }
    return m_metroByName.value(core, -1);
}

QVector<PlaceTable::Tail> PlaceTable::tailsNamed(const QString &words) const
{
    QVector<Tail> tails;
    for (const auto *table : {&m_stateByName, &m_stateByCode}) {
        for (const int state : table->value(words)) {
            tails << Tail {state, m_states[state].country};
        }
    }
    if (const int country = countryNamed(words); country >= 0) {
        tails << Tail {-1, country};
    }
    if (const auto code = m_countryByCode.constFind(words); code != m_countryByCode.constEnd()) {
        tails << Tail {-1, *code};
    }
    return tails;
}

QVector<Place> PlaceTable::readingsOfOne(const QString &words) const
{
    const QVector<int> towns = m_townByName.value(words);
    if (std::ranges::any_of(towns, [this](int index) { return m_towns[index].main; })) {
        return {townIn(words, {})};
    }
    if (const int metro = metroNamed(words); metro >= 0) {
        return {Place {{}, m_metros[metro].core.state, m_metros[metro].core.country, metro}};
    }
    QVector<Place> readings;
    for (const int state : m_stateByName.value(words)) {
        readings << Place {{}, state, m_states[state].country};
    }
    if (const int country = countryNamed(words); country >= 0) {
        readings << Place {{}, -1, country};
    }
    if (!towns.isEmpty()) {
        readings << townIn(words, {});
    }
    if (readings.isEmpty() && isCode(words)) {
        for (const int state : m_stateByCode.value(words)) {
            readings << Place {{}, state, m_states[state].country};
        }
    }
    return readings;
}

// "Portland ME", "Paris France": a town and its state or country without punctuation.
QVector<Place> PlaceTable::readingsOfUnseparated(const QString &words) const
{
    const QStringList list = words.split(u' ');
    for (qsizetype length = std::min<qsizetype>(3, list.size() - 1); length > 0; --length) {
        const QString tail = list.mid(list.size() - length).join(u' ');
        const bool known = m_stateByName.contains(tail) || m_stateByCode.contains(tail)
                || m_countryByName.contains(tail);
        if (known) {
            return readingsOfList({list.mid(0, list.size() - length).join(u' '), tail});
        }
    }
    return {};
}

QVector<Place> PlaceTable::readingsOfList(const QStringList &segments) const
{
    QVector<Place> readings;
    for (Tail tail : tailsNamed(segments.constLast())) {
        QStringList rest = segments.mid(0, segments.size() - 1);
        const bool stateOnly = rest.size() == 1 && tail.state < 0 && !knowsTownIn(rest.constLast(), tail);
        if (tail.state < 0 && (rest.size() > 1 || stateOnly)) {
            tail.state = stateNamed(rest.constLast(), tail.country);
            if (tail.state >= 0) {
                rest.removeLast();
            }
        }
        if (rest.isEmpty()) {
            readings << Place {{}, tail.state, tail.country};
            continue;
        }
        const auto known = std::ranges::find_if(
                rest, [&](const QString &words) { return knowsTownIn(words, tail); });
        if (known != rest.end()) {
            return {townIn(*known, tail)};
        }
        const int metro = metroNamed(rest.constFirst());
        if (metro >= 0 && agrees(m_metros[metro].core.country, tail.country)) {
            return {Place {{}, tail.state, m_metros[metro].core.country, metro}};
        }
        readings << townIn(rest.constFirst(), tail);
    }
    if (!readings.isEmpty()) {
        return {readings.constFirst()};
    }
    for (const QString &segment : segments) {
        readings = readingsOfOne(segment);
        if (!readings.isEmpty()) {
            return readings;
        }
    }
    return {Place {segments.constFirst()}};
}

QVector<Place> PlaceTable::readings(QStringView text) const
{
    QStringList segments;
    for (const QStringView segment : segmentsOf(text)) {
        const QString words = placeWords(segment);
        if (!words.isEmpty()) {
            segments << words;
        }
    }
    if (segments.isEmpty()) {
        return {};
    }
    if (segments.size() > 1) {
        return readingsOfList(segments);
    }
    const QString &words = segments.constFirst();
    QVector<Place> readings = readingsOfOne(words);
    if (readings.isEmpty()) {
        readings = readingsOfUnseparated(words);
    }
    if (readings.isEmpty()) {
        const QString core = withoutAreaWords(words);
        readings << Place {core.isEmpty() ? words : core};
    }
    return readings;
}

} // namespace crema::truth
