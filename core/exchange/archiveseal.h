// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <stop_token>

class QFileDevice;

namespace crema::exchange {

// The comment at the very end of our ZIP files is the SHA-256 of everything before it, so that no byte can
// change unnoticed. Files of earlier versions, and those that another program packed again, have none.

/// Gives a complete ZIP file without a comment, open for reading and writing, its sum.
[[nodiscard]] Result<> seal(QFileDevice &file, const std::stop_token &stop);

enum class ArchiveTail { plain, sealed, broken };
/// Looks whether the file ends as a ZIP file must; quick.
[[nodiscard]] ArchiveTail readTail(const QString &path);

/// True when the sum is that of the file, or there is none. A stop makes it false.
[[nodiscard]] bool hasRightSum(const QString &path, const std::stop_token &stop);

} // namespace crema::exchange
