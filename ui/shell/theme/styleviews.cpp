// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/stylepaint.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

namespace crema::ui::paint {

namespace {

// Left and right part of a selection that spans the cells of one row.
void rowPart(QPainter &painter, const QRect &rect, QStyleOptionViewItem::ViewItemPosition position,
             const QColor &fill)
{
    using Item = QStyleOptionViewItem;
    QRectF area(rect);
    painter.save();
    painter.setClipRect(rect);
    if (position == Item::Beginning) {
        area.setRight(area.right() + radius::control * 2);
    } else if (position == Item::End) {
        area.setLeft(area.left() - radius::control * 2);
    } else if (position == Item::Middle) {
        area.adjust(-radius::control * 2, 0, radius::control * 2, 0);
    }
    rounded(painter, area, radius::control, fill, {});
    painter.restore();
}

// Tables, unlike trees, do not tell their cells where in the row they stand.
QStyleOptionViewItem::ViewItemPosition positionInRow(const QTableView &table, const QModelIndex &index)
{
    using Item = QStyleOptionViewItem;
    const QHeaderView *header = table.horizontalHeader();
    int first = 0;
    int last = header->count() - 1;
    while (first < last && header->isSectionHidden(header->logicalIndex(first))) {
        ++first;
    }
    while (last > first && header->isSectionHidden(header->logicalIndex(last))) {
        --last;
    }
    const int own = header->visualIndex(index.column());
    if (first == last) {
        return Item::OnlyOne;
    }
    return own == first ? Item::Beginning : own == last ? Item::End : Item::Middle;
}

void separator(QPainter &painter, const QRect &rect)
{
    painter.fillRect(QRect(rect.left() + gap::small, rect.center().y(), rect.width() - 2 * gap::small, 1),
                     colours().line);
}

} // namespace

void scrollAreaFrame(QPainter &painter, const QStyleOption &option)
{
    const Colours &c = colours();
    const bool focused = option.state & QStyle::State_HasFocus;
    const bool enabled = option.state & QStyle::State_Enabled;
    const QColor fill = option.palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::Base);
    rounded(painter, option.rect, radius::control, fill, focused ? c.accent : c.line, focused ? 1.5 : 1);
}

void viewItem(QPainter &painter, const QStyleOptionViewItem &option, const QWidget *widget)
{
    const Colours &c = colours();
    const auto *tableView = qobject_cast<const QTableView *>(widget);
    const bool tree = qobject_cast<const QTreeView *>(widget) != nullptr;
    if (option.backgroundBrush.style() != Qt::NoBrush) {
        painter.fillRect(option.rect, option.backgroundBrush);
    }
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver && option.state & QStyle::State_Enabled;
    if (!selected && (!hovered || tableView != nullptr)) {
        return;
    }
    const bool active = option.state & QStyle::State_Active;
    const QColor fill = !selected ? c.hover : active ? c.selected : mix(c.selected, c.hover, 0.5);
    const auto position = tableView != nullptr ? positionInRow(*tableView, option.index)
            : tree                             ? option.viewItemPosition
                                               : QStyleOptionViewItem::OnlyOne;
    rowPart(painter, option.rect, position, fill);
}

void headerSection(QPainter &painter, const QStyleOption &option)
{
    const Colours &c = colours();
    const bool hovered = option.state & QStyle::State_MouseOver && option.state & QStyle::State_Enabled;
    painter.fillRect(option.rect, hovered ? c.hover : option.palette.color(QPalette::Base));
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), c.line);
}

void tabShape(QPainter &painter, const QStyleOptionTab &option)
{
    const Colours &c = colours();
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver && option.state & QStyle::State_Enabled;
    const QRect inner = option.rect.adjusted(2, 4, -2, -6);
    if (hovered && !selected) {
        rounded(painter, inner, radius::control, c.hover, {});
    }
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
        rounded(painter, inner, radius::control, {}, c.accent, 1.5);
    }
    if (selected) {
        const QRectF bar(option.rect.left() + gap::small, option.rect.bottom() - 2,
                         option.rect.width() - 2 * gap::small, 3);
        rounded(painter, bar, 1.5, c.accent, {});
    }
}

void menuItem(QPainter &painter, const QStyleOptionMenuItem &option, const QStyle &style,
              const QWidget *widget)
{
    const Colours &c = colours();
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        separator(painter, option.rect);
        return;
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    const QRect row = option.rect.adjusted(gap::tiny, 1, -gap::tiny, -1);
    if (option.state & QStyle::State_Selected && enabled) {
        rounded(painter, row, radius::control, c.selected, {});
    }
    const int iconSide = scaled(18);
    const QRect iconArea(row.left() + gap::small, row.center().y() - iconSide / 2 + 1, iconSide, iconSide);
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked) {
        paintGlyph(painter, iconArea, Glyph::check, enabled ? c.accent : c.disabled);
    } else if (!option.icon.isNull()) {
        option.icon.paint(&painter, QStyle::visualRect(option.direction, option.rect, iconArea),
                          Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    const int textLeft = iconArea.right() + 1 + gap::small;
    const QRect area(textLeft, row.top(), row.right() - textLeft - gap::small, row.height());
    const qsizetype tab = option.text.indexOf(u'\t');
    const QString text = tab < 0 ? option.text : option.text.left(tab);
    QStyleOption show = option;
    const bool underline = style.styleHint(QStyle::SH_UnderlineShortcut, &show, widget) != 0;
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine
            | (underline ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    painter.setFont(option.font);
    painter.setPen(enabled ? c.text : c.disabled);
    painter.drawText(QStyle::visualRect(option.direction, option.rect, area), flags | Qt::AlignLeft, text);
    if (tab >= 0) {
        painter.setPen(enabled ? c.muted : c.disabled);
        painter.drawText(QStyle::visualRect(option.direction, option.rect, area), flags | Qt::AlignRight,
                         option.text.mid(tab + 1));
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        chevron(painter, QRectF(row.right() - 22, row.top(), 16, row.height()), Glyph::chevronRight, enabled);
    }
}

void menuBarItem(QPainter &painter, const QStyleOptionMenuItem &option, const QStyle &style)
{
    const Colours &c = colours();
    painter.fillRect(option.rect, c.ground);
    const bool enabled = option.state & QStyle::State_Enabled;
    if (option.state & QStyle::State_Selected && enabled) {
        rounded(painter, option.rect.adjusted(1, 3, -1, -3), radius::control, mix(c.text, c.ground, 0.07),
                {});
    }
    QStyleOption show = option;
    const bool underline = style.styleHint(QStyle::SH_UnderlineShortcut, &show) != 0;
    painter.setPen(enabled ? c.text : c.disabled);
    painter.drawText(option.rect,
                     Qt::AlignCenter | Qt::TextSingleLine
                             | (underline ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                     option.text);
}

void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &slider)
{
    const Colours &c = colours();
    if (option.minimum == option.maximum) {
        return;
    }
    const bool held = option.state & QStyle::State_Sunken
            && option.activeSubControls & QStyle::SC_ScrollBarSlider;
    const bool hovered = option.state & QStyle::State_MouseOver;
    const QColor fill = mix(c.muted, c.surface, held ? 0.75 : hovered ? 0.55 : 0.32);
    const bool upright = option.orientation == Qt::Vertical;
    const QRectF handle = QRectF(slider).adjusted(upright ? 3 : 2, upright ? 2 : 3, upright ? -3 : -2,
                                                  upright ? -2 : -3);
    rounded(painter, handle, std::min(handle.width(), handle.height()) / 2, fill, {});
}

} // namespace crema::ui::paint
