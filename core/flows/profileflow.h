// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/contactflow.h"
#include "model/profile.h"

namespace crema::flows {

/// Sets profile fields as typed (profileFields()); nothing is written when one is wrong.
[[nodiscard]] Task<Result<Profile>> setProfile(Services *services, FieldValues values);
/// Removes wrongly read employers or experience lines for good, or adds one by hand.
[[nodiscard]] Task<Result<Profile>> saveProfile(Services *services, Profile before, Profile after);

/// Adds to an operation what turns the stored profile `before` into `after`.
void putProfile(store::Operation &operation, const Services &services, const Profile &before,
                const Profile &after);

} // namespace crema::flows
