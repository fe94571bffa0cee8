// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/peoplelist.h"

namespace crema::store {

/// The SQL of a PeopleQuery.
class PeopleSql final
{
public:
    explicit PeopleSql(const PeopleQuery &query);

    /// One more condition; each '?' in it stands for `value`.
    void require(QByteArray condition, const QString &value);

    [[nodiscard]] const QByteArray &where() const { return m_where; }
    [[nodiscard]] QByteArray order() const;
    void bind(Statement &statement) const;

    /// Conditions on a row of the contact table.

private:
    void requireWords(const QString &text);
    void requireOneOf(const QByteArray &column, const QStringList &values);
    void requireOneTag(const QStringList &tags);
    [[nodiscard]] QByteArray next(const QString &value);

    PeopleSort m_sort;
    bool m_descending;
    QByteArray m_where;
    QStringList m_values;
};

} // namespace crema::store
