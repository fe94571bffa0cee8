// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/questionsheet.h"

#include "prep/prepsections.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::prep::Questions)
};

constexpr qreal boxSize = 10;
constexpr qreal textLeft = 24;
constexpr qreal lineDistance = 20;

Piece tickBox(bool ticked)
{
    return {14, [ticked](QPainter &painter, QPointF at) {
                strokeRect(painter, {at + QPointF(0.5, 2), QSizeF(boxSize, boxSize)}, ink::accent, 0.9, 2);
                if (ticked) {
                    const QPointF middle = at + QPointF(4.5, 9.5);
                    drawLine(painter, at + QPointF(2.8, 7.2), middle, ink::accent, 1.3);
                    drawLine(painter, middle, at + QPointF(8.6, 4.2), ink::accent, 1.3);
                }
            }};
}

Piece writingLines(int count, qreal width)
{
    const qreal height = count * lineDistance;
    return {height, [count, width](QPainter &painter, QPointF at) {
                for (int i = 1; i <= count; ++i) {
                    const qreal y = i * lineDistance;
                    drawLine(painter, at + QPointF(0, y), at + QPointF(width, y), ink::rule, 0.6);
                }
            }};
}

Piece questionPiece(const Question &question, qreal width, const QuestionLayout &layout)
{
    const qreal textWidth = width - textLeft;
    const QString because = question.because.isEmpty() ? Words::tr("fits anyone in this role")
                                                       : question.because;
    Piece answer = question.answer.isEmpty() ? writingLines(layout.writingLines, textWidth)
                                             : textPiece(question.answer, {9, 13, ink::info}, textWidth, 3);
    Piece text = stacked(
            {textPiece(question.text, {9.5, 14, ink::text, Weight::semiBold}, textWidth, layout.textLines),
             textPiece(because, {8.5, 12, ink::muted}, textWidth, layout.becauseLines), std::move(answer)},
            0);
    return beside({{0, tickBox(question.asked)}, {textLeft, std::move(text)}});
}

} // namespace

Piece questionSheet(const QVector<Question> &questions, qreal width, const QuestionLayout &layout)
{
    const qreal column = (width - (layout.columns - 1) * gap::large) / layout.columns;
    std::vector<Piece> rows;
    for (qsizetype i = 0; i < questions.size(); i += layout.columns) {
        std::vector<Placed> row;
        for (int k = 0; k < layout.columns && i + k < questions.size(); ++k) {
            row.push_back({k * (column + gap::large), questionPiece(questions[i + k], column, layout)});
        }
        rows.push_back(beside(std::move(row)));
    }
    return stacked(std::move(rows), layout.writingLines > 0 ? gap::medium - 4 : gap::medium - 6);
}

Piece notesArea(const QString &title, const QString &notes, qreal width, qreal height)
{
    Piece heading = headingPiece(title, width);
    const int maxLines = std::max(1, static_cast<int>((height - heading.height) / 14) - 1);
    Piece written = textPiece(notes, {9.5, 14, ink::info}, width, maxLines);
    const qreal rest = std::max(
            0.0, height - heading.height - written.height - (written.isEmpty() ? 0 : gap::small));
    return stacked({std::move(heading), std::move(written), ruledLines(width, rest)}, 0);
}

} // namespace crema::prep
