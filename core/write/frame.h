// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "write/writerequest.h"

namespace crema::write {

/// The whole email around its text: greeting, text, sign-off, signature.
[[nodiscard]] QString framed(const WriteRequest &request, const QString &text);

/// A draft of this request without words yet.
[[nodiscard]] Draft emptyDraft(const WriteRequest &request, const QString &writer);

} // namespace crema::write
