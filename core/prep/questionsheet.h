// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/prep.h"
#include "prep/piece.h"

namespace crema::prep {

/// How the questions are set.
struct QuestionLayout
{
    int columns = 1;
    int textLines = 3;
    int becauseLines = 2;
};

/// The questions in one or two columns with a box to tick, the fact each rests on and room for the answer.
/// Questions asked already are ticked, answers written already are printed. The texts are set once, however
/// much room is then left for answers.
class QuestionSheet
{
public:
    QuestionSheet(const QVector<Question> &questions, qreal width, const QuestionLayout &layout);

    [[nodiscard]] bool isEmpty() const { return m_items.empty(); }
    /// Leaves one out, which is said below the others: the last of those that the program wrote and nobody
    /// has answered, else the last.
    void removeOne();
    /// The sheet with so many ruled lines under each question that has no answer yet.
    [[nodiscard]] Piece piece(int writingLines) const;

private:
    struct Item
    {
        Piece text;
        bool asked = false;
        bool answered = false;
        bool own = false; ///< the user wrote it
    };
    [[nodiscard]] Piece itemPiece(const Item &item, int writingLines) const;
    /// The questions from one to before another.
    [[nodiscard]] Piece column(size_t from, size_t to, int writingLines) const;
    [[nodiscard]] size_t middle() const;

    std::vector<Item> m_items;
    qsizetype m_removed = 0;
    int m_columns = 1;
    qreal m_column = 0; ///< width of one
};

/// What the user has noted, whole, with its heading.
[[nodiscard]] qreal notesHeight(const QString &notes, qreal width);
/// The notes area of a height: what the user has noted so far, then ruled lines.
[[nodiscard]] Piece notesArea(const QString &title, const QString &notes, qreal width, qreal height);

} // namespace crema::prep
