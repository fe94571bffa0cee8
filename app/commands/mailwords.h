// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"

namespace crema::app {

/// Puts drafts into the mailbox and says what became of each.
[[nodiscard]] Task<Result<Reply>> pushReply(CommandContext *context, QStringList draftIds, QString account);

} // namespace crema::app
