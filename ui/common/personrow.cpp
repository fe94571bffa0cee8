// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/personrow.h"

#include "ui/common/avatar.h"
#include "ui/common/chip.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace crema::ui {

namespace {

int disc()
{
    return scaled(36);
}

QString elided(const QString &text, const QFont &font, int width)
{
    return QFontMetrics(font).elidedText(text, Qt::ElideRight, width);
}

/// The chip at the right of `area`; returns how much room it took.
int paintStatus(QPainter &painter, const QRect &area, const QStyleOptionViewItem &option,
                const QString &status)
{
    if (status.isEmpty()) {
        return 0;
    }
    const QString words = statusWords(status);
    const int width = chipSize(words, option.font).width();
    paintChip(painter, QRect(area.right() - width, area.top(), width, option.fontMetrics.height()), words,
              toneOfStatus(status), option.font);
    return width + gap::small;
}

} // namespace

QSize personRowSize(const QStyleOptionViewItem &option)
{
    return {200, option.fontMetrics.height() * 2 + gap::large};
}

void paintPersonRow(QPainter &painter, const QStyleOptionViewItem &option, const PersonRow &row)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &own = colours();
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        painter.fillRect(option.rect, option.state & QStyle::State_Selected ? own.selected : own.hover);
    }
    const QRect area = option.rect.adjusted(gap::medium, gap::small, -gap::small, -gap::small);
    paintAvatar(painter, QRectF(area.left(), area.center().y() - disc() / 2.0, disc(), disc()), row.name,
                row.seed, option.font);
    const int height = option.fontMetrics.height();
    QRect first(area.left() + disc() + gap::small + gap::tiny, area.top(), 0, height);
    first.setRight(area.right());
    first.setRight(area.right() - paintStatus(painter, first, option, row.status));
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    const QString name = elided(row.name, strong, first.width());
    painter.setFont(strong);
    painter.setPen(own.text);
    painter.drawText(first, Qt::AlignVCenter | Qt::AlignLeft, name);
    painter.setFont(option.font);
    painter.setPen(own.muted);
    const QRect beside = first.adjusted(QFontMetrics(strong).horizontalAdvance(name) + gap::small, 0, 0, 0);
    if (beside.width() > height) {
        painter.drawText(beside, Qt::AlignVCenter | Qt::AlignLeft,
                         elided(row.beside, option.font, beside.width()));
    }
    const QRect second(first.left(), area.bottom() - height, area.right() - first.left(), height);
    painter.drawText(second, Qt::AlignVCenter | Qt::AlignLeft,
                     elided(row.below, option.font, second.width()));
    painter.setPen(own.line);
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter.restore();
}

} // namespace crema::ui
