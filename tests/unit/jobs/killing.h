// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::jobs {

/// The other half of the kill tests, a process of its own: runs (or resumes) paid jobs in the workspace and
/// kills itself. `when`: "progress:<n>" at the n-th report of progress, "commit:<n>" after the n-th commit is
/// reported, "begun:<n>" as soon as the n-th stage has begun, "random" after a while that `seed` decides.
[[nodiscard]] int runUntilKilled(const QString &folder, const QString &when, quint32 seed);

} // namespace crema::jobs
