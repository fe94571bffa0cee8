// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "truth/knowledge.h"
#include "write/templatetext.h"
#include "write/variablelist.h"
#include "write/writerequest.h"

namespace crema::write {

/// What is known for this email. A variable that is unknown is absent; none is ever guessed.
[[nodiscard]] Variables variablesFor(const WriteRequest &request, const truth::DirectoryKnowledge &knowledge);

} // namespace crema::write
