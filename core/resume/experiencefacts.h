// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/profile.h"
#include "resume/resumelines.h"

namespace crema::resume {

/// Fills employers and what was done there, from the parts about work; where a resume has no such part, what
/// was done comes from its projects and activities (but no employers).
void readExperienceFacts(const std::vector<Part> &parts, ResumeFacts &facts);

} // namespace crema::resume
