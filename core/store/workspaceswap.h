// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/workspace.h"

#include <stop_token>

namespace crema::store {

// How a workspace becomes another one (restore, repair) so that a crash at any moment leaves the old or the
// new one. The new state is prepared in a folder inside the workspace; one rename decides; what is left to
// move is moved by whoever holds the lock next. The old state is never deleted here.

/// An empty folder to put the new `crema.db` (and `files/`, when those are to be exchanged too) into. What an
/// earlier, undecided preparation left there is removed.
[[nodiscard]] Result<QString> prepareSwap(const Workspace &workspace);
/// Removes what was prepared and not decided.
void dropSwap(const Workspace &workspace);
/// Decides: when this returned, the next finishSwap() exchanges the workspace, also after a crash or a power
/// cut. A stop is heard until then.
[[nodiscard]] Result<> decideSwap(const Workspace &workspace, const std::stop_token &stop = {});

/// True between decideSwap() and finishSwap().
[[nodiscard]] bool hasDecidedSwap(const Workspace &workspace);
/// Exchanges database and files for the decided ones. Needs the workspace's lock and the database closed.
/// Returns the folder in which the old state is kept; empty when nothing was decided. Where something cannot
/// be moved, what was moved goes back and nothing is decided any more.
[[nodiscard]] Result<QString> finishSwap(const Workspace &workspace);

/// Folders with states that were exchanged, oldest first.
[[nodiscard]] QStringList statesKeptAside(const Workspace &workspace);

} // namespace crema::store
