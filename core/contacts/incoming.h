// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"

namespace crema::contacts {

/// A person read from a file, and the row they stand in as a spreadsheet numbers it (for a vCard: which
/// card). `contact.id` is set only when the file is an export of our own.
struct IncomingPerson
{
    Contact contact;
    int row = 0;

    [[nodiscard]] bool operator==(const IncomingPerson &) const = default;
};

} // namespace crema::contacts
