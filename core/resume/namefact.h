// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/profile.h"
#include "resume/resumelines.h"

namespace crema::resume {

/// The person's name: labelled, at the top, in the largest type, or like the email and LinkedIn address
/// already in `facts`. Empty when nothing at the top is clearly a name.
[[nodiscard]] ResumeLine nameIn(const std::vector<Part> &parts, int titleLine, const ResumeFacts &facts);

/// The name a text consists of, without labels ("Name:"), degrees ("MBA", "Ph.D.") and pronouns; {} when it
/// is no name.
[[nodiscard]] QString asName(QStringView text);

} // namespace crema::resume
