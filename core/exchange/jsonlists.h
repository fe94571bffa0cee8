// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QString>
#include <QVector>

#include <optional>

namespace crema::exchange {

/// A list of objects somewhere in the JSON of another program, or an object of people by their keys
/// ({"u1": {"name": "Ann Lee"}, "u2": {...}}).
struct FoundList
{
    const Json *list = nullptr; ///< as it stands in the file
    QString key; ///< what it is called; empty for the file itself
    qsizetype fields = 0; ///< how much its members tell of people: a name, an address, a firm. 0 for none
    bool ofPeople = false; ///< most members are surely people
    bool mayBePeople = false; ///< most members are somebody by whatever name and address
    std::optional<Json> keyed; ///< the people by their keys as a list, with the keys in it

    [[nodiscard]] const Json &members() const { return keyed ? *keyed : *list; }
    /// "names", "emailAddresses" and "organizations" of one person, unlike "contacts" and "people".
    [[nodiscard]] bool isOfOne() const;
    /// Whom somebody's record names as theirs.
    [[nodiscard]] bool isOfRelations() const;
    /// True where its name says that there are people in it ("friends"), whoever else the file names.
    [[nodiscard]] bool isCalledPeople() const;
    /// The same, or that there are several of anything ("records").
    [[nodiscard]] bool isOfSeveral() const;
    /// True where its members do, whatever it is called.
    [[nodiscard]] bool hasPeople() const { return ofPeople && !isOfOne() && !isOfRelations(); }
};

[[nodiscard]] QVector<FoundList> listsIn(const Json &json);

/// The list whose members tell most of people; nothing where there is no list.
[[nodiscard]] FoundList bestOf(const QVector<FoundList> &lists);

} // namespace crema::exchange
