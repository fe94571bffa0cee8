// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/facts.h"

namespace crema::store {

Result<QHash<QString, QString>> factsNamed(const Reader &reader, const QString &name)
{
    // A bare column beside max() comes from the row of the maximum
    // (https://sqlite.org/lang_select.html, 2.5).
    Statement statement(reader.connection(),
                        "SELECT record_id,value,max(seq) FROM fact WHERE name=?1 GROUP BY record_id");
    statement.bind(1, name);
    QHash<QString, QString> values;
    while (statement.step()) {
        if (const QString value = statement.text(1); !value.isEmpty()) {
            values.insert(statement.text(0), value);
        }
    }
    return statement.failed() ? Result<QHash<QString, QString>>(std::unexpected(statement.error())) : values;
}

} // namespace crema::store
