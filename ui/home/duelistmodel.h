// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/home/duepresenter.h"

#include <QAbstractListModel>

namespace crema::ui {

/// The rows of the due list. A refresh keeps the rows that stay, so that selection and scroll survive it.
class DueListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Role {
        id = Qt::UserRole,
        name,
        company,
        what,
        when,
        group, ///< a number of contacts::DueGroup
        heading, ///< words over the first row of a group; empty for the others
    };

    using QAbstractListModel::QAbstractListModel;

    void show(const QVector<DueEntry> &entries);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] int rowOf(const QString &id) const;
    [[nodiscard]] QString headingOf(int row) const;

    QVector<DueEntry> m_entries;
};

/// A group as the list heads it.
[[nodiscard]] QString groupWords(contacts::DueGroup group);

} // namespace crema::ui
