// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>

namespace crema {

/// The platform's app-data folder for Crema (XDG_DATA_HOME/crema, Application Support, AppData).
[[nodiscard]] QString appDataFolder();
/// Where a workspace lives unless the user says otherwise.
[[nodiscard]] QString defaultWorkspaceFolder();

/// Reads a whole file; the error names the file and what is wrong with it (missing, a folder, no permission,
/// larger than `maxBytes`).
[[nodiscard]] Result<QByteArray> readFile(const QString &path, qint64 maxBytes);
/// Writes all or nothing (a temporary file renamed into place): a file that is there is replaced, and stays
/// when the disk is full. What is no ordinary file is refused (checkReplaceable).
[[nodiscard]] Result<> writeFile(const QString &path, QByteArrayView bytes);
/// "folder/name.pdf", or "folder/name (2).pdf" where that is taken: nothing is replaced that nobody named.
[[nodiscard]] QString freePath(const QString &folder, const QString &fileName);

/// A file name made of `words` that every file system takes: no separators, no reserved names, at most 80
/// characters, other scripts kept.
[[nodiscard]] QString safeFileName(const QString &words);

} // namespace crema
