// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/columns.h"

#include <QString>

// What the names of members say in the JSON of other programs.

namespace crema::exchange {

/// targetForHeader, kept for the names that a file has in all its records.
[[nodiscard]] Field fieldOf(const QString &key);

/// What a member is called inside of a container. "name 1 givenName" is a given name wherever it stands,
/// "organization 1 name" a firm.
[[nodiscard]] QString joined(const QString &container, const QString &key);

/// True for containers that say nothing about what is inside: HubSpot's "properties", Airtable's "fields",
/// the "node" of GraphQL.
[[nodiscard]] bool isWrapping(const QString &key);
/// Of these, what holds a record or a part of one: "contact", "profile", "node".
[[nodiscard]] bool holdsPerson(const QString &key);
/// Of these, what holds a person and nothing else: "profile", "user".
[[nodiscard]] bool isPersonByName(const QString &key);

/// Whom somebody's record names as theirs: "manager", "references".
[[nodiscard]] bool isOfRelations(const QString &key);

/// "Work account", "Home address": what reaches somebody, not who they are.
[[nodiscard]] bool isNameOfPoint(const QString &name);

/// "emailAddress" of "emailAddresses".
[[nodiscard]] QString singular(const QString &key);

} // namespace crema::exchange
