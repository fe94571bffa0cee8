// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/prep.h"

namespace crema::prep {

/// The prep with every text cut to what two pages could show at most, so that no later step works through
/// megabytes. Lists keep their length.
[[nodiscard]] Prep withinLimits(Prep prep);

} // namespace crema::prep
