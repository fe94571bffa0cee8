// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "model/draft.h"

namespace crema::flows {

/// Where a draft keeps what text was accepted, and when: {"at", "text"}.
inline constexpr const char *reviewedField = "reviewed";

/// A short name for a text, the same for the same subject and body.
[[nodiscard]] QString textMark(const QString &subject, const QString &body);

/// The user read this text and found it right. Another text, by hand or by the program, was not read yet.
[[nodiscard]] bool isReviewed(const Draft &draft);

/// Accepts drafts as they are now, or takes that back; one step, which can be undone.
[[nodiscard]] Task<Result<store::Change>> reviewDrafts(Services *services, QStringList draftIds,
                                                       bool accepted);

} // namespace crema::flows
