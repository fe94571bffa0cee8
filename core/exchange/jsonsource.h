// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <string_view>

namespace crema::exchange {

/// A text as JSON, or the objects that stand in it line by line. Members of one name are all kept. Fails with
/// rejectedInput, which says where.
[[nodiscard]] Result<Json> jsonOf(std::string_view text);

} // namespace crema::exchange
