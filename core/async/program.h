// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/task.h"
#include "base/error.h"

#include <QByteArray>
#include <QStringList>

#include <chrono>
#include <stop_token>

namespace crema {

/// Runs another program: `input` goes to its standard input, what it writes to standard output is the answer.
/// Nothing of it touches the disk. The caller's event loop runs on meanwhile. notFound when it cannot be
/// started, timeout after `limit`, cancelled, badAnswer (with the end of its messages as detail) when it
/// fails; in all of these it is ended.
[[nodiscard]] Task<Result<QByteArray>> runProgram(QString program, QStringList arguments, QByteArray input,
                                                  std::chrono::milliseconds limit, std::stop_token stop);

} // namespace crema
