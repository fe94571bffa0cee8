// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/sameline.h"

#include "base/text.h"
#include "contacts/identity.h"
#include "contacts/merging.h"
#include "contacts/placeholders.h"
#include "contacts/sameness.h"

#include <algorithm>
#include <array>

namespace crema::contacts {

namespace {

bool saysMoreThanName(const Contact &contact)
{
    return !contact.addresses.isEmpty() || !contact.phones.isEmpty() || !contact.links.isEmpty()
            || !contact.positions.isEmpty() || !contact.schools.isEmpty() || !contact.notes.isEmpty();
}

/// "LinkedIn Member": two lines of it are two people who hide.
bool isNobodys(const Contact &contact)
{
    return !contact.name().isEmpty() && isNobodysName(foldedWords(contact.name()));
}

/// Nothing in one record that the other lacks, or at least a telephone in common. A school or a tag alone
/// does not make the richer of two namesakes the one who is meant.
bool isAsMuch(const Contact &existing, const Contact &incoming)
{
    const auto sizes = [](const Contact &contact) {
        return std::array {contact.addresses.size(), contact.phones.size(), contact.links.size(),
                           contact.positions.size(), contact.schools.size()};
    };
    return !incoming.phones.isEmpty() || sizes(existing) == sizes(incoming);
}

/// An address that the other has not; of namesakes nearly always.
bool hasOtherAddress(const Contact &existing, const Contact &incoming)
{
    return std::ranges::any_of(incoming.addresses, [&existing](const ContactPoint &address) {
        const QString email = normalisedEmail(address.value);
        return std::ranges::none_of(existing.addresses, [&email](const ContactPoint &own) {
            return normalisedEmail(own.value) == email;
        });
    });
}

/// Nobody's name on either side is the same too where the mailbox is: "info@acme.example".
bool isSameName(const Contact &a, const Contact &b)
{
    const bool nameless = a.name().isEmpty() && b.name().isEmpty();
    return nameless ? !a.email().isEmpty() && fold(a.email()) == fold(b.email())
                    : compareNames(a, b) == NameMatch::same;
}

} // namespace

bool isSameLine(const Contact &existing, const Contact &incoming, bool wasThere)
{
    return existing.sample == incoming.sample && isSameName(existing, incoming)
            && (wasThere || (saysMoreThanName(incoming) && !isNobodys(existing)))
            && isAsMuch(existing, incoming) && !hasOtherAddress(existing, incoming)
            && contradictedFields(existing, incoming).isEmpty() && !filled(existing, incoming).changed;
}

} // namespace crema::contacts
