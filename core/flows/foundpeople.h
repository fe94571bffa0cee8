// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "model/run.h"

namespace crema::flows {

/// The contact that a found person already is, by a key that counts as identity; empty for somebody new.
[[nodiscard]] Result<QString> knownContact(const Services &services, const FoundPerson &found);
[[nodiscard]] Result<QString> knownContact(const store::Reader &reader, const FoundPerson &found);

} // namespace crema::flows
