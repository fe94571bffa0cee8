// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/prep.h"

namespace crema::ui {

/// `stored`, whose questions may be newer, with what the user did in `edited`: ticks, answers, questions of
/// their own, notes, promises, what came of the chat and how long it took; the day they met if this edit says
/// it.
[[nodiscard]] Prep withChatEdits(Prep stored, const Prep &edited);

} // namespace crema::ui
