// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/receiptsmodel.h"

#include "base/dates.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

void ReceiptsModel::show(const QVector<store::Receipt> &receipts)
{
    if (receipts == m_receipts) {
        return;
    }
    beginResetModel();
    m_receipts = receipts;
    m_times.clear();
    for (const store::Receipt &receipt : receipts) {
        const QDateTime at = fromStoredTime(receipt.at).toLocalTime();
        m_times << tr("%1, %2").arg(QLocale().toString(at.date(), QLocale::ShortFormat),
                                    at.time().toString(u"HH:mm"_s));
    }
    endResetModel();
}

int ReceiptsModel::rowOf(const QString &jobId) const
{
    const auto found = std::ranges::find(m_receipts, jobId, &store::Receipt::jobId);
    return found == m_receipts.end() ? -1 : static_cast<int>(found - m_receipts.begin());
}

int ReceiptsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_receipts.size());
}

int ReceiptsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 5;
}

QVariant ReceiptsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_receipts.size()) {
        return {};
    }
    const store::Receipt &receipt = m_receipts[index.row()];
    if (role == Qt::TextAlignmentRole && index.column() >= 2) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case 0:
        return m_times[index.row()];
    case 1:
        return receipt.what;
    case 2:
        return receipt.reserved;
    case 3:
        return receipt.charged;
    case 4:
        return receipt.released;
    default:
        return {};
    }
}

QVariant ReceiptsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section >= 2) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter)); // over its numbers
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    const QStringList titles {tr("When"), tr("What"), tr("Reserved"), tr("Charged"), tr("Given back")};
    return titles.value(section);
}

} // namespace crema::ui
