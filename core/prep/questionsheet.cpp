// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/questionsheet.h"

#include "prep/prepsections.h"
#include "prep/shortlist.h"

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
constexpr TextStyle mutedStyle {8.5, 12, ink::muted};
constexpr TextStyle notesStyle {9.5, 14, ink::info};

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
    if (kind == ownQuestionKind) {
        return Words::tr("Your own");
    }
    return kind == "advice"_L1 ? Words::tr("Advice") : QString();
}

/// What a question is about and the fact it rests on; of the program's own questions without a fact, that
/// they fit anyone.
QVector<Span> basisOf(const Question &question)
{
    const QString kind = kindName(question.kind);
    const bool fitsAnyone = !kind.isEmpty() && question.kind != ownQuestionKind;
    const QString because = question.because.isEmpty() && fitsAnyone ? Words::tr("fits anyone in this role")
                                                                     : question.because;
    QVector<Span> basis;
    if (!kind.isEmpty()) {
        basis << Span {kind, {}, ink::accent};
    }
    if (!because.isEmpty()) {
        basis << Span {(kind.isEmpty() ? QString() : u" • "_s) + because, {}, 0};
    }
    return basis;
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
    constexpr int answerLines = 6;
    const QVector<Span> basis = basisOf(question);
    return stacked(
            {textPiece(question.text, {9.5, 14, ink::text, Weight::semiBold}, width, layout.textLines),
             basis.isEmpty() ? Piece {} : textPiece(TextBlock(basis, mutedStyle, width, layout.becauseLines)),
             textPiece(question.answer, {9, 13, ink::info}, width, answerLines)},
            0);
}

} // namespace

QuestionSheet::QuestionSheet(const QVector<Question> &questions, qreal width, const QuestionLayout &layout)
    : m_columns(layout.columns), m_column((width - (layout.columns - 1) * gap::large) / layout.columns)
{
    for (const Question &question : questions) {
        m_items.push_back({questionText(question, m_column - textLeft, layout), question.asked,
                           !question.answer.isEmpty(), question.kind == ownQuestionKind});
    }
}

void QuestionSheet::removeOne()
{
    const auto theirs = std::find_if(m_items.rbegin(), m_items.rend(), [](const Item &item) {
        return !item.own && !item.asked && !item.answered;
    });
    m_items.erase(theirs == m_items.rend() ? m_items.end() - 1 : theirs.base() - 1);
    ++m_removed;
}

Piece QuestionSheet::itemPiece(const Item &item, int writingLines) const
{
    Piece room = item.answered || writingLines == 0 ? Piece {}
                                                    : writingRoom(writingLines, m_column - textLeft);
    return beside({{0, tickBox(item.asked)}, {textLeft, stacked({item.text, std::move(room)}, 0)}});
}

Piece QuestionSheet::column(size_t from, size_t to, int writingLines) const
{
    std::vector<Piece> items;
    for (size_t i = from; i < to; ++i) {
        items.push_back(itemPiece(m_items[i], writingLines));
    }
    return stacked(std::move(items), writingLines > 0 ? 12 : 10);
}

/// Where to begin the second of two columns of like height.
size_t QuestionSheet::middle() const
{
    qreal whole = 0;
    for (const Item &item : m_items) {
        whole += item.text.height;
    }
    size_t split = 0;
    for (qreal left = 0; split < m_items.size() && left + m_items[split].text.height / 2 <= whole / 2;
         ++split) {
        left += m_items[split].text.height;
    }
    return split;
}

Piece QuestionSheet::piece(int writingLines) const
{
    const size_t end = m_items.size();
    const size_t split = m_columns > 1 ? middle() : end;
    Piece all = beside(
            {{0, column(0, split, writingLines)}, {m_column + gap::large, column(split, end, writingLines)}});
    return stacked({std::move(all), textPiece(moreInTheProgram(m_removed), mutedStyle, m_column, 1)},
                   gap::small);
}

qreal notesHeight(const QString &notes, qreal width)
{
    return headingHeight + textPiece(notes, notesStyle, width).height + lineDistance;
}

Piece notesArea(const QString &title, const QString &notes, qreal width, qreal height)
{
    Piece heading = headingPiece(title, width);
    const int maxLines = std::max(1, static_cast<int>((height - heading.height - mutedStyle.pitch) / 14));
    TextBlock block(notes, notesStyle, width, maxLines);
    const QString more = block.isElided() ? Words::tr("The rest is in the program.") : QString();
    Piece written = notes.isEmpty()
            ? Piece {}
            : stacked({textPiece(std::move(block)), textPiece(more, mutedStyle, width, 1)}, 0);
    const qreal rest = std::max(
            0.0, height - heading.height - written.height - (written.isEmpty() ? 0 : gap::small));
    return stacked({std::move(heading), std::move(written), ruledLines(width, rest)}, 0);
}

} // namespace crema::prep
