// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contacts/personkeys.h"

#include <memory>
#include <optional>
#include <vector>

namespace crema::contacts {

/// A person read from a file, and the row they stand in as a spreadsheet numbers it (for a vCard: which
/// card). `contact.id` is set only when the file is an export of our own.
struct IncomingPerson
{
    Contact contact;
    int row = 0;
    std::optional<PersonKeys> keys {}; ///< of the contact, when the reader has worked them out already
};

/// The people of a file in the order of their rows. Each stays where it is in memory, from the thread that
/// reads the row to the one that makes the record: a hundred thousand of them are a hundred megabytes to
/// move.
using People = std::vector<std::unique_ptr<IncomingPerson>>;

} // namespace crema::contacts
