// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "store/connection.h"
#include "store/pagefile.h"

#include <QMap>

#include <vector>

namespace crema::store {

/// How the rows of one table look, by the schema of a healthy database.
struct TableShape
{
    struct Column
    {
        QByteArray name;
        bool isInteger = false; ///< else text
        bool notNull = false;
    };
    QByteArray name;
    std::vector<Column> columns;
    std::vector<size_t> stored; ///< columns in the order in which a row is stored
    int rowidColumn = -1; ///< the column that is the rowid and stored as nothing
    bool withoutRowid = false;
};
/// The tables whose content nothing else can give back; what is derived from them is left out.
[[nodiscard]] Result<std::vector<TableShape>> tablesToSave(Connection &connection);

/// What was read out of a damaged database, and what was not.
struct Salvage
{
    bool wasSound = false; ///< SQLite found nothing wrong with the file itself
    bool hadWrongHeader = false; ///< what wrongHeader() says
    QMap<QByteArray, qint64> rows; ///< by table
    qint64 unreadablePages = 0;
    qint64 unreadableRows = 0;
    qint64 unplacedRows = 0; ///< readable, but nobody knows of which table
    std::vector<Json> oddRows; ///< readable, but not as a row of their table must be
};

/// Copies every row that can be read of `databasePath` into `target`, a fresh database with the tables but
/// without triggers: through SQLite where it reads them, else page by page; also pages that nothing leads to
/// any more.
[[nodiscard]] Result<Salvage> salvageInto(Connection &target, const QString &databasePath);

/// Bytes as JSON: text where they are UTF-8, else {"base64": ...}.
[[nodiscard]] Json jsonOfBytes(const QByteArray &bytes);

} // namespace crema::store
