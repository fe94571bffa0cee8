// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/draftlistmodel.h"

#include "ui/common/chip.h"

#include <QSet>

namespace crema::ui {

void DraftListModel::show(const QVector<DraftItem> &items)
{
    removeAllBut(items);
    for (int row = 0; row < items.size(); ++row) {
        if (row < m_items.size() && m_items[row].id == items[row].id) {
            update(row, items[row]);
            continue;
        }
        const int present = rowOf(items[row].id);
        if (present < 0) {
            row = insertRun(items, row);
            continue;
        }
        beginMoveRows({}, present, present, {}, present > row ? row : row + 1);
        m_items.move(present, row);
        keepRows(std::min(present, row));
        endMoveRows();
        update(row, items[row]);
    }
}

void DraftListModel::removeAllBut(const QVector<DraftItem> &items)
{
    QSet<QString> wanted;
    for (const DraftItem &item : items) {
        wanted << item.id;
    }
    for (int last = static_cast<int>(m_items.size()) - 1; last >= 0; --last) {
        if (wanted.contains(m_items[last].id)) {
            continue;
        }
        int first = last; // neighbours go together: a shelf of thousands is changed at once
        while (first > 0 && !wanted.contains(m_items[first - 1].id)) {
            --first;
        }
        beginRemoveRows({}, first, last);
        m_items.remove(first, last - first + 1);
        keepRows(first);
        endRemoveRows();
        last = first;
    }
}

/// Inserts this item and those behind it that are new as well; the row of the last one.
int DraftListModel::insertRun(const QVector<DraftItem> &items, int row)
{
    int last = row;
    while (last + 1 < items.size() && rowOf(items[last + 1].id) < 0) {
        ++last;
    }
    beginInsertRows({}, row, last);
    m_items = m_items.first(row) + items.sliced(row, last - row + 1) + m_items.sliced(row);
    keepRows(row);
    endInsertRows();
    return last;
}

void DraftListModel::update(int row, const DraftItem &item)
{
    if (m_items[row] != item) {
        m_items[row] = item;
        Q_EMIT dataChanged(index(row), index(row));
    }
}

void DraftListModel::keepRows(int from)
{
    if (from == 0) {
        m_rows.clear();
    } else {
        m_rows.removeIf([from](const auto &entry) { return entry.value() >= from; });
    }
    for (int row = from; row < m_items.size(); ++row) {
        m_rows.insert(m_items[row].id, row);
    }
}

int DraftListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant DraftListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_items.size()) {
        return {};
    }
    const DraftItem &item = m_items[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return item.name;
    case Qt::AccessibleTextRole:
        return item.status().isEmpty()
                ? tr("%1, %2").arg(item.name, item.subject)
                : tr("%1, %2, %3").arg(item.name, item.subject, statusWords(item.status()));
    case static_cast<int>(Role::name):
        return item.name;
    case static_cast<int>(Role::company):
        return item.company;
    case static_cast<int>(Role::subject):
        return item.subject;
    case static_cast<int>(Role::state):
        return item.state;
    case static_cast<int>(Role::reviewed):
        return item.reviewed;
    case static_cast<int>(Role::status):
        return item.status();
    case static_cast<int>(Role::id):
        return item.id;
    case static_cast<int>(Role::contactId):
        return item.contactId;
    default:
        return {};
    }
}

} // namespace crema::ui
