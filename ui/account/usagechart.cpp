// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/usagechart.h"

#include "base/dates.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int plotHeight = 90;
constexpr int narrowest = 240;
constexpr int steps = 5; // the top of the scale is a multiple of it

QString dayInWords(const UsageDay &day)
{
    return UsageChart::tr("%1: %n credit(s)", nullptr, day.credits)
            .arg(QLocale().toString(day.day, QLocale::ShortFormat));
}

} // namespace

QVector<UsageDay> usageOf(const QVector<store::Receipt> &receipts, const QDate &today, int days)
{
    QVector<UsageDay> usage;
    for (int back = days - 1; back >= 0; --back) {
        usage << UsageDay {today.addDays(-back), 0};
    }
    for (const store::Receipt &receipt : receipts) {
        const QDate day = fromStoredTime(receipt.at).toLocalTime().date();
        const auto found = std::ranges::find(usage, day, &UsageDay::day);
        if (found != usage.end()) {
            found->credits += receipt.charged;
        }
    }
    return usage;
}

UsageChart::UsageChart(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"usageChart"_s);
    setAccessibleName(tr("Credits charged day by day"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void UsageChart::show(const QVector<UsageDay> &days)
{
    m_days = days;
    m_most = 0;
    QStringList words;
    for (const UsageDay &day : days) {
        m_most = std::max(m_most, day.credits);
        if (day.credits > 0) {
            words << dayInWords(day);
        }
    }
    setAccessibleDescription(words.isEmpty() ? tr("Nothing was charged.") : words.join(u"; "_s));
    updateGeometry();
    update();
}

int UsageChart::top() const
{
    return std::max(steps, (m_most + steps - 1) / steps * steps);
}

QSize UsageChart::sizeHint() const
{
    return {scaled(narrowest * 2), scaled(plotHeight) + 2 * fontMetrics().height() + gap::small};
}

QSize UsageChart::minimumSizeHint() const
{
    return {scaled(narrowest), sizeHint().height()};
}

QRectF UsageChart::plot() const
{
    const double scale = fontMetrics().horizontalAdvance(QLocale().toString(top())) + gap::small;
    const double above = fontMetrics().height() / 2.0;
    return {scale, above, width() - scale, height() - above - fontMetrics().height() - gap::tiny};
}

QRectF UsageChart::barOf(qsizetype index) const
{
    const QRectF area = plot();
    const double step = area.width() / static_cast<double>(std::max<qsizetype>(1, m_days.size()));
    const double high = area.height() * m_days[index].credits / top();
    return {area.left() + step * static_cast<double>(index) + step * 0.15, area.bottom() - high, step * 0.7,
            high};
}

void UsageChart::paintEvent(QPaintEvent *)
{
    if (m_days.isEmpty()) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = plot();
    const int lineHeight = fontMetrics().height();
    for (const int value : {0, top()}) {
        const double y = value == 0 ? area.bottom() : area.top();
        painter.setPen(colours().line);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(colours().muted);
        painter.drawText(QRectF(0, y - lineHeight / 2.0, area.left() - gap::small, lineHeight),
                         Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(value));
    }
    const QRectF foot(area.left(), area.bottom() + gap::tiny, area.width(), lineHeight);
    painter.drawText(foot, Qt::AlignLeft, QLocale().toString(m_days.constFirst().day, QLocale::ShortFormat));
    painter.drawText(foot, Qt::AlignRight, tr("Today"));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours().accent);
    for (qsizetype i = 0; i < m_days.size(); ++i) {
        if (m_days[i].credits > 0) {
            const QRectF bar = barOf(i);
            const double round = std::min<double>(3, bar.height() / 2);
            painter.drawRoundedRect(bar, round, round);
        }
    }
}

bool UsageChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QRectF area = plot();
        const auto index = static_cast<qsizetype>((help->pos().x() - area.left()) / area.width()
                                                  * static_cast<double>(m_days.size()));
        if (help->pos().x() >= area.left() && index >= 0 && index < m_days.size()) {
            QToolTip::showText(help->globalPos(), dayInWords(m_days[index]), this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

} // namespace crema::ui
