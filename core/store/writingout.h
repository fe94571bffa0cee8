// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/workspace.h"

#include <QByteArrayView>

namespace crema::store {

/// Writes a file that somebody asked for, wherever that is (see writeFile). Refused (rejectedInput) where it
/// would be one of the workspace's own files, also behind a link.
[[nodiscard]] Result<> writeOut(const Workspace &workspace, const QString &path, QByteArrayView bytes);

} // namespace crema::store
