// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace crema::find {

/// How a person's field answers a criterion, closest first.
enum class Closeness {
    none,
    same, ///< the same words, case and accents aside, abbreviations written out
    alias, ///< another name of the same thing: "EY" and "Ernst & Young"
    partOf, ///< a part of what is wanted: "The Wharton School" for "Penn"
    wholeOf, ///< only the whole of it is known: "University of Pennsylvania" for "Wharton"
    part, ///< the words stand inside: "Associate Product Manager"
    similar, ///< another title for the same job
    misspelt, ///< one letter differs in a long word
    around, ///< the area named after the town
    inState,
    inCountry,
    otherRank, ///< widened: the same job, another rank
    nearby, ///< widened: a job beside it; another town of the same area
};

/// The closeness and what it is worth; more points are better.
struct Fit
{
    Closeness closeness = Closeness::none;
    int points = 0;

    [[nodiscard]] explicit operator bool() const { return closeness != Closeness::none; }
    /// Only counts after widening.
    [[nodiscard]] bool isWidened() const
    {
        return closeness == Closeness::otherRank || closeness == Closeness::nearby;
    }
    [[nodiscard]] bool operator==(const Fit &) const = default;
};

/// True when `run` stands in `words` one after the other.
[[nodiscard]] bool containsRun(const QStringList &words, const QStringList &run);
[[nodiscard]] bool startsWithRun(const QStringList &words, const QStringList &run);
/// The same where one word of six letters or more may have one letter wrong.
[[nodiscard]] bool containsMisspeltRun(const QStringList &words, const QStringList &run);

} // namespace crema::find
