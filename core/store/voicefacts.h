// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/voicerule.h"
#include "store/reader.h"

namespace crema::store {

/// What was learned of the user's writing, as the newest values of facts, like saved filters; also the rules
/// the user deleted. By when they were last seen, newest first.
[[nodiscard]] Result<QVector<VoiceRule>> voiceRules(const Reader &reader);

/// The fact that keeps a rule, in place of the one with its id.
[[nodiscard]] Fact factOf(const VoiceRule &rule);

} // namespace crema::store
