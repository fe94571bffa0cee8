// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace crema {

/// For loops over very many objects that lie apart in memory, at the item of this index: has the processor
/// fetch one of those to come, which it would otherwise wait for.
template <typename T>
void prefetchAhead(const std::vector<std::unique_ptr<T>> &items, size_t index)
{
    constexpr size_t ahead = 8;
    constexpr size_t cacheLine = 64;
    if (index + ahead < items.size()) {
        const auto *bytes = static_cast<const char *>(static_cast<const void *>(items[index + ahead].get()));
        for (size_t at = 0; at < sizeof(T); at += cacheLine) {
            __builtin_prefetch(bytes + at);
        }
    }
}

} // namespace crema
