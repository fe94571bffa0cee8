// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "truth/sentences.h"

namespace crema::truth {

/// What a template, a program or a hurried person leaves behind: "{{name}}", "[Name]", "<first name>", "XXX",
/// "TODO", "Not available", "null", and the gap where a value was missing ("at , and").
[[nodiscard]] QVector<Span> leftoversIn(const QString &text);

/// Characters that were lost or misread on the way: U+FFFD, halves of a surrogate pair, UTF-8 read as Latin-1
/// ("Ã©"), HTML entities.
[[nodiscard]] QVector<Span> damageIn(const QString &text);

} // namespace crema::truth
