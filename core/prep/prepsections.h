// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/prep.h"
#include "prep/piece.h"

namespace crema::prep {

/// How much of each part is shown; pages that would overflow are made with the next tighter one.
struct Density
{
    int briefSentences = 6;
    int sharedItems = 4;
    int points = 4;
    int advice = 3;
    int positions = 8;
    int news = 5;
    int linesPerText = 4; ///< of one sentence or point
};

/// The band on top of the first page: name, role, firm, place, links.
[[nodiscard]] Piece headerBand(const Prep &prep, const PageFrame &frame);
/// The narrow band on top of the second.
[[nodiscard]] Piece runningBand(const Prep &prep, const PageFrame &frame);
/// What to know before the chat, without the header: brief, what you share, career, talking points, advice,
/// news.
[[nodiscard]] Piece knowledgeSections(const Prep &prep, qreal width, const Density &density);

/// A section's title.
[[nodiscard]] Piece headingPiece(const QString &title, qreal width);
/// Ruled lines to write on; the height is filled as far as the line distance allows.
[[nodiscard]] Piece ruledLines(qreal width, qreal height);

} // namespace crema::prep
