// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"

#include <QDateTime>

namespace crema::flows {

/// The contact after an answer of theirs: the stage as far as it moves forward by itself and the follow-up
/// called off. What the user planned in words of their own after `at`, when the answer was written, stays;
/// without a time it is news. `label` becomes what the operation is called.
[[nodiscard]] Contact replied(const Contact &before, QString &label, const QDateTime &at = {});

} // namespace crema::flows
