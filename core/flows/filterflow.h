// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "store/savedfilters.h"

namespace crema::flows {

/// Brings the saved filters from one state of all of them to another: the way there and back of a change that
/// the history does not have.
[[nodiscard]] Task<Result<>> exchangeFilters(Services *services, QVector<store::SavedFilter> from,
                                             QVector<store::SavedFilter> to);

} // namespace crema::flows
