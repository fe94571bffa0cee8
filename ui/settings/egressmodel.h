// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/operation.h"

#include <QAbstractTableModel>

namespace crema::ui {

/// What left this computer as rows, newest first: when, to whom, why, what personal data, how much out and
/// in, what it cost there, how it ended.
class EgressModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { when, service, why, personal, out, in, cost, outcome };
    static constexpr int columns = 8;

    using QAbstractTableModel::QAbstractTableModel;

    /// New rows at the top are put in, changed ones changed; selection and scroll stay.
    void show(const QVector<store::EgressRow> &rows);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// A row with its texts made once.
    struct Line
    {
        store::EgressRow row;
        QStringList texts;
        QString toolTip;
    };
    [[nodiscard]] static Line lineOf(const store::EgressRow &row);
    [[nodiscard]] bool begins(const QVector<store::EgressRow> &rows, qsizetype at) const;

    QVector<Line> m_lines;
};

/// "Answered", "Under way", "The service took too long".
[[nodiscard]] QString outcomeInWords(const store::EgressRow &row);

} // namespace crema::ui
