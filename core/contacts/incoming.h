// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contacts/personkeys.h"

#include <optional>

namespace crema::contacts {

/// A person read from a file, and the row they stand in as a spreadsheet numbers it (for a vCard: which
/// card). `contact.id` is set only when the file is an export of our own.
struct IncomingPerson
{
    Contact contact;
    int row = 0;
    std::optional<PersonKeys> keys {}; ///< of the contact, when the reader has worked them out already

    [[nodiscard]] bool operator==(const IncomingPerson &other) const
    {
        return row == other.row && contact == other.contact;
    }
};

} // namespace crema::contacts
