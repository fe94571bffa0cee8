// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace crema::flows {

/// The other half of the kill test, a process of its own: puts every email of the workspace into the mailbox
/// at `gmail` and sends it, until it kills itself after a while that `seed` decides; 0: it never does.
/// 0 when nothing was left to send.
[[nodiscard]] int sendUntilKilled(const QString &folder, const QUrl &gmail, quint32 seed);

} // namespace crema::flows
