// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace crema::resume {

/// Text of unknown encoding: a byte order mark, UTF-16 by its zero bytes, valid UTF-8, else Windows-1252 (a
/// superset of Latin-1, as https://encoding.spec.whatwg.org/#windows-1252 has it). Never fails.
[[nodiscard]] QString decodeText(QByteArrayView bytes);

} // namespace crema::resume
