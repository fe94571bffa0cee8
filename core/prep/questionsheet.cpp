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

/// What a question is about; other programs' kinds are not named.
QString kindName(const QString &kind)
{
    if (kind == "path"_L1) {
        return Words::tr("Path");
    }
    if (kind == "role"_L1) {
        return Words::tr("Role");
    }
    if (kind == "firm"_L1) {
        return Words::tr("Firm");
    }
    return kind == "advice"_L1 ? Words::tr("Advice") : QString();
}

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

Piece writingRoom(int count, qreal width)
{
    const qreal height = count * lineDistance;
    return {height, [count, width](QPainter &painter, QPointF at) {
                for (int i = 1; i <= count; ++i) {
                    const qreal y = i * lineDistance;
                    drawLine(painter, at + QPointF(0, y), at + QPointF(width, y), ink::rule, 0.6);
                }
            }};
}

Piece questionText(const Question &question, qreal width, const QuestionLayout &layout)
{
    const QString because = question.because.isEmpty() ? Words::tr("fits anyone in this role")
                                                       : question.because;
    const QString kind = kindName(question.kind);
    const Span about {kind, {}, ink::accent};
    const QVector<Span> basis = kind.isEmpty() ? QVector<Span> {Span {because, {}, 0}}
                                               : QVector<Span> {about, Span {u" • "_s + because, {}, 0}};
    return stacked({textPiece(question.text, {9.5, 14, ink::text, Weight::semiBold}, width, layout.textLines),
                    textPiece(TextBlock(basis, {8.5, 12, ink::muted}, width, layout.becauseLines)),
                    textPiece(question.answer, {9, 13, ink::info}, width, 3)},
                   0);
}

} // namespace

QuestionSheet::QuestionSheet(const QVector<Question> &questions, qreal width, const QuestionLayout &layout)
    : m_columns(layout.columns), m_column((width - (layout.columns - 1) * gap::large) / layout.columns)
{
    for (const Question &question : questions) {
        m_items.push_back({questionText(question, m_column - textLeft, layout), question.asked,
                           !question.answer.isEmpty()});
    }
}

Piece QuestionSheet::itemPiece(const Item &item, int writingLines) const
{
    Piece room = item.answered || writingLines == 0 ? Piece {}
                                                    : writingRoom(writingLines, m_column - textLeft);
    return beside({{0, tickBox(item.asked)}, {textLeft, stacked({item.text, std::move(room)}, 0)}});
}

Piece QuestionSheet::piece(int writingLines) const
{
    std::vector<Piece> rows;
    const auto columns = static_cast<size_t>(m_columns);
    for (size_t i = 0; i < m_items.size(); i += columns) {
        std::vector<Placed> row;
        for (size_t k = 0; k < columns && i + k < m_items.size(); ++k) {
            row.push_back({static_cast<qreal>(k) * (m_column + gap::large),
                           itemPiece(m_items[i + k], writingLines)});
        }
        rows.push_back(beside(std::move(row)));
    }
    return stacked(std::move(rows), writingLines > 0 ? 12 : 10);
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
