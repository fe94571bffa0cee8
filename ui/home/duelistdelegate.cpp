// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/duelistdelegate.h"

#include "ui/common/avatar.h"
#include "ui/home/duelistmodel.h"
#include "ui/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int disc = 36;

QString textOf(const QModelIndex &index, DueListModel::Role role)
{
    return index.data(static_cast<int>(role)).toString();
}

int headingHeight(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    return textOf(index, DueListModel::Role::heading).isEmpty() ? 0
                                                                : option.fontMetrics.height() + gap::small;
}

Tone toneOf(const QModelIndex &index)
{
    const int group = index.data(static_cast<int>(DueListModel::Role::group)).toInt();
    return group == static_cast<int>(contacts::DueGroup::overdue)  ? Tone::bad
            : group == static_cast<int>(contacts::DueGroup::today) ? Tone::accent
                                                                   : Tone::muted;
}

QFont weighted(QFont font, QFont::Weight weight)
{
    font.setWeight(weight);
    return font;
}

void drawText(QPainter &painter, const QRect &area, const QString &text, const QFont &font,
              const QColor &colour, Qt::Alignment alignment = Qt::AlignLeft)
{
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(area, static_cast<int>(Qt::AlignVCenter | alignment | Qt::TextSingleLine),
                     QFontMetrics(font).elidedText(text, Qt::ElideRight, area.width()));
}

void paintLines(QPainter &painter, const QRect &area, const QStyleOptionViewItem &option,
                const QModelIndex &index)
{
    const int height = option.fontMetrics.height();
    const QFont medium = weighted(option.font, QFont::Medium);
    const QString when = textOf(index, DueListModel::Role::when);
    const int whenWidth = QFontMetrics(medium).horizontalAdvance(when) + gap::tiny;
    QRect first(area.left(), area.top(), area.width(), height);
    drawText(painter, first, when, medium, colours().of(toneOf(index)), Qt::AlignRight);
    first.setRight(first.right() - whenWidth - gap::small);
    const QFont strong = weighted(option.font, QFont::DemiBold);
    const QString name = textOf(index, DueListModel::Role::name);
    drawText(painter, first, name, strong, colours().text);
    first.setLeft(first.left() + QFontMetrics(strong).horizontalAdvance(name) + gap::small);
    if (first.width() > height * 2) {
        drawText(painter, first, textOf(index, DueListModel::Role::company), option.font, colours().muted);
    }
    const QRect second(area.left(), area.bottom() - height + 1, area.width(), height);
    drawText(painter, second, textOf(index, DueListModel::Role::what), option.font, colours().muted);
}

} // namespace

QSize DueListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {200, option.fontMetrics.height() * 2 + gap::medium + gap::tiny + headingHeight(option, index)};
}

void DueListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const int head = headingHeight(option, index);
    if (head > 0) {
        const QRect line(option.rect.left() + gap::small, option.rect.top(),
                         option.rect.width() - gap::medium, head);
        drawText(*painter, line, textOf(index, DueListModel::Role::heading),
                 weighted(option.font, QFont::DemiBold), colours().muted);
    }
    const QRect row = option.rect.adjusted(0, head, 0, 0);
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.state & QStyle::State_Selected ? colours().selected : colours().hover);
        painter->drawRoundedRect(row.adjusted(0, 1, 0, -1), radius::control, radius::control);
    }
    const QRect area = row.adjusted(gap::small, gap::small, -gap::small, -gap::small);
    paintAvatar(*painter, QRectF(area.left(), area.center().y() - disc / 2.0, disc, disc),
                textOf(index, DueListModel::Role::name), textOf(index, DueListModel::Role::id), option.font);
    paintLines(*painter, area.adjusted(disc + gap::small + gap::tiny, 0, 0, 0), option, index);
    painter->restore();
}

} // namespace crema::ui
