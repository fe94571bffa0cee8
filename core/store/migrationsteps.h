// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace crema::store {

/// The SQL of each numbered step; step N is at index N-1. A step that has shipped is never edited.
[[nodiscard]] const std::vector<const char *> &migrationSteps();

} // namespace crema::store
