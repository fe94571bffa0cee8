// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/peoplereader.h"
#include "flows/importtelling.h"
#include "store/operation.h"

#include <functional>
#include <stop_token>

namespace crema::flows {

/// What an import does beside adding people, and what there is to tell of all of it.
struct PlannedImport
{
    ImportOutcome outcome; ///< without the operation, which is still to come
    std::vector<store::RecordPatch> changes; ///< of contacts that are there
    QHash<QString, Completed> completed; ///< by the ids of those
};

/// Takes people to be added, in portions, as soon as nothing in the file can change them any more. `done`:
/// how many rows so far need nothing more beside them.
using GiveOut = std::function<void(contacts::People people, size_t done)>;

/// Recognises the people of a file (see contacts::ImportPlanner). Their `contact.id` is empty, or, from an
/// export of our own, an id that is free. Fails with `cancelled` or what the database says.
[[nodiscard]] Result<PlannedImport> planPeople(exchange::ReadPeople read, const QString &databasePath,
                                               const GiveOut &giveOut, const std::stop_token &stop);

} // namespace crema::flows
