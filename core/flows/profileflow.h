// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/contactflow.h"
#include "model/profile.h"

namespace crema::flows {

/// Reads a resume (PDF, DOCX, text), keeps the file, makes it the default and fills the profile where the user has not
/// decided by hand; one operation.
[[nodiscard]] Task<Result<Resume>> setResume(Services *services, QString path, QString password);
/// Sets profile fields as typed (profileFields()); nothing is written when one is wrong.
[[nodiscard]] Task<Result<Profile>> setProfile(Services *services, FieldValues values);
/// Removes wrongly read employers or experience lines for good, or adds one by hand.
[[nodiscard]] Task<Result<Profile>> saveProfile(Services *services, Profile before, Profile after);

} // namespace crema::flows
