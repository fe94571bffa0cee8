// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/profile.h"
#include "resume/textextraction.h"

namespace crema::resume {

/// What a resume says about its owner, each fact as it is written there with its 1-based line in `text`.
/// Careful on purpose: what is not clear is left out, because a missing fact can be typed and a wrong one
/// ends up in an email. Pure and thread-safe.
[[nodiscard]] ResumeFacts readFacts(const QString &text);

/// The same with what the file says beyond its text: the line in the largest type helps to find the name,
/// addresses behind words ("LinkedIn") give the profile and the email.
[[nodiscard]] ResumeFacts readFacts(const ExtractedText &extracted);

} // namespace crema::resume
