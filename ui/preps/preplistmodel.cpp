// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preps/preplistmodel.h"

#include "flows/chatflow.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace crema::ui {

void PrepListModel::show(const QVector<Prep> &preps)
{
    QSet<QString> wanted;
    for (const Prep &prep : preps) {
        wanted << prep.id;
    }
    for (int row = static_cast<int>(m_preps.size()) - 1; row >= 0; --row) {
        if (!wanted.contains(m_preps[row].id)) {
            beginRemoveRows({}, row, row);
            m_preps.removeAt(row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < preps.size(); ++row) {
        const int present = rowOf(preps[row].id);
        if (present < 0) {
            beginInsertRows({}, row, row);
            m_preps.insert(row, preps[row]);
            endInsertRows();
            continue;
        }
        if (present != row) {
            beginMoveRows({}, present, present, {}, present > row ? row : row + 1);
            m_preps.move(present, row);
            endMoveRows();
        }
        if (m_preps[row] != preps[row]) {
            m_preps[row] = preps[row];
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
}

int PrepListModel::rowOf(const QString &id) const
{
    for (int row = 0; row < m_preps.size(); ++row) {
        if (m_preps[row].id == id) {
            return row;
        }
    }
    return -1;
}

int PrepListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_preps.size());
}

QVariant PrepListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_preps.size()) {
        return {};
    }
    const Prep &prep = m_preps[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return prep.title();
    case static_cast<int>(Role::company):
        return prep.person.company();
    case static_cast<int>(Role::status):
        return prep.status == "completed"_L1 && flows::wasHeld(prep) ? u"Met"_s : prep.status;
    case static_cast<int>(Role::id):
        return prep.id;
    case static_cast<int>(Role::contactId):
        return prep.contactId;
    default:
        return {};
    }
}

} // namespace crema::ui
