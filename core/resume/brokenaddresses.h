// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resume/resumelines.h"

#include <vector>

namespace crema::resume {

/// Narrow columns break addresses and numbers. The lines with a profile that the next line surely ends made
/// whole, and without what may be only half of an email address or telephone number: half of one is a wrong
/// one.
[[nodiscard]] std::vector<Line> withoutBrokenAddresses(std::vector<Line> lines);

} // namespace crema::resume
