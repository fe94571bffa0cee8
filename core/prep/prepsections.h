// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/prep.h"
#include "prep/piece.h"
#include "prep/settexts.h"

namespace crema::prep {

/// How closely everything is set, and how much of it; pages that would overflow are made with a tighter one.
struct Density
{
    qreal space = gap::large; ///< between sections
    bool compact = false; ///< a position or an article in one line
    bool packed = false; ///< talking points above the advice and not beside it, sources named once
    // At most so many; what has no room is counted.
    int briefSentences = 12;
    int sharedItems = 12;
    int points = 8;
    int advice = 3;
    int positions = 8;
    int schools = 4;
    int news = 5;
    int briefLines = 8; ///< of one sentence about the person
    int linesPerText = 8; ///< of anything else
};

/// The parts of what to know, in order.
enum class Section {
    summary, ///< who it is, and what you share
    career,
    points, ///< talking points, where the page is packed
    advice, ///< what to do and to avoid, beside the talking points
    news,
};

/// One of them; empty when there is nothing to show. `texts` keeps what is the same at another density.
[[nodiscard]] Piece sectionPiece(Section section, const Prep &prep, qreal width, const Density &density,
                                 SetTexts &texts);

inline constexpr qreal headingHeight = 16;
/// A section's title.
[[nodiscard]] Piece headingPiece(const QString &title, qreal width);
/// Ruled lines to write on; the height is filled as far as the line distance allows.
[[nodiscard]] Piece ruledLines(qreal width, qreal height);

} // namespace crema::prep
