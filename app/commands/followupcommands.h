// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"

namespace crema::app {

/// `followups` and `meeting`.
[[nodiscard]] QVector<Command> followUpCommands();
[[nodiscard]] QVector<Command> tagCommands();
[[nodiscard]] QVector<Command> noteCommands();

} // namespace crema::app
