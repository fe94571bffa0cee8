// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prep/pageframe.h"

#include <QPointF>
#include <QString>
#include <QVector>

#include <memory>

class QPainter;
class QTextLayout;

namespace crema::prep {

enum class Weight { regular, semiBold };

/// How a text looks. Lines stand at a fixed pitch whatever font a script falls back to.
struct TextStyle
{
    qreal size = 9.5;
    qreal pitch = 14;
    QRgb colour = ink::text;
    Weight weight = Weight::regular;
    qreal tracking = 0; ///< extra space between letters

    [[nodiscard]] bool operator==(const TextStyle &) const = default;
};

/// A stretch of a paragraph: of its own colour, semi-bold, or a link.
struct Span
{
    QString text;
    QString url; ///< an absolute URL; empty for plain text
    QRgb colour = 0; ///< 0: the style's
    bool strong = false; ///< semi-bold, whatever the style

    [[nodiscard]] bool operator==(const Span &) const = default;
};

/// A paragraph broken into lines of a width; text beyond `maxLines` is cut at a word with an ellipsis.
class TextBlock
{
public:
    static constexpr int unlimited = 1000;

    TextBlock(const QString &text, const TextStyle &style, qreal width, int maxLines = unlimited);
    TextBlock(const QVector<Span> &spans, const TextStyle &style, qreal width, int maxLines = unlimited);
    TextBlock(TextBlock &&other) noexcept;
    TextBlock &operator=(TextBlock &&other) noexcept;
    ~TextBlock();

    [[nodiscard]] int lineCount() const { return m_lines; }
    [[nodiscard]] bool isElided() const { return m_elided; }
    [[nodiscard]] qreal height() const { return m_lines * m_style.pitch; }
    /// Of the widest line.
    [[nodiscard]] qreal usedWidth() const { return m_usedWidth; }
    void draw(QPainter &painter, QPointF topLeft) const;

private:
    void build(const QVector<Span> &spans, qreal width, int maxLines);
    /// Lays `m_text` out; false when it needs more than `maxLines`.
    [[nodiscard]] bool layOut(qreal width, int maxLines);
    void applySpans(const QVector<Span> &spans);

    TextStyle m_style;
    QString m_text;
    std::unique_ptr<QTextLayout> m_layout;
    int m_lines = 0;
    bool m_elided = false;
    qreal m_usedWidth = 0;
};

} // namespace crema::prep
