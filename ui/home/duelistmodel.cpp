// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/duelistmodel.h"

#include <QSet>

namespace crema::ui {

QString groupWords(contacts::DueGroup group)
{
    switch (group) {
    case contacts::DueGroup::overdue:
        return DueListModel::tr("Overdue");
    case contacts::DueGroup::today:
        return DueListModel::tr("Today");
    case contacts::DueGroup::week:
        return DueListModel::tr("Next 7 days");
    case contacts::DueGroup::later:
        return DueListModel::tr("Later");
    }
    return {};
}

void DueListModel::show(const QVector<DueEntry> &entries)
{
    QSet<QString> wanted;
    for (const DueEntry &entry : entries) {
        wanted << entry.id;
    }
    for (int row = static_cast<int>(m_entries.size()) - 1; row >= 0; --row) {
        if (!wanted.contains(m_entries[row].id)) {
            beginRemoveRows({}, row, row);
            m_entries.removeAt(row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < entries.size(); ++row) {
        const int present = rowOf(entries[row].id);
        if (present < 0) {
            beginInsertRows({}, row, row);
            m_entries.insert(row, entries[row]);
            endInsertRows();
        } else if (present != row) {
            beginMoveRows({}, present, present, {}, row);
            m_entries.move(present, row);
            endMoveRows();
        }
        m_entries[row] = entries[row];
    }
    if (!m_entries.isEmpty()) {
        // A row's heading depends on the row before it.
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

int DueListModel::rowOf(const QString &id) const
{
    for (int row = 0; row < m_entries.size(); ++row) {
        if (m_entries[row].id == id) {
            return row;
        }
    }
    return -1;
}

QString DueListModel::headingOf(int row) const
{
    const bool first = row == 0 || m_entries[row - 1].group != m_entries[row].group;
    return first ? groupWords(m_entries[row].group) : QString();
}

int DueListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant DueListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_entries.size()) {
        return {};
    }
    const DueEntry &entry = m_entries[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case static_cast<int>(Role::name):
        return entry.name;
    case Qt::AccessibleTextRole:
        //: a name, what to do and when: "Ada Okafor, send the paper, Today"
        return tr("%1, %2, %3").arg(entry.name, entry.what, entry.when);
    case Qt::ToolTipRole:
    case static_cast<int>(Role::what):
        return entry.what;
    case static_cast<int>(Role::id):
        return entry.id;
    case static_cast<int>(Role::company):
        return entry.company;
    case static_cast<int>(Role::when):
        return entry.when;
    case static_cast<int>(Role::group):
        return static_cast<int>(entry.group);
    case static_cast<int>(Role::heading):
        return headingOf(index.row());
    default:
        return {};
    }
}

} // namespace crema::ui
