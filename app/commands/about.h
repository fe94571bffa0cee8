// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/runner.h"

namespace crema::app {

// What the program says of itself, for which nothing is opened.

/// Whether the words behind a command have --help or -h among them.
[[nodiscard]] bool asksForHelp(const QStringList &rest);
/// The commands that begin with `topic`.
[[nodiscard]] Output helpOn(const QString &topic, OutputStyle style);
/// The answer to "help", "version" and no command at all; nothing for other words.
[[nodiscard]] std::optional<Output> runAbout(const QStringList &words, OutputStyle style);

} // namespace crema::app
