// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/settexts.h"

#include <algorithm>

namespace crema::prep {

Piece SetTexts::piece(const QString &text, const TextStyle &style, qreal width, int maxLines)
{
    return text.isEmpty() ? Piece {} : piece(QVector<Span> {Span {text, {}, 0}}, style, width, maxLines);
}

Piece SetTexts::piece(const QVector<Span> &spans, const TextStyle &style, qreal width, int maxLines)
{
    QVector<Set> &known = m_sets[spans.isEmpty() ? QString() : spans.constFirst().text];
    const auto found = std::ranges::find_if(known, [&](const Set &set) {
        return set.serves(maxLines) && set.width == width && set.style == style && set.spans == spans;
    });
    if (found != known.end()) {
        return found->piece;
    }
    TextBlock block(spans, style, width, maxLines);
    const int lines = block.lineCount();
    const bool elided = block.isElided();
    known.append(Set {spans, style, width, maxLines, lines, elided, textPiece(std::move(block))});
    return known.constLast().piece;
}

} // namespace crema::prep
