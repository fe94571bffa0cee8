// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deployment.h"

#include <QString>

#include <optional>

namespace crema::ui {

/// What a paid search would cost now, and whether it can be made.
struct PaidTerms
{
    std::optional<bool> hasKey; ///< nullopt while the keychain is being asked
    bool metering = true;
    int mostPeople = 1; ///< in one search, by the plan
    int perPerson = 0; ///< credits
    int balance = 0;
    Plan plan = Plan::free;

    [[nodiscard]] int cost(int people) const { return metering ? perPerson * people : 0; }
    /// Credits that are missing for so many people; 0 when there are enough.
    [[nodiscard]] int missing(int people) const;
    [[nodiscard]] bool operator==(const PaidTerms &) const = default;
};

/// "Up to 3 people: at most 45 credits; you have 150."
[[nodiscard]] QString priceInWords(const PaidTerms &terms, int people);
/// Why so many people cannot be paid for, and how many could; empty when nothing is in the way.
[[nodiscard]] QString obstacleInWords(const PaidTerms &terms, int people);
/// "The Free plan brings up to 3 in one search."
[[nodiscard]] QString limitInWords(const PaidTerms &terms);

} // namespace crema::ui
