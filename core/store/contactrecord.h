// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"
#include "store/preparedrecord.h"

namespace crema::store {

/// The same as prepareRecord() of the contact's body, made from the contact itself: an import makes a hundred
/// thousand of them. `keys` are the hashes (keyHash) of the contact's keys, in any order. Fails (internal)
/// for a contact without an id.
[[nodiscard]] Result<PreparedRecord> prepareContact(const Contact &contact, std::vector<qint64> keys);

} // namespace crema::store
