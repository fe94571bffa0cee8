// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/operation.h"

#include <QAbstractTableModel>

namespace crema::ui {

/// Receipts, newest first: when, what, reserved, charged, given back.
class ReceiptsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void show(const QVector<store::Receipt> &receipts);
    [[nodiscard]] const store::Receipt &at(int row) const { return m_receipts[row]; }
    /// The row of a job's receipt; -1 when there is none.
    [[nodiscard]] int rowOf(const QString &jobId) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVector<store::Receipt> m_receipts;
    QStringList m_times; ///< formatted once
};

} // namespace crema::ui
