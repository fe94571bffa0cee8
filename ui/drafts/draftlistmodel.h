// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drafts/draftshelves.h"

#include <QAbstractListModel>
#include <QHash>

namespace crema::ui {

/// The drafts of a shelf; a refresh keeps rows that are still there, so selection and scroll survive.
class DraftListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Role { name = Qt::UserRole, company, subject, state, status, id, contactId, reviewed };

    using QAbstractListModel::QAbstractListModel;

    void show(const QVector<DraftItem> &items);
    /// -1 when it is not listed.
    [[nodiscard]] int rowOf(const QString &id) const { return m_rows.value(id, -1); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void removeAllBut(const QVector<DraftItem> &items);
    int insertRun(const QVector<DraftItem> &items, int row);
    void update(int row, const DraftItem &item);
    void keepRows(int from);

    QVector<DraftItem> m_items;
    QHash<QString, int> m_rows; ///< by id
};

} // namespace crema::ui
