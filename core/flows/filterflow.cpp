// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/filterflow.h"

namespace crema::flows {

Task<Result<>> exchangeFilters(Services *services, QVector<store::SavedFilter> from,
                               QVector<store::SavedFilter> to, std::function<void()> then)
{
    const auto changed = co_await services->store.apply(store::exchangingFilters(from, to));
    if (!changed) {
        co_return std::unexpected(changed.error());
    }
    then();
    co_return Result<> {};
}

} // namespace crema::flows
