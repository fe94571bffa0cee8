// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"
#include "flows/draftsbeside.h"

namespace crema::app {

// Drafts as the command line answers them.

[[nodiscard]] Json claimJson(const Claim &claim);
[[nodiscard]] Json gateJson(const QVector<GateProblem> &problems);
/// The whole draft with its claims and what the gate says of it now.
[[nodiscard]] Result<Json> draftJson(const CommandContext &context, const flows::DraftsBeside &beside,
                                     const Draft &draft);
/// The recipient's name, or the id of somebody who is not there any more.
[[nodiscard]] QString recipientOf(const CommandContext &context, const Draft &draft);

} // namespace crema::app
