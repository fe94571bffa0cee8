// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QString>

namespace crema::llm {

/// The JSON object a model meant, whatever it put around it: thoughts in <think>, a code fence, words before
/// and after; raw line ends inside texts and commas before a closing bracket are forgiven. badAnswer when
/// there is no whole object.
[[nodiscard]] Result<Json> objectIn(const QString &answer);

/// What can be read of an object of which the end is still missing: open texts and brackets are closed, a
/// name without a value is left out. null when there is nothing yet. For showing an answer while it comes
/// in; never for using it.
[[nodiscard]] Json unfinishedObjectIn(const QString &answer);

} // namespace crema::llm
