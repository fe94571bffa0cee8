// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/funnelchart.h"

#include "model/status.h"
#include "ui/common/chip.h"
#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int barHeight = 10;
constexpr int shortestRoom = 120;
constexpr qsizetype mainSteps = 6; // "Not Contacted" to "Met"; how it ended comes only when it did

/// The steps everyone goes through, also those where nobody is yet, then what else there is.
QVector<std::pair<QString, int>> withAllSteps(const QVector<std::pair<QString, int>> &counts)
{
    QVector<std::pair<QString, int>> all;
    for (const QString &status : contactStatuses().first(mainSteps)) {
        const auto found = std::ranges::find(counts, status, &std::pair<QString, int>::first);
        all << std::pair(status, found == counts.end() ? 0 : found->second);
    }
    for (const auto &entry : counts) {
        if (std::ranges::find(all, entry.first, &std::pair<QString, int>::first) == all.end()) {
            all << entry;
        }
    }
    return all;
}

} // namespace

FunnelChart::FunnelChart(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"homePipeline"_s);
    setAccessibleName(tr("Contacts by status"));
}

void FunnelChart::show(const QVector<std::pair<QString, int>> &counts)
{
    m_counts = withAllSteps(counts);
    QStringList words;
    for (const auto &[status, count] : std::as_const(m_counts)) {
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

FunnelChart::Columns FunnelChart::columns() const
{
    Columns columns;
    for (const auto &[status, count] : m_counts) {
        columns.label = std::max(columns.label, fontMetrics().horizontalAdvance(statusWords(status)));
        columns.number = std::max(columns.number, fontMetrics().horizontalAdvance(QLocale().toString(count)));
        columns.most = std::max(columns.most, count);
    }
    columns.label += gap::medium;
    columns.number += gap::medium;
    return columns;
}

QSize FunnelChart::sizeHint() const
{
    const Columns own = columns();
    return {own.label + own.number + shortestRoom,
            rowHeight() * static_cast<int>(std::max<qsizetype>(1, m_counts.size()))};
}

void FunnelChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Columns own = columns();
    int top = 0;
    for (const auto &[status, count] : std::as_const(m_counts)) {
        painter.setPen(count > 0 ? colours().text : colours().muted);
        painter.drawText(QRect(0, top, own.label, rowHeight()), Qt::AlignVCenter | Qt::AlignLeft,
                         statusWords(status));
        painter.drawText(QRect(width() - own.number, top, own.number, rowHeight()),
                         Qt::AlignVCenter | Qt::AlignRight, QLocale().toString(count));
        QRectF bar(own.label, top + (rowHeight() - barHeight) / 2.0, width() - own.label - own.number,
                   barHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(mix(colours().text, colours().surface, 0.06));
        painter.drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
        if (count > 0) {
            bar.setWidth(std::max<double>(barHeight, bar.width() * count / own.most));
            painter.setBrush(mix(colours().of(toneOfStatus(status)), colours().surface, 0.8));
            painter.drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
        }
        top += rowHeight();
    }
}

} // namespace crema::ui
