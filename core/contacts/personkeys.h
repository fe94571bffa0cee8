// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contacts/identity.h"

#include <QVarLengthArray>

namespace crema::contacts {

/// By what somebody is looked up, worked out once: on all processors where a file is read, since it costs
/// more than the looking up.
struct PersonKeys
{
    explicit PersonKeys(const Contact &contact);

    using Hashes = QVarLengthArray<qint64, 6>;

    Hashes plain; ///< of identityKeys, in their order, as the store keeps them
    Hashes exact; ///< of the weak keys with what else the line says: find the very same line again
};

} // namespace crema::contacts
