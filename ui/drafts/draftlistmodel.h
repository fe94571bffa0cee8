// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drafts/draftspresenter.h"

#include <QAbstractListModel>

namespace crema::ui {

/// The drafts of a shelf; a refresh keeps rows that are still there, so selection and scroll survive.
class DraftListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Role { name = Qt::UserRole, company, subject, state, id, contactId };

    using QAbstractListModel::QAbstractListModel;

    void show(const QVector<DraftItem> &items);
    [[nodiscard]] int rowOf(const QString &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QVector<DraftItem> m_items;
};

} // namespace crema::ui
