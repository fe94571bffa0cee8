// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace crema::store {

/// The SQL of each numbered step; step N is at index N-1. A step that has shipped is never edited. Each new
/// one changes the tables, if only by an index: by them a database is known whose header is damaged.
[[nodiscard]] const std::vector<const char *> &migrationSteps();

} // namespace crema::store
