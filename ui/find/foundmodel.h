// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/run.h"

#include <QAbstractTableModel>

namespace crema::ui {

/// The people of one run as rows, in the order of the run: who, what they do, where, and why they were found.
class FoundModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { name, title, company, why, place, school, known };
    static constexpr int columns = 7;

    using QAbstractTableModel::QAbstractTableModel;

    void show(const QVector<FoundPerson> &people);
    [[nodiscard]] const FoundPerson &at(int row) const { return m_people[row]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const FoundPerson &found, Column column) const;

    QVector<FoundPerson> m_people;
};

/// The reasons as one line: "Title: Consultant matches \"consultant\" · ...".
[[nodiscard]] QString reasonsInWords(const FoundPerson &found, const QString &separator);

} // namespace crema::ui
