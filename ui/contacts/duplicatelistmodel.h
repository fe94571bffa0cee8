// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contacts/duplicates.h"

#include <QAbstractListModel>

namespace crema::ui {

/// Pairs that may be one person, likeliest first.
class DuplicateListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Role { names = Qt::UserRole, seed, company, reason, score };
    using Pairs = QVector<contacts::DuplicatePair>;

    using QAbstractListModel::QAbstractListModel;

    void setPairs(const Pairs &pairs);
    [[nodiscard]] const Pairs &pairs() const { return m_pairs; }
    [[nodiscard]] const contacts::DuplicatePair *pairAt(int row) const;
    void removePair(int row);
    /// `gone` is now part of `kept`: their own pair goes, the others of `gone` become pairs of `kept`.
    void joinPeople(const QString &kept, const QString &keptName, const QString &keptCompany,
                    const QString &gone);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] bool hasPair(const QString &a, const QString &b) const;

    Pairs m_pairs;
};

} // namespace crema::ui
