// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/textblock.h"

#include "prep/printabletext.h"
#include "prep/printfont.h"

#include <QPainter>
#include <QRegularExpression>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

/// Where to break instead of inside "2012–2014"; 0 when the line from `start` to `end` is well broken.
qsizetype blankBeforeYears(const QString &text, qsizetype start, qsizetype end)
{
    const bool inside = end > 1 && end < text.size() && text[end - 1] == u'–' && text[end - 2].isDigit()
            && text[end].isDigit();
    const qsizetype blank = inside ? text.lastIndexOf(u' ', end - 1) : -1;
    return blank > start ? blank : 0;
}

/// The spans as they are printed.
QVector<Span> cleanSpans(const QVector<Span> &spans)
{
    static const QRegularExpression bracketedYears(u" (?=\\([^)]*\\d{4}\\))"_s);
    QVector<Span> clean;
    for (const Span &span : spans) {
        // A span may begin and end with the blank that parts it from its neighbours.
        const QString before = span.text.startsWith(u' ') ? u" "_s : QString();
        const QString after = span.text.endsWith(u' ') ? u" "_s : QString();
        QString text = printableLine(span.text);
        const bool mixed = !readsRightToLeft(text) && std::ranges::any_of(text, [](QChar c) {
            return c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
        });
        if (mixed) {
            text.replace(bracketedYears, u" \u200E"_s); // years after an Arabic name in an English sentence
        }
        clean << Span {before + text + after, span.url, span.colour, span.strong};
    }
    return clean;
}

QTextOption optionsFor(const QString &text)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(readsRightToLeft(text) ? Qt::RightToLeft : Qt::LeftToRight);
    option.setUseDesignMetrics(true);
    return option;
}

} // namespace

TextBlock::TextBlock(const QString &text, const TextStyle &style, qreal width, int maxLines)
    : TextBlock(QVector<Span> {Span {text, {}, 0}}, style, width, maxLines)
{
}

TextBlock::TextBlock(const QVector<Span> &spans, const TextStyle &style, qreal width, int maxLines)
    : m_style(style)
{
    build(spans, width, maxLines);
}

TextBlock::TextBlock(TextBlock &&other) noexcept = default;
TextBlock &TextBlock::operator=(TextBlock &&other) noexcept = default;
TextBlock::~TextBlock() = default;

void TextBlock::build(const QVector<Span> &spans, qreal width, int maxLines)
{
    const QVector<Span> clean = cleanSpans(spans);
    for (const Span &span : clean) {
        m_text += span.text;
    }
    m_layout = std::make_unique<QTextLayout>();
    m_layout->setFont(printFont(m_style, m_text));
    m_layout->setTextOption(optionsFor(m_text));
    m_layout->setCacheEnabled(true);
    m_layout->setText(m_text);
    applySpans(clean);
    while (!layOut(width, maxLines)) {
        // Only the words of the permitted lines are left here; take words off until the ellipsis fits too.
        m_elided = true;
        const QString kept = m_text.endsWith(u'…') ? m_text.chopped(1) : m_text;
        const qsizetype blank = kept.lastIndexOf(u' ');
        const qsizetype letter = kept.size() - (kept.back().isLowSurrogate() ? 2 : 1);
        m_text = kept.left(blank > kept.size() - 24 && blank > 0 ? blank : letter).trimmed() + u'…';
        m_layout->setText(m_text);
        applySpans(clean);
    }
}

void TextBlock::applySpans(const QVector<Span> &spans)
{
    QList<QTextLayout::FormatRange> ranges;
    qsizetype from = 0;
    for (const Span &span : spans) {
        const qsizetype end = std::min(from + span.text.size(), m_text.size());
        QTextCharFormat format;
        if (!span.url.isEmpty()) {
            format.setAnchor(true);
            format.setAnchorHref(span.url);
        }
        if (span.colour != 0) {
            format.setForeground(QColor::fromRgb(span.colour));
        }
        if (span.strong) {
            format.setFontWeight(QFont::DemiBold);
        }
        ranges << QTextLayout::FormatRange {static_cast<int>(from), static_cast<int>(end - from), format};
        from = end;
    }
    m_layout->setFormats(ranges);
}

bool TextBlock::layOut(qreal width, int maxLines)
{
    m_lines = 0;
    m_usedWidth = 0;
    const qreal capitals = m_style.size * unitsPerPoint * capitalHeight();
    const qreal ascent = (m_style.pitch * unitsPerPoint + capitals) / 2; // capitals centred in the line
    m_layout->beginLayout();
    qsizetype end = 0;
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        if (m_lines == maxLines) {
            m_layout->endLayout();
            m_text.truncate(std::min(m_text.size(), end + 1));
            return false;
        }
        line.setLineWidth(width * unitsPerPoint);
        const qsizetype lineEnd = line.textStart() + line.textLength();
        if (const qsizetype blank = blankBeforeYears(m_text, line.textStart(), lineEnd); blank > 0) {
            line.setNumColumns(static_cast<int>(blank - line.textStart()), width * unitsPerPoint);
        }
        line.setPosition({0, m_lines * m_style.pitch * unitsPerPoint + ascent - line.ascent()});
        m_usedWidth = std::max(m_usedWidth, line.naturalTextWidth() / unitsPerPoint);
        end = line.textStart() + line.textLength();
        ++m_lines;
    }
    m_layout->endLayout();
    return true;
}

void TextBlock::draw(QPainter &painter, QPointF topLeft) const
{
    painter.setPen(QColor::fromRgb(m_style.colour));
    m_layout->draw(&painter, topLeft * unitsPerPoint);
}

} // namespace crema::prep
