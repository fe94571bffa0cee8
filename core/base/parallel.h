// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <exception>
#include <iterator>
#include <span>
#include <thread>
#include <vector>

namespace crema {

/// How many threads are worth having for work that only computes.
[[nodiscard]] inline size_t computingThreads()
{
    return std::clamp<size_t>(std::thread::hardware_concurrency(), 1, 4);
}

/// Runs `work(part)` for every part below `parts` at the same time, the first on this thread, and returns
/// when all have ended. What one of them throws is thrown here. For workers: the window's thread must not
/// wait.
template <typename Work>
void inParallel(size_t parts, const Work &work)
{
    std::vector<std::exception_ptr> faults(parts);
    const auto guarded = [&work, &faults](size_t part) {
        try {
            work(part);
        } catch (...) {
            faults[part] = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        for (size_t part = 1; part < parts; ++part) {
            others.emplace_back([&guarded, part] { guarded(part); });
        }
        guarded(0);
    }
    for (const std::exception_ptr &fault : faults) {
        if (fault) {
            std::rethrow_exception(fault);
        }
    }
}

/// The items in order; long ones are sorted on two threads.
template <typename T>
[[nodiscard]] std::vector<T> sortedInParallel(std::vector<T> items)
{
    constexpr size_t worthAThread = 20'000;
    if (items.size() < worthAThread || computingThreads() < 2) {
        std::ranges::sort(items);
        return items;
    }
    const std::span<T> all(items);
    const std::array halves {all.first(all.size() / 2), all.subspan(all.size() / 2)};
    inParallel(halves.size(), [&halves](size_t part) { std::ranges::sort(halves[part]); });
    std::vector<T> sorted;
    sorted.reserve(items.size());
    std::ranges::merge(halves[0], halves[1], std::back_inserter(sorted));
    return sorted;
}

} // namespace crema
