// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contacts/identity.h"

#include <QString>

namespace crema::contacts {

enum class Verdict { different, possible, same };

/// Whether two records are one person.
struct Sameness
{
    Verdict verdict = Verdict::different;
    QString reason; ///< for people, translated: "the same name and company, but different job titles"
    double score = 0; ///< how likely it is one person, 0 to 1
    IdentityType by = IdentityType::name; ///< what it rests on

    [[nodiscard]] bool operator==(const Sameness &) const = default;
};

/// The rules, first that applies (DESIGN 5, made strict: in doubt nobody is melted into somebody else):
/// 1. A fictional sample person and a real one are different.
/// 2. The same LinkedIn profile: the same person; possible when the names have nothing in common, or differ
/// and
///    the personal addresses do, too.
/// 3. The same personal email address (shared mailboxes and "none@none.com" do not count): the same person
/// when
///    their names agree or one has none; possible with a different name, or when only one is "Jr." and they
///    work for different firms.
/// 4. The same full name and the same company (legal forms aside; "self-employed" and the like are none, and
///    "LinkedIn Member" is nobody's name):
///    - both have LinkedIn profiles, none shared, or both have personal addresses, none shared: possible;
///    - their middle names contradict each other: possible;
///    - they contradict each other in job title at that company, school, place or phone: possible;
///    - otherwise the same person. So a bare line that stands in a file twice is one person, and a line with
///    an address
///      and one with a profile complete each other, but two lines with different titles are two people.
/// 5. The same full name, no company in common: possible when a phone number, school or city is shared too,
/// or when one
///    of the two has no company; else different.
/// 6. Anything else is different.
/// The order of `a` and `b` does not matter.
[[nodiscard]] Sameness compare(const Contact &a, const Contact &b);

enum class NameMatch {
    unknown, ///< one has no name
    same,
    agreeing, ///< "J. Smith" and "John Smith", "Marisol" and "Marisol Quandahl"
    different,
};

[[nodiscard]] NameMatch compareNames(const Contact &a, const Contact &b);

} // namespace crema::contacts
