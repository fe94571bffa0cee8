// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <exception>
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

} // namespace crema
