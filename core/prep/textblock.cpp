// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/textblock.h"

#include "prep/printabletext.h"

#include <QFont>
#include <QFontDatabase>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

QStringList installedFamilies()
{
    static const QStringList wanted {u"Inter"_s, u"Noto Sans"_s, u"DejaVu Sans"_s};
    QStringList families;
    for (const QString &family : wanted) {
        if (QFontDatabase::hasFamily(family)) {
            families << family;
        }
    }
    return families;
}

/// Inter draws these differently beside capitals and digits, and Qt's PDF then has no character for the
/// glyph: they would be missing when text is copied or searched. Set apart as items of their own they are
/// shaped without their neighbours.
bool isShapedByNeighbours(const QString &text, qsizetype i)
{
    const QChar c = text[i];
    if (c.isSpace() || c.isMark() || c.isLetterOrNumber()) {
        const bool times = c == u'x' && i > 0 && i + 1 < text.size();
        return times && text[i - 1].isDigit() && text[i + 1].isDigit();
    }
    return !c.isSurrogate() && !u".,;'\"!?/&_"_s.contains(c);
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

QFont fontOf(const TextStyle &style)
{
    static const QStringList families = installedFamilies();
    QFont font;
    if (!families.isEmpty()) {
        font.setFamilies(families);
    }
    font.setPixelSize(qRound(style.size * unitsPerPoint));
    font.setWeight(style.weight == Weight::semiBold ? QFont::DemiBold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    if (style.tracking > 0) {
        font.setLetterSpacing(QFont::AbsoluteSpacing, style.tracking * unitsPerPoint);
    }
    return font;
}

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
    QVector<Span> clean;
    for (const Span &span : spans) {
        // A span may end in the blank that parts it from the next.
        const QString blank = span.text.endsWith(u' ') ? u" "_s : QString();
        clean << Span {printableLine(span.text) + blank, span.url, span.colour};
        m_text += clean.constLast().text;
    }
    m_layout = std::make_unique<QTextLayout>();
    m_layout->setFont(fontOf(m_style));
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
        for (qsizetype i = from; i < end;) {
            const bool apart = isShapedByNeighbours(m_text, i);
            qsizetype next = i + 1;
            while (!apart && next < end && !isShapedByNeighbours(m_text, next)) {
                ++next;
            }
            ranges << QTextLayout::FormatRange {static_cast<int>(i), static_cast<int>(next - i), format};
            i = next;
        }
        from = end;
    }
    m_layout->setFormats(ranges);
}

bool TextBlock::layOut(qreal width, int maxLines)
{
    m_lines = 0;
    m_usedWidth = 0;
    const QFontMetricsF metrics(m_layout->font());
    const qreal ascent = (m_style.pitch * unitsPerPoint + metrics.capHeight())
            / 2; // capitals centred in the line
    m_layout->beginLayout();
    qsizetype end = 0;
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        if (m_lines == maxLines) {
            m_layout->endLayout();
            m_text.truncate(std::min(m_text.size(), end + 1));
            return false;
        }
        line.setLineWidth(width * unitsPerPoint);
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
