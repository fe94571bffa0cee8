// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/source.h"

namespace crema::truth {

[[nodiscard]] inline bool isAboutSender(const Source &source)
{
    return source.kind == SourceKind::profileField || source.kind == SourceKind::resume;
}

/// What the user typed and what an article says can be about anybody.
[[nodiscard]] inline bool isAboutAnybody(const Source &source)
{
    return source.kind == SourceKind::hand || source.kind == SourceKind::article;
}

[[nodiscard]] inline bool isAboutRecipient(const Source &source)
{
    return !isAboutSender(source) && !isAboutAnybody(source);
}

} // namespace crema::truth
