// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/frozencolumn.h"

#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOptionHeader>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace crema::ui {

FrozenColumn::FrozenColumn(QTableView &table, int column, PaintCell paint)
    : QWidget(&table), m_table(table), m_column(column), m_paint(std::move(paint))
{
    setObjectName(QStringLiteral("contacts.frozen"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    hide();
    const auto redraw = [this] { update(); };
    connect(table.horizontalScrollBar(), &QScrollBar::valueChanged, this, &FrozenColumn::follow);
    connect(table.horizontalScrollBar(), &QScrollBar::rangeChanged, this, &FrozenColumn::follow);
    connect(table.verticalScrollBar(), &QScrollBar::valueChanged, this, redraw);
    connect(table.horizontalHeader(), &QHeaderView::sectionResized, this, &FrozenColumn::follow);
    connect(table.horizontalHeader(), &QHeaderView::sectionMoved, this, &FrozenColumn::follow);
    connect(table.horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, redraw);
    connect(table.selectionModel(), &QItemSelectionModel::selectionChanged, this, redraw);
    connect(table.selectionModel(), &QItemSelectionModel::currentChanged, this, redraw);
    const QAbstractItemModel *model = table.model();
    connect(model, &QAbstractItemModel::dataChanged, this, redraw);
    connect(model, &QAbstractItemModel::rowsInserted, this, redraw);
    connect(model, &QAbstractItemModel::rowsRemoved, this, redraw);
    connect(model, &QAbstractItemModel::rowsMoved, this, redraw);
    connect(model, &QAbstractItemModel::layoutChanged, this, redraw);
    connect(model, &QAbstractItemModel::modelReset, this, redraw);
}

void FrozenColumn::follow()
{
    const QRect area = m_table.viewport()->geometry();
    const QHeaderView *header = m_table.horizontalHeader();
    const int place = header->sectionViewportPosition(m_column);
    const int size = header->sectionSize(m_column);
    const bool mirrored = m_table.isRightToLeft();
    const bool away = mirrored ? place + size > area.width() : place < 0;
    const int width = std::min(size, area.width() / 2);
    setGeometry(mirrored ? area.right() + 1 - width : area.left(), header->y(), width,
                area.bottom() + 1 - header->y());
    setVisible(away);
    if (away) {
        raise();
        update();
    }
}

void FrozenColumn::paintHead(QPainter &painter)
{
    const QHeaderView *header = m_table.horizontalHeader();
    QStyleOptionHeader option;
    option.initFrom(header);
    option.state |= QStyle::State_Horizontal; // where the style puts the arrow
    option.rect = QRect(0, 0, width(), header->height());
    option.section = m_column;
    option.text = m_table.model()->headerData(m_column, Qt::Horizontal).toString();
    option.textAlignment = header->defaultAlignment();
    if (header->isSortIndicatorShown() && header->sortIndicatorSection() == m_column) {
        option.sortIndicator = header->sortIndicatorOrder() == Qt::AscendingOrder
                ? QStyleOptionHeader::SortDown
                : QStyleOptionHeader::SortUp;
    }
    painter.setFont(header->font());
    header->style()->drawControl(QStyle::CE_Header, &option, &painter, header);
}

void FrozenColumn::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_table.palette().color(QPalette::Base));
    const int top = m_table.viewport()->y() - y();
    painter.save();
    painter.setClipRect(0, top, width(), height() - top);
    const int last = m_table.model()->rowCount();
    for (int row = std::max(0, m_table.rowAt(0)); row < last; ++row) {
        const int place = m_table.rowViewportPosition(row);
        if (place >= height() - top) {
            break;
        }
        m_paint(painter, m_table.model()->index(row, m_column),
                QRect(0, top + place, width(), m_table.rowHeight(row)));
    }
    painter.restore();
    paintHead(painter);
    const int edge = m_table.isRightToLeft() ? 0 : width() - 1;
    painter.fillRect(QRect(edge, 0, 1, height()), colours().line);
}

bool FrozenColumn::isHead(const QPointF &place) const
{
    return rect().contains(place.toPoint()) && place.y() < m_table.viewport()->y() - y();
}

int FrozenColumn::rowAt(const QPointF &place) const
{
    const int inTable = static_cast<int>(place.y()) - (m_table.viewport()->y() - y());
    return inTable < 0 ? -1 : m_table.rowAt(inTable);
}

void FrozenColumn::mousePressEvent(QMouseEvent *event)
{
    m_isHeadPressed = event->button() == Qt::LeftButton && isHead(event->position());
    if (const int row = rowAt(event->position()); row >= 0) {
        Q_EMIT pressed(row, event->button(), event->modifiers());
    }
}

void FrozenColumn::mouseReleaseEvent(QMouseEvent *event)
{
    if (std::exchange(m_isHeadPressed, false) && isHead(event->position())) {
        Q_EMIT headClicked();
    }
}

void FrozenColumn::contextMenuEvent(QContextMenuEvent *event)
{
    if (isHead(event->pos())) {
        Q_EMIT headMenuRequested(event->globalPos());
    } else {
        QWidget::contextMenuEvent(event); // the table's
    }
}

void FrozenColumn::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_isHeadPressed = event->button() == Qt::LeftButton && isHead(event->position());
    if (const int row = rowAt(event->position()); row >= 0) {
        Q_EMIT doubleClicked(row);
    }
}

} // namespace crema::ui
