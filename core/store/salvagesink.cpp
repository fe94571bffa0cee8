// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/salvagesink.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

constexpr size_t mostOddRows = 100'000;

QByteArray insertSql(const TableShape &shape)
{
    QByteArray names;
    QByteArray marks;
    for (size_t i = 0; i < shape.columns.size(); ++i) {
        names += (i == 0 ? "\"" : ",\"") + shape.columns[i].name + '"';
        marks += (i == 0 ? "?" : ",?") + QByteArray::number(i + 1);
    }
    return "INSERT OR IGNORE INTO \"" + shape.name + "\"(" + names + ") VALUES(" + marks + ")";
}

} // namespace

std::optional<size_t> storedPlace(const TableShape &shape, QByteArrayView column)
{
    const auto place = std::ranges::find_if(
            shape.stored, [&](size_t index) { return shape.columns[index].name == column; });
    return place == shape.stored.end() ? std::nullopt
                                       : std::optional(static_cast<size_t>(place - shape.stored.begin()));
}

bool fits(const TableShape &shape, const StoredRow &row, bool exact)
{
    const size_t count = row.values.size();
    // A row from before columns were added ends with its body (of a change: with what came after it), or
    // somewhere behind.
    const auto last = storedPlace(shape, shape.name == "change" ? "after" : "body");
    const size_t fewest = !exact ? 1 : last ? *last + 1 : shape.columns.size();
    if (count < fewest || count > shape.columns.size()) {
        return false;
    }
    for (size_t i = 0; i < count; ++i) {
        const TableShape::Column &column = shape.columns[shape.stored[i]];
        const StoredValue::Type type = row.values[i].type;
        const bool isRowid = static_cast<int>(shape.stored[i]) == shape.rowidColumn;
        const bool good = type == StoredValue::Type::null ? isRowid || !column.notNull
                                                          : !isRowid
                        && type == (column.isInteger ? StoredValue::Type::integer : StoredValue::Type::text);
        if (!good) {
            return false;
        }
    }
    return true;
}

Json jsonOf(const TableShape &shape, const StoredRow &row)
{
    Json values = Json::array();
    for (const StoredValue &value : row.values) {
        switch (value.type) {
        case StoredValue::Type::null:
            values.push_back(nullptr);
            break;
        case StoredValue::Type::integer:
            values.push_back(value.integer);
            break;
        case StoredValue::Type::real:
            values.push_back(value.real);
            break;
        default:
            values.push_back(jsonOfBytes(value.bytes));
        }
    }
    return {{"table", shape.name.toStdString()}, {"rowid", row.rowid}, {"values", values}};
}

SalvageSink::SalvageSink(Connection &target, const std::vector<TableShape> &shapes, Salvage &salvage)
    : m_target(target), m_shapes(shapes), m_salvage(salvage)
{
    for (const TableShape &shape : shapes) {
        m_inserts.push_back(std::make_unique<Statement>(target, insertSql(shape)));
    }
}

void SalvageSink::put(size_t table, const StoredRow &row)
{
    const TableShape &shape = m_shapes[table];
    Statement &insert = *m_inserts[table];
    for (size_t i = 0; i < shape.columns.size(); ++i) {
        const int parameter = static_cast<int>(shape.stored[i]) + 1;
        if (static_cast<int>(shape.stored[i]) == shape.rowidColumn) {
            insert.bind(parameter, row.rowid);
        } else if (i >= row.values.size() || row.values[i].type == StoredValue::Type::null) {
            insert.bindNull(parameter);
        } else if (row.values[i].type == StoredValue::Type::integer) {
            insert.bind(parameter, row.values[i].integer);
        } else {
            insert.bind(parameter, row.values[i].bytes);
        }
    }
    if (const auto inserted = insert.run(); !inserted) {
        m_failure = inserted.error();
    } else if (sqlite3_changes(m_target.handle()) > 0) {
        ++m_salvage.rows[shape.name];
    }
}

void SalvageSink::putOdd(size_t table, const StoredRow &row)
{
    if (m_salvage.oddRows.size() < mostOddRows) {
        m_salvage.oddRows.push_back(jsonOf(m_shapes[table], row));
    }
}

} // namespace crema::store
