// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/draftlistmodel.h"

#include <QSet>

namespace crema::ui {

void DraftListModel::show(const QVector<DraftItem> &items)
{
    QSet<QString> wanted;
    for (const DraftItem &item : items) {
        wanted << item.draft.id;
    }
    for (int row = static_cast<int>(m_items.size()) - 1; row >= 0; --row) {
        if (!wanted.contains(m_items[row].draft.id)) {
            beginRemoveRows({}, row, row);
            m_items.removeAt(row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < items.size(); ++row) {
        const int present = rowOf(items[row].draft.id);
        if (present < 0) {
            beginInsertRows({}, row, row);
            m_items.insert(row, items[row]);
            endInsertRows();
            continue;
        }
        if (present != row) {
            beginMoveRows({}, present, present, {}, present > row ? row : row + 1);
            m_items.move(present, row);
            endMoveRows();
        }
        if (m_items[row] != items[row]) {
            m_items[row] = items[row];
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
}

int DraftListModel::rowOf(const QString &id) const
{
    for (int row = 0; row < m_items.size(); ++row) {
        if (m_items[row].draft.id == id) {
            return row;
        }
    }
    return -1;
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
        return tr("%1, %2").arg(item.name, item.draft.subject);
    case static_cast<int>(Role::name):
        return item.name;
    case static_cast<int>(Role::company):
        return item.company;
    case static_cast<int>(Role::subject):
        return item.draft.subject;
    case static_cast<int>(Role::state):
        return item.draft.state;
    case static_cast<int>(Role::id):
        return item.draft.id;
    case static_cast<int>(Role::contactId):
        return item.draft.contactId;
    default:
        return {};
    }
}

} // namespace crema::ui
