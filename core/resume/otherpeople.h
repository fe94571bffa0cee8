// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resume/resumelines.h"

#include <vector>

namespace crema::resume {

/// The parts without what they say about somebody else: whom a cover letter addresses, a recruiter, an agent,
/// an emergency contact, referees. Their names, addresses and numbers stand where the owner's may stand.
/// `owner`: the name as far as it can be told, empty when not.
[[nodiscard]] std::vector<Part> withoutOtherPeople(const std::vector<Part> &parts, const QString &owner);

} // namespace crema::resume
