// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"

namespace crema::contacts {

/// Whether `incoming` is the line again that made `existing`: of that name, and it says nothing that the
/// record does not. `wasThere`: from before this import. Two lines of one file that have a name alone may be
/// two people.
[[nodiscard]] bool isSameLine(const Contact &existing, const Contact &incoming, bool wasThere);

} // namespace crema::contacts
