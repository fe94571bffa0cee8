// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/salvage.h"

#include "store/formats.h"
#include "store/salvagesink.h"

#include <QSet>
#include <QStringDecoder>

#include <sqlite3.h>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

/// What is made anew from the other tables.
bool isDerived(const QByteArray &table)
{
    static const QSet<QByteArray> derived {"lookup", "contact_words", "unindexed", "ledger_account"};
    return derived.contains(table);
}

Result<TableShape> shapeOf(Connection &connection, const QByteArray &name, bool withoutRowid)
{
    TableShape shape;
    shape.name = name;
    shape.withoutRowid = withoutRowid;
    std::vector<std::pair<qint64, size_t>> keys;
    Statement columns(connection,
                      "SELECT name, type, \"notnull\", pk FROM pragma_table_info(?1) ORDER BY cid");
    columns.bind(1, name);
    while (columns.step()) {
        const size_t index = shape.columns.size();
        shape.columns.push_back({columns.bytes(0), columns.text(1) == "INTEGER"_L1, columns.integer(2) != 0});
        if (const qint64 place = columns.integer(3); place > 0) {
            keys.emplace_back(place, index);
        }
    }
    if (columns.failed() || shape.columns.empty()) {
        return std::unexpected(columns.failed() ? columns.error() : connection.lastError());
    }
    if (withoutRowid) {
        std::ranges::sort(keys);
        for (const auto &[place, index] : keys) {
            shape.stored.push_back(index);
        }
    } else if (keys.size() == 1 && shape.columns[keys.front().second].isInteger) {
        shape.rowidColumn = static_cast<int>(keys.front().second);
    }
    for (size_t index = 0; index < shape.columns.size(); ++index) {
        if (std::ranges::find(shape.stored, index) == shape.stored.end()) {
            shape.stored.push_back(index);
        }
    }
    return shape;
}

/// Through SQLite, as far as it reads.
void readTable(Connection &source, const TableShape &shape,
               const std::function<void(const StoredRow &)> &take)
{
    QByteArray names;
    for (const size_t index : shape.stored) {
        names += (names.isEmpty() ? "\"" : ",\"") + shape.columns[index].name + '"';
    }
    sqlite3_stmt *select = nullptr;
    const QByteArray sql = "SELECT " + names + " FROM \"" + shape.name + '"';
    sqlite3_prepare_v2(source.handle(), sql.constData(), -1, &select, nullptr);
    while (select && sqlite3_step(select) == SQLITE_ROW) {
        StoredRow row;
        for (size_t i = 0; i < shape.stored.size(); ++i) {
            const int column = static_cast<int>(i);
            StoredValue value;
            if (static_cast<int>(shape.stored[i]) == shape.rowidColumn) {
                row.rowid = sqlite3_column_int64(select, column);
            } else if (const int type = sqlite3_column_type(select, column); type == SQLITE_INTEGER) {
                value = {StoredValue::Type::integer, sqlite3_column_int64(select, column), 0, {}};
            } else if (type == SQLITE_TEXT || type == SQLITE_BLOB) {
                const void *bytes = sqlite3_column_blob(select, column);
                value = {type == SQLITE_TEXT ? StoredValue::Type::text : StoredValue::Type::blob, 0, 0,
                         QByteArray(static_cast<const char *>(bytes), sqlite3_column_bytes(select, column))};
            } else if (type == SQLITE_FLOAT) {
                value = {StoredValue::Type::real, 0, sqlite3_column_double(select, column), {}};
            }
            row.values.push_back(std::move(value));
        }
        take(row);
    }
    sqlite3_finalize(select);
}

bool isSound(Connection &source)
{
    Statement check(source, "PRAGMA integrity_check(1)");
    return check.step() && check.text(0) == "ok"_L1;
}

} // namespace

Json jsonOfBytes(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return decoder.hasError() ? Json {{"base64", bytes.toBase64().toStdString()}} : Json(text);
}

Result<std::vector<TableShape>> tablesToSave(Connection &connection)
{
    std::vector<TableShape> shapes;
    Statement tables(connection,
                     "SELECT name, wr FROM pragma_table_list WHERE schema='main' AND type='table' "
                     "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name");
    while (tables.step()) {
        if (isDerived(tables.bytes(0))) {
            continue;
        }
        auto shape = shapeOf(connection, tables.bytes(0), tables.integer(1) != 0);
        if (!shape) {
            return std::unexpected(shape.error());
        }
        shapes.push_back(std::move(*shape));
    }
    return tables.failed() ? Result<std::vector<TableShape>>(std::unexpected(tables.error())) : shapes;
}

Result<Salvage> salvageInto(Connection &target, const QString &databasePath)
{
    const auto shapes = tablesToSave(target);
    if (!shapes) {
        return std::unexpected(shapes.error());
    }
    Salvage salvage;
    SalvageSink sink(target, *shapes, salvage);
    const auto source = Connection::open(databasePath, Access::readOnly);
    salvage.wasSound = source && isSound(**source);
    salvage.hadWrongHeader = source && !wrongHeader(**source).isEmpty();
    if (!salvage.wasSound) {
        const auto file = PageFile::open(databasePath);
        if (!file) {
            return std::unexpected(file.error());
        }
        salvagePages(**file, target, *shapes, sink, salvage);
    }
    for (size_t table = 0; source && table < shapes->size(); ++table) {
        readTable(**source, (*shapes)[table], [&](const StoredRow &row) {
            if (fits((*shapes)[table], row, true)) {
                sink.put(table, row);
            } else if (salvage.wasSound) {
                sink.putOdd(table, row); // else the pages gave it already
            }
        });
    }
    if (sink.failure()) {
        return std::unexpected(*sink.failure());
    }
    return salvage;
}

} // namespace crema::store
