// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

namespace crema::store {

/// The SQL of a ContactQuery.
class ContactSql final
{
public:
    explicit ContactSql(const ContactQuery &query);

    [[nodiscard]] const QByteArray &where() const { return m_where; }
    [[nodiscard]] QByteArray order() const;
    void bind(Statement &statement) const;

    [[nodiscard]] static QByteArray selectRow();
    [[nodiscard]] static ContactRow readRow(const Statement &row);

private:
    void require(const char *condition, const QString &value);

    const ContactQuery &m_query;
    QByteArray m_where;
    QStringList m_values;
};

} // namespace crema::store
