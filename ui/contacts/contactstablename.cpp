// SPDX-License-Identifier: GPL-3.0-or-later
// How the name stays in sight; the table itself is in contactstableview.cpp.
#include "ui/contacts/contactstableview.h"

#include "ui/contacts/frozencolumn.h"

#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>

namespace crema::ui {

void ContactsTableView::freezeName()
{
    constexpr int name = static_cast<int>(ContactColumn::name);
    m_frozen = new FrozenColumn(*this, name,
                                [this](QPainter &painter, const QModelIndex &index, const QRect &rect) {
                                    paintCell(painter, index, rect);
                                });
    connect(m_frozen, &FrozenColumn::pressed, this, &ContactsTableView::chooseRow);
    connect(m_frozen, &FrozenColumn::doubleClicked, this,
            [this](int row) { editCell(m_model.rowIdAt(row), ContactColumn::name); });
    connect(m_frozen, &FrozenColumn::headClicked, this, [this] {
        const QHeaderView *header = horizontalHeader();
        const bool isAscending = header->sortIndicatorSection() == name
                && header->sortIndicatorOrder() == Qt::AscendingOrder;
        sortByColumn(name, isAscending ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    connect(m_frozen, &FrozenColumn::headMenuRequested, m_columns,
            [this](const QPoint &at) { m_columns->popup(at); });
}

void ContactsTableView::paintCell(QPainter &painter, const QModelIndex &index, const QRect &rect) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = rect;
    option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
    style()->drawPrimitive(QStyle::PE_PanelItemViewRow, &option, &painter, this);
    itemDelegateForIndex(index)->paint(&painter, option, index);
}

/// Of the name at the edge: the cells stay where they are, so one of those in sight becomes the current one.
void ContactsTableView::chooseRow(int row, Qt::MouseButton button, Qt::KeyboardModifiers modifiers)
{
    using Flag = QItemSelectionModel;
    setFocus(Qt::MouseFocusReason);
    const bool mirrored = isRightToLeft();
    const int beside = mirrored ? viewport()->width() - m_frozen->width() - 1 : m_frozen->width() + 1;
    const QModelIndex target = m_model.index(row, std::max(0, columnAt(beside)));
    const bool isSelected = selectionModel()->isRowSelected(row, {});
    if (modifiers & Qt::ShiftModifier && currentIndex().isValid()) {
        const QModelIndex anchor = currentIndex();
        const bool down = anchor.row() <= row;
        selectionModel()->select({down ? anchor : target, down ? target : anchor},
                                 Flag::ClearAndSelect | Flag::Rows);
    } else if (button != Qt::RightButton || !isSelected) { // the menu is for all that are selected
        const auto flag = modifiers & Qt::ControlModifier ? Flag::Toggle : Flag::ClearAndSelect;
        selectionModel()->setCurrentIndex(target, flag | Flag::Rows);
    }
}

void ContactsTableView::updateGeometries()
{
    QTableView::updateGeometries();
    if (m_frozen != nullptr) {
        m_frozen->follow();
    }
}

/// What is gone to is not left under the name.
void ContactsTableView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QTableView::scrollTo(index, hint);
    if (m_frozen == nullptr || !m_frozen->isVisible()
        || index.column() == static_cast<int>(ContactColumn::name)) {
        return;
    }
    const int place = columnViewportPosition(index.column());
    const int room = viewport()->width() - m_frozen->width();
    const int under = isRightToLeft() ? place + columnWidth(index.column()) - room
                                      : m_frozen->width() - place;
    if (under > 0) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - under);
    }
}

} // namespace crema::ui
