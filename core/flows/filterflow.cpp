// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/filterflow.h"

namespace crema::flows {

Task<Result<>> exchangeFilters(Services *services, QVector<store::SavedFilter> from,
                               QVector<store::SavedFilter> to)
{
    const auto changed = co_await services->store.apply(store::exchangingFilters(from, to));
    co_return changed ? Result<> {} : std::unexpected(changed.error());
}

} // namespace crema::flows
