// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/flowlayout.h"

#include <QStyle>
#include <QWidget>

namespace crema::ui {

FlowLayout::FlowLayout(QWidget *parent, int between) : QLayout(parent), m_between(between)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
    invalidate(); // else what was measured before stays
}

int FlowLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items.at(index) : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count()) {
        return nullptr;
    }
    QLayoutItem *taken = m_items.takeAt(index);
    invalidate();
    return taken;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), Pass::measure);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty()) {
            width += item->sizeHint().width() + (width > 0 ? m_between : 0);
            height = std::max(height, item->sizeHint().height());
        }
    }
    const QMargins margins = contentsMargins();
    return {width + margins.left() + margins.right(), height + margins.top() + margins.bottom()};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        size = size.expandedTo(item->minimumSize());
    }
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, Pass::place);
}

namespace {

/// The items of one line, each in the middle of its height.
struct Line
{
    struct Place
    {
        QLayoutItem *item;
        QRect rect;
    };

    void add(QLayoutItem *item, const QRect &rect)
    {
        places << Place {item, rect};
        height = std::max(height, rect.height());
    }

    void place(const QRect &area, Qt::LayoutDirection direction) const
    {
        for (const Place &own : places) {
            const QRect rect = own.rect.translated(0, (height - own.rect.height()) / 2);
            own.item->setGeometry(QStyle::visualRect(direction, area, rect));
        }
    }

    QVector<Place> places;
    int height = 0;
};

} // namespace

int FlowLayout::arrange(const QRect &rect, Pass pass) const
{
    const QRect area = rect.marginsRemoved(contentsMargins());
    const Qt::LayoutDirection direction = parentWidget() != nullptr ? parentWidget()->layoutDirection()
                                                                    : Qt::LeftToRight;
    int x = area.left();
    int y = area.top();
    Line line;
    const auto endLine = [&] {
        if (pass == Pass::place) {
            line.place(area, direction);
        }
        y += line.height;
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty()) {
            continue;
        }
        const QSize size = item->sizeHint().boundedTo(QSize(area.width(), QLAYOUTSIZE_MAX));
        if (x + size.width() > area.right() + 1 && line.height > 0) {
            endLine();
            x = area.left();
            y += m_between;
            line = {};
        }
        line.add(item, QRect(QPoint(x, y), size));
        x += size.width() + m_between;
    }
    endLine();
    return y - rect.top() + contentsMargins().bottom();
}

} // namespace crema::ui
