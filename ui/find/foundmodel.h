// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/run.h"

#include <QAbstractTableModel>
#include <QSet>

namespace crema::ui {

/// The people of one run as rows, in the order of the run: who, what they do, where, why they were found,
/// and whether they can be written to.
class FoundModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { name, known, title, company, why, reach, place, school };
    static constexpr int columns = 8;

    using QAbstractTableModel::QAbstractTableModel;

    void show(const QVector<FoundPerson> &people);
    /// Marks those whom the earlier search of the kind did not have.
    void markNew(const QStringList &personIds);
    [[nodiscard]] const FoundPerson &at(int row) const { return m_people[row]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const FoundPerson &found, Column column) const;
    [[nodiscard]] QString marks(const FoundPerson &found) const;
    [[nodiscard]] static QString whyUnreachable(const FoundPerson &found);

    QVector<FoundPerson> m_people;
    QSet<QString> m_new;
};

/// The reasons as one line: "Title: Consultant matches \"consultant\" · ...".
[[nodiscard]] QString reasonsInWords(const FoundPerson &found, const QString &separator);
/// The address to write to, or that there is none.
[[nodiscard]] QString reachInWords(const FoundPerson &found);

} // namespace crema::ui
