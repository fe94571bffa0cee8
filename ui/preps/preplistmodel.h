// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/prep.h"

#include <QAbstractListModel>

namespace crema::ui {

/// The preps, newest first; a refresh keeps rows that are still there.
class PrepListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    /// `status` is the prep's, or "Met" once the chat was held.
    enum class Role { company = Qt::UserRole, status, id, contactId };

    using QAbstractListModel::QAbstractListModel;

    void show(const QVector<Prep> &preps);
    [[nodiscard]] int rowOf(const QString &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QVector<Prep> m_preps;
};

} // namespace crema::ui
