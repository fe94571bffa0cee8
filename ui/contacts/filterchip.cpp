// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/filterchip.h"

#include "ui/common/chip.h"
#include "ui/theme/glyph.h"
#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int dot = 7;
constexpr int inset = 9;
constexpr int arrow = 12;
constexpr int widestWords = 220;

} // namespace

FilterChip::FilterChip(const QString &text, QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setText(text);
    setAccessibleName(text);
}

void FilterChip::setStatus(const QString &status)
{
    m_status = status;
    update();
}

void FilterChip::setCount(qint64 count)
{
    m_count = count < 0 ? QString() : QLocale().toString(count);
    tell();
}

void FilterChip::setOpens(bool opens)
{
    m_opens = opens;
    tell();
}

void FilterChip::setPicked(const QStringList &words)
{
    m_picked = words;
    setChecked(!words.isEmpty());
    setToolTip(words.size() > 1 ? words.join(u'\n') : QString());
    tell();
}

void FilterChip::tell()
{
    QString name = m_picked.isEmpty() ? text() : tr("%1: %2").arg(text(), m_picked.join(u", "_s));
    if (!m_count.isEmpty()) {
        name = tr("%1: %2").arg(name, m_count);
    }
    setAccessibleName(name);
    updateGeometry();
    update();
}

QString FilterChip::shown() const
{
    if (m_picked.isEmpty()) {
        return text();
    }
    const QString first = fontMetrics().elidedText(tr("%1: %2").arg(text(), m_picked.constFirst()),
                                                   Qt::ElideRight, widestWords);
    return m_picked.size() == 1 ? first : tr("%1 +%2").arg(first).arg(m_picked.size() - 1);
}

QSize FilterChip::sizeHint() const
{
    int width = fontMetrics().horizontalAdvance(shown()) + 2 * inset;
    width += m_status.isEmpty() ? 0 : dot + gap::tiny + gap::hair;
    width += m_count.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_count) + gap::tiny + 1;
    width += m_opens ? arrow + gap::tiny : 0;
    return {width + gap::hair, fontMetrics().height() + gap::small + gap::hair};
}

void FilterChip::paintEvent(QPaintEvent *)
{
    const Colours &c = colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75);
    painter.setPen(QPen(hasFocus() || isChecked() ? c.accent : c.line, hasFocus() ? 1.5 : 1));
    painter.setBrush(isChecked() ? c.tint(Tone::accent) : underMouse() && isEnabled() ? c.hover : c.surface);
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2);
    int left = inset;
    const auto place = [this](const QRect &r) { return style()->visualRect(layoutDirection(), rect(), r); };
    const auto words = [&](const QString &text, const QColor &ink) {
        const int wide = fontMetrics().horizontalAdvance(text);
        painter.setPen(ink);
        painter.drawText(place(QRect(left, 0, wide + 1, height())), Qt::AlignVCenter | Qt::AlignLeft, text);
        left += wide;
    };
    const QColor quiet = isChecked() ? c.onTint(Tone::accent) : c.muted;
    if (!m_status.isEmpty()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.of(toneOfStatus(m_status)));
        painter.drawEllipse(QRectF(place(QRect(left, (height() - dot) / 2 + 1, dot, dot))));
        left += dot + gap::tiny + gap::hair;
    }
    words(shown(), !isEnabled() ? c.disabled : isChecked() ? c.onTint(Tone::accent) : c.text);
    if (!m_count.isEmpty()) {
        left += gap::tiny + 1;
        words(m_count, isEnabled() ? quiet : c.disabled);
    }
    if (m_opens) {
        left += gap::tiny;
        paintGlyph(painter, place(QRect(left, (height() - arrow) / 2, arrow, arrow)), Glyph::chevronDown,
                   quiet);
    }
}

} // namespace crema::ui
