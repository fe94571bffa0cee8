// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace crema::resume {

/// Text of unknown encoding: a byte order mark, UTF-16 by its zero bytes, valid UTF-8, else the old encoding
/// that its words look like, at last Windows-1252, in which every byte is something. Never fails.
[[nodiscard]] QString decodeText(QByteArrayView bytes);

} // namespace crema::resume
