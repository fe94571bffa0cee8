// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/duplicatelistmodel.h"

#include <algorithm>

namespace crema::ui {

namespace {

bool isOf(const contacts::DuplicatePair &pair, const QString &id)
{
    return pair.a == id || pair.b == id;
}

} // namespace

void DuplicateListModel::setPairs(const Pairs &pairs)
{
    beginResetModel();
    m_pairs = pairs;
    endResetModel();
}

const contacts::DuplicatePair *DuplicateListModel::pairAt(int row) const
{
    return row >= 0 && row < m_pairs.size() ? &m_pairs[row] : nullptr;
}

void DuplicateListModel::removePair(int row)
{
    if (pairAt(row) != nullptr) {
        beginRemoveRows({}, row, row);
        m_pairs.removeAt(row);
        endRemoveRows();
    }
}

bool DuplicateListModel::hasPair(const QString &a, const QString &b) const
{
    return std::ranges::any_of(
            m_pairs, [&](const contacts::DuplicatePair &pair) { return isOf(pair, a) && isOf(pair, b); });
}

void DuplicateListModel::joinPeople(const QString &kept, const QString &keptName, const QString &keptCompany,
                                    const QString &gone)
{
    for (int row = static_cast<int>(m_pairs.size()) - 1; row >= 0; --row) {
        const contacts::DuplicatePair pair = m_pairs[row];
        if (!isOf(pair, gone)) {
            continue;
        }
        const bool goneIsFirst = pair.a == gone;
        const QString &third = goneIsFirst ? pair.b : pair.a;
        if (third == kept || hasPair(kept, third)) {
            removePair(row);
            continue;
        }
        contacts::DuplicatePair &changed = m_pairs[row];
        (goneIsFirst ? changed.a : changed.b) = kept;
        (goneIsFirst ? changed.nameA : changed.nameB) = keptName;
        (goneIsFirst ? changed.companyA : changed.companyB) = keptCompany;
        Q_EMIT dataChanged(index(row), index(row));
    }
}

int DuplicateListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pairs.size());
}

QVariant DuplicateListModel::data(const QModelIndex &index, int role) const
{
    const contacts::DuplicatePair *pair = index.isValid() ? pairAt(index.row()) : nullptr;
    if (pair == nullptr) {
        return {};
    }
    const QString names = pair->nameA == pair->nameB ? pair->nameA
                                                     : tr("%1 · %2").arg(pair->nameA, pair->nameB);
    switch (role) {
    case Qt::DisplayRole:
    case static_cast<int>(Role::names):
        return names;
    case Qt::AccessibleTextRole:
        return tr("%1 and %2: %3, %4 of 100")
                .arg(pair->nameA, pair->nameB, pair->reason, QString::number(pair->score));
    case Qt::ToolTipRole:
    case static_cast<int>(Role::reason):
        return pair->reason;
    case static_cast<int>(Role::seed):
        return pair->a;
    case static_cast<int>(Role::company):
        return pair->companyA.isEmpty() ? pair->companyB : pair->companyA;
    case static_cast<int>(Role::score):
        return pair->score;
    default:
        return {};
    }
}

} // namespace crema::ui
