// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "find/vendortargets.h"
#include "model/run.h"

namespace crema::find {

/// How far a paid search goes beyond what was asked; each step keeps what the steps before took in.
enum class Breadth { asked, place, titleRank, titleLevels };

/// The vendor's Elasticsearch query for these targets (the subset of
/// https://docs.peopledatalabs.com/docs/elasticsearch-mapping: no `nested`, no sort). `excludedIds` are the
/// vendor's ids of people who are not wanted; the first hundred count.
[[nodiscard]] Json vendorQuery(const VendorTargets &targets, Breadth breadth, const QStringList &excludedIds);

/// An error when something that was asked for has no clause in the query: the vendor would deliver, and the
/// user pay for, people from anywhere.
[[nodiscard]] Result<> checkTargets(const Criteria &criteria, const VendorTargets &targets);

/// Whether that step takes in anybody whom the step before does not.
[[nodiscard]] bool canWiden(const VendorTargets &targets, Breadth breadth);

/// What that step takes in, for people: "all of Illinois", "other titles with \"analyst\"".
[[nodiscard]] QString widenedInWords(const VendorTargets &targets, Breadth breadth);

} // namespace crema::find
