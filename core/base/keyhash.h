// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace crema {

/// The hash of no text.
inline constexpr qint64 emptyKeyHash = static_cast<qint64>(0xcbf29ce484222325U);

/// 64 bits of FNV-1a over the UTF-8 of a text, the same on every computer
/// (http://www.isthe.com/chongo/tech/comp/fnv/). A text in two parts hashes as
/// keyHash(second, keyHash(first)).
[[nodiscard]] qint64 keyHash(QStringView key, qint64 before = emptyKeyHash);

} // namespace crema
