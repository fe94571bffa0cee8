// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prep/piece.h"

#include <QHash>
#include <QVector>

namespace crema::prep {

/// Texts that have been set in lines. A page is tried with less and less on it, and most of its texts stay
/// the same: each is set once, and again only when it may have fewer lines than it has.
class SetTexts
{
public:
    [[nodiscard]] Piece piece(const QString &text, const TextStyle &style, qreal width,
                              int maxLines = TextBlock::unlimited);
    [[nodiscard]] Piece piece(const QVector<Span> &spans, const TextStyle &style, qreal width, int maxLines);

private:
    struct Set
    {
        QVector<Span> spans;
        TextStyle style;
        qreal width;
        int maxLines;
        int lines;
        bool elided;
        Piece piece;

        [[nodiscard]] bool serves(int most) const { return maxLines == most || (!elided && lines <= most); }
    };

    QHash<QString, QVector<Set>> m_sets; ///< by the text of the first span
};

} // namespace crema::prep
