// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QVector>

namespace crema::truth {

/// Where a text says somebody is; what it leaves open stays open. Numbers are indices into the PlaceTable, -1
/// unknown.
struct Place
{
    QString city; ///< folded words of the usual English name: "los angeles", "munich"
    int state = -1;
    int country = -1;
    int metro = -1; ///< when the text names an area ("Greater Chicago Area") rather than a town

    [[nodiscard]] bool isEmpty() const { return city.isEmpty() && state < 0 && country < 0 && metro < 0; }
    [[nodiscard]] bool operator==(const Place &) const = default;
};

/// Countries, states, towns with several names or namesakes, and metropolitan areas. All names match as whole
/// words.
class PlaceTable
{
public:
    /// Reads resources/data/metros.json.
    void read(const Json &json);

    /// What a text can mean, the likeliest first: "Georgia" is a state and a country, "LA" is Los Angeles
    /// only.
    [[nodiscard]] QVector<Place> readings(QStringView text) const;
    /// The place that the separate fields of a record and its free text describe together; the fields win.
    [[nodiscard]] Place placeOf(QStringView location, QStringView city, QStringView state,
                                QStringView country) const;

    /// The areas a town belongs to.
    [[nodiscard]] QVector<int> metrosOf(const Place &place) const;
    /// True when `place` is that area or a town in it.
    [[nodiscard]] bool isIn(const Place &place, int metro) const;
    /// True when the area is named after this town.
    [[nodiscard]] bool isCore(const Place &place, int metro) const;
    /// The town that the area is named after.
    [[nodiscard]] const Place &coreOf(int metro) const { return m_metros[metro].core; }
    /// True when the name stands for several towns and nothing else in `place` says which.
    [[nodiscard]] bool isAmbiguous(const Place &place) const;
    /// A known town whose name differs from `words` in one letter; empty when there is none or more than one.
    [[nodiscard]] QString closeTown(const QString &words) const;

    [[nodiscard]] const QString &countryName(int country) const { return m_countries[country]; }
    [[nodiscard]] const QString &stateName(int state) const { return m_states[state].name; }
    [[nodiscard]] const QString &metroName(int metro) const { return m_metros[metro].name; }
    [[nodiscard]] bool knowsTown(const QString &words) const { return m_townByName.contains(words); }
    /// The town of that name in the state and country of `place`; what the bare name means to most without
    /// those.
    [[nodiscard]] Place completed(const QString &words, const Place &place) const;
    /// The town as people write it ("São Paulo"); the folded words when it is not in the table.
    [[nodiscard]] QString townName(const QString &words) const;
    /// The place as people write it: the area, the town, the state or the country.
    [[nodiscard]] QString nameOf(const Place &place) const;
    [[nodiscard]] QStringList metroNames() const;
    /// Every word that occurs in a country's, state's or known town's name.
    [[nodiscard]] const QSet<QString> &words() const { return m_words; }

private:
    struct State
    {
        QString name;
        int country = -1;
    };
    struct Town
    {
        QString name; ///< for people
        QString words;
        int state = -1;
        int country = -1;
        bool main = false; ///< what the bare name means to most
    };
    struct Metro
    {
        QString name;
        Place core;
        QVector<Place> towns;
    };
    struct Tail
    {
        int state = -1;
        int country = -1;
    };

    void readCountries(const Json &json);
    void readStates(const Json &json);
    void readTowns(const Json &json);
    void readMetros(const Json &json);
    void noteWords(const QString &words);

    [[nodiscard]] QVector<Place> readingsOfOne(const QString &words) const;
    [[nodiscard]] QVector<Place> readingsOfList(const QStringList &segments) const;
    [[nodiscard]] QVector<Place> readingsOfUnseparated(const QString &words) const;
    [[nodiscard]] QVector<Tail> tailsNamed(const QString &words) const;
    [[nodiscard]] Place townIn(const QString &words, Tail tail) const;
    [[nodiscard]] bool knowsTownIn(const QString &words, Tail tail) const;
    [[nodiscard]] int metroNamed(const QString &words) const;
    [[nodiscard]] int countryNamed(const QString &words) const;
    [[nodiscard]] int stateNamed(const QString &words, int country) const;

    QVector<QString> m_countries;
    QVector<State> m_states;
    QVector<Town> m_towns;
    QVector<Metro> m_metros;
    QHash<QString, int> m_countryByName;
    QHash<QString, int> m_countryByCode; ///< ISO 3166-1 two letters
    QHash<QString, QVector<int>> m_stateByName;
    QHash<QString, QVector<int>> m_stateByCode;
    QHash<QString, QVector<int>> m_townByName;
    QHash<QString, int> m_metroByName;
    QHash<QString, QVector<int>> m_metroByTown;
    QSet<QString> m_namesakes; ///< town names that many places share
    QSet<QString> m_words;
};

/// Folded words joined by blanks, initials joined: "L.A." -> "la", "São Paulo" -> "sao paulo", "St. Louis" ->
/// "st louis".
[[nodiscard]] QString placeWords(QStringView text);

} // namespace crema::truth
