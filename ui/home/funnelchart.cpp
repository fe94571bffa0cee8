// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/funnelchart.h"

#include "ui/common/chip.h"
#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int labelWidth = 120;
constexpr int numberWidth = 56;
} // namespace

FunnelChart::FunnelChart(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Contacts by status"));
}

void FunnelChart::show(const QVector<std::pair<QString, int>> &counts)
{
    m_counts = counts;
    QStringList words;
    for (const auto &[status, count] : counts) {
        words << tr("%1: %2").arg(statusWords(status)).arg(count);
    }
    setAccessibleDescription(words.join(u", "_s));
    updateGeometry();
    update();
}

int FunnelChart::rowHeight() const
{
    return fontMetrics().height() + gap::small + gap::tiny;
}

QSize FunnelChart::sizeHint() const
{
    return {labelWidth + numberWidth + 200,
            rowHeight() * static_cast<int>(std::max<qsizetype>(1, m_counts.size()))};
}

void FunnelChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int most = 1;
    for (const auto &[status, count] : std::as_const(m_counts)) {
        most = std::max(most, count);
    }
    int top = 0;
    const int room = width() - labelWidth - numberWidth;
    for (const auto &[status, count] : std::as_const(m_counts)) {
        const QRect line(0, top, width(), rowHeight());
        const Tone tone = toneOfStatus(status);
        painter.setPen(colours().text);
        painter.drawText(line.adjusted(0, 0, -(width() - labelWidth), 0), Qt::AlignVCenter | Qt::AlignLeft,
                         statusWords(status));
        const QRectF bar(labelWidth, top + gap::tiny, std::max(4.0, static_cast<double>(room) * count / most),
                         rowHeight() - gap::small);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours().of(tone));
        painter.drawRoundedRect(bar, 4, 4);
        painter.setPen(colours().muted);
        painter.drawText(QRectF(bar.right() + gap::small, top, numberWidth, rowHeight()),
                         Qt::AlignVCenter | Qt::AlignLeft, QLocale().toString(count));
        top += rowHeight();
    }
}

} // namespace crema::ui
