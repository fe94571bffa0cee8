// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace crema::resume {

enum class FileKind { pdf, zip, text, other };

/// What a file is by its first bytes. `seems` says it in words ("a PNG image") when it is no kind we read.
struct SniffedFile
{
    FileKind kind = FileKind::other;
    QString seems;
};

[[nodiscard]] SniffedFile sniff(QByteArrayView bytes);

} // namespace crema::resume
