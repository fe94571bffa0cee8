// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/prep.h"
#include "prep/piece.h"

namespace crema::prep {

/// The band on top of the first page: name, role, firm, place, links.
[[nodiscard]] Piece headerBand(const Prep &prep, const PageFrame &frame);
/// The narrow band on top of the second.
[[nodiscard]] Piece runningBand(const Prep &prep, const PageFrame &frame);

} // namespace crema::prep
