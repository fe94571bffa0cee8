// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/salvage.h"

#include "store/schema.h"

#include <QSet>
#include <QStringDecoder>
#include <QtEndian>

#include <sqlite3.h>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

constexpr size_t mostOddRows = 100'000;
constexpr qsizetype fingerprintLength = 64;

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
    Statement columns(connection, "SELECT name, type, \"notnull\", pk FROM pragma_table_info(?1) ORDER BY cid");
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

bool fits(const TableShape &shape, const StoredRow &row, bool exact)
{
    const size_t count = row.values.size();
    if (count == 0 || count > shape.columns.size() || (exact && count != shape.columns.size())) {
        return false;
    }
    for (size_t i = 0; i < count; ++i) {
        const TableShape::Column &column = shape.columns[shape.stored[i]];
        const StoredValue::Type type = row.values[i].type;
        const bool isRowid = static_cast<int>(shape.stored[i]) == shape.rowidColumn;
        const bool good = type == StoredValue::Type::null
                ? isRowid || !column.notNull
                : !isRowid && type == (column.isInteger ? StoredValue::Type::integer : StoredValue::Type::text);
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

/// Puts rows into the tables of the new database; the first of two with the same key stays.
class Sink
{
public:
    Sink(Connection &target, const std::vector<TableShape> &shapes) : m_target(target)
    {
        for (const TableShape &shape : shapes) {
            m_inserts.push_back(std::make_unique<Statement>(target, insertSql(shape)));
        }
    }

    /// False when the row is there already or cannot be stored.
    bool put(size_t table, const TableShape &shape, const StoredRow &row)
    {
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
        const auto inserted = insert.run();
        if (!inserted) {
            m_failure = inserted.error();
        }
        return inserted && sqlite3_changes(m_target.handle()) > 0;
    }
    /// Why a row could not be written at all (full disk).
    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; }

private:
    static QByteArray insertSql(const TableShape &shape)
    {
        QByteArray names;
        QByteArray marks;
        for (size_t i = 0; i < shape.columns.size(); ++i) {
            names += (i == 0 ? "\"" : ",\"") + shape.columns[i].name + '"';
            marks += (i == 0 ? "?" : ",?") + QByteArray::number(i + 1);
        }
        return "INSERT OR IGNORE INTO \"" + shape.name + "\"(" + names + ") VALUES(" + marks + ")";
    }

    Connection &m_target;
    std::vector<std::unique_ptr<Statement>> m_inserts;
    std::optional<Error> m_failure;
};

/// Through SQLite, as far as it reads.
void readTable(Connection &source, const TableShape &shape, const std::function<void(const StoredRow &)> &take)
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

/// The pages of a damaged file, and which of them were used already.
class PageSalvage
{
public:
    PageSalvage(const PageFile &file, const std::vector<TableShape> &shapes, Sink &sink, Salvage &salvage)
        : m_file(file), m_shapes(shapes), m_sink(sink), m_salvage(salvage), m_used(file.count() + 1)
    {
    }

    void run()
    {
        markFreePages();
        const auto roots = readSchema();
        for (size_t table = 0; table < m_shapes.size(); ++table) {
            if (const quint32 root = roots.value(m_shapes[table].name); root != 0) {
                walk(root, [&](quint32 page) { return takePage(page, table); });
            }
        }
        for (const quint32 root : roots) {
            walk(root, [](quint32) { return true; });
        }
        for (quint32 page = 2; page <= m_file.count(); ++page) {
            if (!m_used[page]) {
                takeStrayPage(page);
            }
        }
    }

private:
    /// Root pages by table name; other trees get names of their own.
    QHash<QByteArray, quint32> readSchema()
    {
        QHash<QByteArray, quint32> roots;
        walk(1, [&](quint32 page) {
            for (const StoredRow &row : rowsOf(m_file, page, m_ignored)) {
                if (row.values.size() == 5 && row.values[3].integer > 1) {
                    const bool table = row.values[0].bytes == "table";
                    roots.insert(table ? row.values[1].bytes : "index " + row.values[1].bytes,
                                 static_cast<quint32>(row.values[3].integer));
                }
            }
            return true;
        });
        return roots;
    }

    /// Visits the pages of a tree once each; `use` says whether the page belonged there.
    void walk(quint32 root, const std::function<bool(quint32)> &use)
    {
        std::vector<quint32> open {root};
        while (!open.empty()) {
            const quint32 page = open.back();
            open.pop_back();
            if (page < 1 || page > m_file.count() || kindOfPage(m_file, page) == PageKind::other) {
                ++m_salvage.unreadablePages;
                continue;
            }
            if (m_used[page]) {
                continue;
            }
            m_used[page] = true;
            const auto children = childrenOf(m_file, page);
            open.insert(open.end(), children.begin(), children.end());
            m_used[page] = use(page);
        }
    }

    bool takePage(quint32 page, size_t table)
    {
        const PageKind kind = kindOfPage(m_file, page);
        const bool ofTable = kind == PageKind::tableLeaf || kind == PageKind::tableInterior;
        if (ofTable == m_shapes[table].withoutRowid) {
            return false; // led astray: the page is another tree's
        }
        int damaged = 0;
        const auto rows = rowsOf(m_file, page, damaged);
        const auto good = std::ranges::count_if(rows, [&](const StoredRow &row) { return fits(m_shapes[table], row, false); });
        if (good == 0 && !rows.empty()) {
            return false;
        }
        m_salvage.unreadableRows += damaged;
        for (const StoredRow &row : rows) {
            if (fits(m_shapes[table], row, false)) {
                put(table, row);
            } else if (m_salvage.oddRows.size() < mostOddRows) {
                m_salvage.oddRows.push_back(jsonOf(m_shapes[table], row));
            }
        }
        return true;
    }

    /// A page that nothing leads to: its rows go where they fit, when they fit one table only.
    void takeStrayPage(quint32 page)
    {
        const PageKind kind = kindOfPage(m_file, page);
        int damaged = 0;
        for (const StoredRow &row : rowsOf(m_file, page, damaged)) {
            std::vector<size_t> tables;
            for (size_t table = 0; table < m_shapes.size(); ++table) {
                if (m_shapes[table].withoutRowid == (kind != PageKind::tableLeaf) && fits(m_shapes[table], row, true)
                    && agrees(m_shapes[table], row)) {
                    tables.push_back(table);
                }
            }
            if (tables.size() == 1) {
                put(tables.front(), row);
            } else if (kind == PageKind::tableLeaf) {
                ++m_salvage.unplacedRows; // pages of indexes are stray as well, and no loss
            }
        }
    }

    /// Runs and resumes look alike; what their columns repeat of the body tells them apart. An entry of the full-text index
    /// looks like a device without being one.
    static bool agrees(const TableShape &shape, const StoredRow &row)
    {
        if (shape.name == "device") {
            return row.values.back().bytes.size() == fingerprintLength;
        }
        const auto kind = std::ranges::find_if(allKinds, [&](Kind own) { return shape.name == tableOf(own).name; });
        if (kind == allKinds.end()) {
            return true;
        }
        const auto body = parseJson(row.values.back().bytes);
        if (!body || !body->is_object()) {
            return false;
        }
        const auto &projections = tableOf(*kind).projections;
        const size_t first = row.values.size() - 1 - std::min(projections.size(), row.values.size() - 1);
        for (size_t i = 0; i < projections.size() && first + i < row.values.size() - 1; ++i) {
            if (row.values[first + i].bytes != QByteArray::fromStdString(projections[i].value(*body))) {
                return false;
            }
        }
        return true;
    }

    void put(size_t table, const StoredRow &row)
    {
        if (m_sink.put(table, m_shapes[table], row)) {
            ++m_salvage.rows[m_shapes[table].name];
        }
    }

    void markFreePages()
    {
        quint32 trunk = m_file.firstFreePage();
        while (trunk > 1 && trunk <= m_file.count() && !m_used[trunk]) {
            m_used[trunk] = true;
            const QByteArrayView page = m_file.page(trunk);
            if (page.isEmpty()) {
                return;
            }
            const auto number = [&](qsizetype index) { return qFromBigEndian<quint32>(page.data() + 4 * index); };
            const qsizetype count = std::min<qsizetype>(number(1), page.size() / 4 - 2);
            for (qsizetype i = 0; i < count; ++i) {
                if (number(2 + i) > 1 && number(2 + i) <= m_file.count()) {
                    m_used[number(2 + i)] = true;
                }
            }
            trunk = number(0);
        }
    }

    const PageFile &m_file;
    const std::vector<TableShape> &m_shapes;
    Sink &m_sink;
    Salvage &m_salvage;
    std::vector<bool> m_used;
    int m_ignored = 0;
};

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
    Sink sink(target, *shapes);
    const auto source = Connection::open(databasePath, Access::readOnly);
    salvage.wasSound = source && isSound(**source);
    if (!salvage.wasSound) {
        const auto file = PageFile::open(databasePath);
        if (!file) {
            return std::unexpected(file.error());
        }
        PageSalvage(**file, *shapes, sink, salvage).run();
    }
    for (size_t table = 0; source && table < shapes->size(); ++table) {
        readTable(**source, (*shapes)[table], [&](const StoredRow &row) {
            const TableShape &shape = (*shapes)[table];
            if (!fits(shape, row, true)) {
                if (salvage.wasSound && salvage.oddRows.size() < mostOddRows) {
                    salvage.oddRows.push_back(jsonOf(shape, row));
                }
            } else if (sink.put(table, shape, row)) {
                ++salvage.rows[shape.name];
            }
        });
    }
    if (sink.failure()) {
        return std::unexpected(*sink.failure());
    }
    return salvage;
}

} // namespace crema::store
