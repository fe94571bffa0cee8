// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::flows {

/// The other half of the kill tests, a process of its own that works in the workspace until it kills itself.
/// `what`: "find", "paid", "resume" (what an earlier kill left), "write", "prep", "paidPrep", or "all" for
/// one thing after the other as `seed` decides. `when`: "stage:<name>:<us>" so many microseconds after the
/// stage began, "commit:<n>" when the n-th commit of a job is reported, "random" after a while that `seed`
/// decides.
[[nodiscard]] int runUntilKilled(const QString &folder, const QString &what, const QString &when,
                                 quint32 seed);

} // namespace crema::flows
