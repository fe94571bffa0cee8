// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace crema {

/// The contact stages in pipeline order: "Not Contacted" ... "Hired".
[[nodiscard]] const QStringList &contactStatuses();
/// A status as we show it: ours in our spelling whatever the case ("replied", "Responded" -> "Replied");
/// others unchanged.
[[nodiscard]] QString normalisedStatus(const QString &status);
/// The stage a contact without any status is in.
[[nodiscard]] QString initialStatus();

/// The states a draft goes through: "draft" ... "answered".
[[nodiscard]] const QStringList &draftStates();
/// The prep stages: "pending", "processing", "enriching_profile", ... "completed", "failed".
[[nodiscard]] const QStringList &prepStatuses();

} // namespace crema
