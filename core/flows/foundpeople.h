// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "model/run.h"

namespace crema::flows {

/// The contact that a found person already is, by a key that counts as identity; empty for somebody new.
[[nodiscard]] Result<QString> knownContact(const Services &services, const FoundPerson &found);
[[nodiscard]] Result<QString> knownContact(const store::Reader &reader, const FoundPerson &found);

/// Makes a contact of a found person: with what says where each field is from, and the run that brought them
/// (empty: none).
void createFound(store::Operation &operation, const Services &services, const FoundPerson &found,
                 const QString &contactId, const QString &runId);

} // namespace crema::flows
