// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/resume.h"

namespace crema::resume {

/// Takes out what a template says before anybody filled it in: "First Last", "(123) 456-7890", "Company
/// Name".
void dropTemplateWords(ResumeFacts &facts);

} // namespace crema::resume
