// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/prep.h"
#include "prep/piece.h"

namespace crema::prep {

/// How the questions are set.
struct QuestionLayout
{
    int columns = 1;
    int writingLines = 2; ///< ruled lines under a question
    int textLines = 3;
    int becauseLines = 2;
};

/// The questions with a box to tick, the fact each rests on and room for the answer. Questions asked already
/// are ticked, answers written already are printed.
[[nodiscard]] Piece questionSheet(const QVector<Question> &questions, qreal width,
                                  const QuestionLayout &layout);

/// The notes area of a height: what the user has noted so far, then ruled lines.
[[nodiscard]] Piece notesArea(const QString &title, const QString &notes, qreal width, qreal height);

} // namespace crema::prep
