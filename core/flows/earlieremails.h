// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/mailfacts.h"
#include "model/draft.h"

namespace crema::flows {

/// The emails to each contact that a further one follows, oldest first: those that left, with the time they
/// did however it is kept, and a first one also before it leaves.
[[nodiscard]] QHash<QString, QVector<Draft>> earlierEmails(const QVector<Draft> &drafts,
                                                           const QHash<QString, SendMark> &sent);

} // namespace crema::flows
