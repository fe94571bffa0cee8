// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "write/templatetext.h"

namespace crema::write {

/// The claims of a text whose writer set no [[ ]]: "you work at {{firm}}" speaks of the recipient, so the
/// claim is the words from the pronoun before a value to the value, not the value alone. The pronoun stands
/// in the same sentence with no comma between. Claims that were marked stay as they are.
[[nodiscard]] QVector<Claim> withClauses(const Rendered &rendered);

} // namespace crema::write
