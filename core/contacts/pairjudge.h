// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contacts/persontraits.h"

#include <optional>

namespace crema::contacts {

/// How two names stand to each other, closest first.
enum class NameRelation {
    same,
    accents, ///< Müller, Muller
    spelling, ///< Müller, Mueller; Юлия, Julia
    swapped, ///< first and last name in each other's place
    part, ///< one has a name more: a middle name, half of a double name
    nickname, ///< Bob, Robert
    oneLetter,
    twoLetters,
    initial, ///< J., John
    otherFamily, ///< the same given name, another last name
    unknown, ///< one has no name
    different,
};

[[nodiscard]] NameRelation relationOf(const PersonTraits &a, const PersonTraits &b);

/// What makes two records look like one person, beside the name.
enum class Evidence { linkedin, email, phone, company, school, city, nothingElse };

/// What speaks against it.
enum class Doubt { none, linkedin, email, title, school, place, phone };

/// Two records that may be one person.
struct PairFinding
{
    int score = 0; ///< 0..100: how likely it is one person
    NameRelation names = NameRelation::same;
    Evidence evidence = Evidence::nothingElse;
    Doubt doubt = Doubt::none;

    [[nodiscard]] bool operator==(const PairFinding &) const = default;
};

/// Nothing when they do not look like one person: a namesake at another firm alone is somebody else, unless
/// the name is a rare one, and a fictional sample person is never a real one. The order does not matter.
[[nodiscard]] std::optional<PairFinding> judge(const PersonTraits &a, const PersonTraits &b);

/// The finding in words, translated: "Bob and Robert are forms of one name, the same company".
[[nodiscard]] QString reasonInWords(const PairFinding &finding, const PersonTraits &a, const PersonTraits &b);

} // namespace crema::contacts
