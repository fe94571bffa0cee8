// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"

namespace crema::flows {

/// The contact after an answer of theirs: the stage as far as it moves forward by itself and the follow-up
/// called off. `label` becomes what the operation is called.
[[nodiscard]] Contact replied(const Contact &before, QString &label);

} // namespace crema::flows
