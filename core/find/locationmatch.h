// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "find/fit.h"
#include "model/contact.h"
#include "truth/knowledge.h"

namespace crema::find {

/// Compares where people are with the place that is looked for: a town, an area, a state or a country.
class LocationMatch
{
public:
    LocationMatch(QStringView wanted, const truth::DirectoryKnowledge &knowledge);

    [[nodiscard]] Fit fit(const truth::Place &place) const;
    [[nodiscard]] truth::Place placeOf(const Contact &person) const;

    /// The areas that a widened search takes in: "Los Angeles area"; none when the place belongs to none.
    [[nodiscard]] QStringList areaNames() const;
    /// The one of them that `place` is in.
    [[nodiscard]] QString areaNameOf(const truth::Place &place) const;

private:
    [[nodiscard]] Fit fitOf(const truth::Place &wanted, const truth::Place &place) const;

    const truth::PlaceTable &m_table;
    QVector<truth::Place> m_wanted;
    QVector<int> m_areas;
    bool m_misspelt = false;
};

/// "Evanston, Illinois": where the person is, as the record has it.
[[nodiscard]] QString locationInWords(const Contact &person);

} // namespace crema::find
