// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArrayView>
#include <QString>

class QFileDevice;

namespace crema {

// What must be on the disk, and in which order, so that a power cut leaves the old or the new state and
// nothing between. Errors are of the kind storage and name the file.

/// Why the system refused the call that failed last (`errno`), in words: "the disk is full".
[[nodiscard]] QString systemReason();

/// Writes all the bytes to an open file and waits until they are on the disk. QFile itself only fills a
/// buffer: that there is no room for it shows at the flush alone.
[[nodiscard]] Result<> writeThrough(QFileDevice &file, QByteArrayView bytes);

/// Whether what a user names may be written: nothing is there yet or an ordinary file, which is replaced. A
/// folder, a device, a pipe and "-" are refused: a file in their place would take them away.
[[nodiscard]] Result<> checkReplaceable(const QString &path);
/// Why the last step with a file failed, for people.
[[nodiscard]] QString reasonOf(const QFileDevice &file);

/// Waits until the bytes of an open file are on the disk.
[[nodiscard]] Result<> syncFile(QFileDevice &file);
/// The same of a file that somebody else in this process may be writing.
[[nodiscard]] Result<> syncPath(const QString &path);
/// Waits until the names in a folder are on the disk.
[[nodiscard]] Result<> syncFolder(const QString &folder);
/// Every file and folder below `folder`, and itself.
[[nodiscard]] Result<> syncTree(const QString &folder);

/// Whether the disk of a folder has no room even for a small file; asked by trying.
[[nodiscard]] bool isDiskFullAt(const QString &folder);

/// Gives a file or folder another name on the same disk in one step; a file that stands at `to` is replaced
/// by a file. The names are on the disk when this returns.
[[nodiscard]] Result<> renameDurably(const QString &from, const QString &to);

} // namespace crema
