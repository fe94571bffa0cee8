// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>

namespace crema::store {

// A step is a tenth of a second. Fewer rows would write the pages of the indexes more often; with more of
// them one of the two who take turns, the maker of the records and the writer, waits for the other longer.
inline constexpr std::size_t rowsPerStep = 10'000;
inline constexpr std::size_t rowsPerLargeStep = 20'000; // where the indexes are large
inline constexpr std::size_t rowsOfFirstStep = 2'000;

/// How many new records the step behind the first `rows` takes. The first ones are short: the writer waits
/// for the next while it is made ready.
[[nodiscard]] inline std::size_t rowsOfStep(std::size_t rows)
{
    const std::size_t most = std::clamp(rows / 10, rowsPerStep, rowsPerLargeStep);
    return std::clamp(2 * rows, rowsOfFirstStep, most);
}

} // namespace crema::store
