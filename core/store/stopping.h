// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

#include <stop_token>

namespace crema::store {

/// Makes whatever the connection runs fail once a stop is requested. `stop` outlives the connection.
void heed(Connection &connection, const std::stop_token &stop);

} // namespace crema::store
