// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/profile.h"
#include "resume/resumelines.h"

namespace crema::resume {

/// Fills university, degree, major and graduation year from the latest place of higher education.
void readEducationFacts(const std::vector<Part> &parts, ResumeFacts &facts);

} // namespace crema::resume
