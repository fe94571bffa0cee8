// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/prep.h"
#include "prep/piece.h"

#include <vector>

namespace crema::prep {

/// A piece with the place of its top left corner on the page.
struct PlacedPiece
{
    QPointF at;
    Piece piece;
};
using Page = std::vector<PlacedPiece>;

/// The one or two pages of a prep without their footers: all on one page where it fits, else what to know on
/// the first and the questions on the second, below what the first has no room for. Lines to write on take
/// what is left. What is too much for two pages is left out, and said to be; there is never a third.
[[nodiscard]] std::vector<Page> prepPages(const Prep &prep, const PageFrame &frame);

} // namespace crema::prep
