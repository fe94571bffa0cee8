// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/prep.h"
#include "prep/piece.h"
#include "prep/settexts.h"

namespace crema::prep {

/// How much of each part is shown; pages that would overflow are made with the next tighter one.
struct Density
{
    int space = static_cast<int>(gap::large); ///< between sections
    int briefSentences = 6;
    int sharedItems = 4;
    int points = 4;
    int advice = 3;
    int positions = 8;
    int news = 5;
    int linesPerText = 4; ///< of one sentence or point
};

/// The parts of the first page below its header, in order.
enum class Section {
    summary, ///< who it is, and what you share
    career,
    advice, ///< talking points, what to do and to avoid
    news,
};

/// One of them; empty when there is nothing to show. `texts` keeps what is the same at another density.
[[nodiscard]] Piece sectionPiece(Section section, const Prep &prep, qreal width, const Density &density,
                                 SetTexts &texts);

/// A section's title.
[[nodiscard]] Piece headingPiece(const QString &title, qreal width);
/// Ruled lines to write on; the height is filled as far as the line distance allows.
[[nodiscard]] Piece ruledLines(qreal width, qreal height);

} // namespace crema::prep
