// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QString>
#include <QVector>

#include <optional>
#include <stop_token>

namespace crema::exchange {

/// A list of objects somewhere in the JSON of another program, an object of people by their keys
/// ({"u1": {"name": "Ann Lee"}, "u2": {...}}), or the people of a list of groups.
struct FoundList
{
    const Json *list = nullptr; ///< as it stands in the file
    QString key; ///< what it is called; empty for the file itself
    qsizetype fields = 0; ///< how much its members tell of people: a name, an address, a firm. 0 for none
    bool ofPeople = false; ///< most members are surely people
    bool mayBePeople = false; ///< most members are somebody by whatever name and address
    bool ofFirms = false; ///< most members are called as firms are, or have an address of one
    bool ofGroups = false; ///< its members have lists of people, which were found
    std::optional<Json> gathered; ///< people who do not stand in one list, as one: with their keys and groups

    [[nodiscard]] const Json &members() const { return gathered ? *gathered : *list; }
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

/// "Chess Club".
[[nodiscard]] bool isGroup(const QString &name);

/// Ends early, with what was found so far, when a stop is asked for.
[[nodiscard]] QVector<FoundList> listsIn(const Json &json, const std::stop_token &stop);

/// The index of the list whose members tell most of people; -1 where there is no list.
[[nodiscard]] qsizetype bestOf(const QVector<FoundList> &lists);

} // namespace crema::exchange
