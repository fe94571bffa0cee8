// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>

namespace crema::account {

/// Why the server sent the browser back without a code (RFC 6749, 4.1.2.1, and Google's own). `server` is
/// its name for people.
[[nodiscard]] Error refusalOf(const QByteArray &error, const QString &server);

/// The word of an error as the server gave it, when it is a word and no more; else empty. Safe to log and to
/// show.
[[nodiscard]] QString errorWord(QByteArrayView error);

} // namespace crema::account
