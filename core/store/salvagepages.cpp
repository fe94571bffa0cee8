// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/salvagesink.h"
#include "store/schema.h"

#include <QHash>
#include <QSet>
#include <QtEndian>

#include <algorithm>
#include <functional>

namespace crema::store {

namespace {

constexpr qsizetype fingerprintLength = 64;
constexpr size_t fewestColumns = 5; // rows of what is derived are narrower, and no loss

/// The pages of a damaged file, and which of them were used already.
class PageSalvage
{
public:
    PageSalvage(const PageFile &file, const std::vector<TableShape> &shapes, SalvageSink &sink,
                Salvage &salvage)
        : m_file(file), m_shapes(shapes), m_sink(sink), m_salvage(salvage), m_used(file.count() + 1)
    {
    }

    /// `derived` names the trees that hold nothing of their own.
    void run(const QSet<QByteArray> &derived)
    {
        markFreePages();
        const auto roots = readSchema();
        for (size_t table = 0; table < m_shapes.size(); ++table) {
            if (const quint32 root = roots.value("table " + m_shapes[table].name); root != 0) {
                m_salvage.unreadablePages += walk(root, [&](quint32 page) { return takePage(page, table); });
            }
        }
        for (const auto &[name, root] : roots.asKeyValueRange()) {
            if (derived.contains(name)) {
                const bool index = name.startsWith("index ");
                (void)walk(root, [&](quint32 page) { return !index || isOfIndex(page); });
            }
        }
        for (quint32 page = 2; page <= m_file.count(); ++page) {
            if (!m_used[page]) {
                takeStrayPage(page);
            }
        }
    }

private:
    /// Root pages by what stands there: "table contact", "index contact_by_name".
    QHash<QByteArray, quint32> readSchema()
    {
        QHash<QByteArray, quint32> roots;
        int damaged = 0;
        m_salvage.unreadablePages += walk(1, [&](quint32 page) {
            for (const StoredRow &row : rowsOf(m_file, page, damaged)) {
                if (row.values.size() == 5 && row.values[3].integer > 1) {
                    roots.insert(row.values[0].bytes + ' ' + row.values[1].bytes,
                                 static_cast<quint32>(row.values[3].integer));
                }
            }
            return true;
        });
        return roots;
    }

    /// Visits the pages of a tree once each; `use` says whether the page belonged there. Returns how many
    /// could not be read.
    int walk(quint32 root, const std::function<bool(quint32)> &use)
    {
        int unreadable = 0;
        std::vector<quint32> open {root};
        while (!open.empty()) {
            const quint32 page = open.back();
            open.pop_back();
            if (page < 1 || page > m_file.count() || kindOfPage(m_file, page) == PageKind::other) {
                ++unreadable;
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
        return unreadable;
    }

    bool isOfIndex(quint32 page) const
    {
        const PageKind kind = kindOfPage(m_file, page);
        return kind == PageKind::indexLeaf || kind == PageKind::indexInterior;
    }

    bool takePage(quint32 page, size_t table)
    {
        if (isOfIndex(page) != m_shapes[table].withoutRowid) {
            return false; // led astray: the page is another tree's
        }
        int damaged = 0;
        const auto rows = rowsOf(m_file, page, damaged);
        const auto good = std::ranges::count_if(
                rows, [&](const StoredRow &row) { return fits(m_shapes[table], row, false); });
        if (good == 0 && !rows.empty()) {
            return false;
        }
        m_salvage.unreadableRows += damaged;
        for (const StoredRow &row : rows) {
            if (fits(m_shapes[table], row, false)) {
                m_sink.put(table, row);
            } else {
                m_sink.putOdd(table, row);
            }
        }
        return true;
    }

    /// A page that nothing leads to: its rows go where they fit, when they fit one table only.
    void takeStrayPage(quint32 page)
    {
        const bool index = isOfIndex(page);
        int damaged = 0;
        for (const StoredRow &row : rowsOf(m_file, page, damaged)) {
            std::vector<size_t> tables;
            for (size_t table = 0; table < m_shapes.size(); ++table) {
                if (m_shapes[table].withoutRowid == index && fits(m_shapes[table], row, true)
                    && agrees(m_shapes[table], row)) {
                    tables.push_back(table);
                }
            }
            if (tables.size() == 1) {
                m_sink.put(tables.front(), row);
            } else if (!index && row.values.size() >= fewestColumns) {
                ++m_salvage.unplacedRows;
            }
        }
    }

    /// Runs and resumes look alike; what their columns repeat of the body tells them apart. An entry of the
    /// full-text index looks like a device without being one.
    static bool agrees(const TableShape &shape, const StoredRow &row)
    {
        if (shape.name == "device") {
            return row.values.back().bytes.size() == fingerprintLength;
        }
        const auto kind = std::ranges::find_if(allKinds,
                                               [&](Kind own) { return shape.name == tableOf(own).name; });
        if (kind == allKinds.end()) {
            return true;
        }
        const auto valueOf = [&](const char *column) {
            const auto place = storedPlace(shape, column);
            return place && *place < row.values.size() ? row.values[*place].bytes : QByteArray();
        };
        const auto body = parseJson(valueOf("body"));
        if (!body || !body->is_object()) {
            return false;
        }
        return std::ranges::all_of(tableOf(*kind).projections, [&](const Projection &projection) {
            const auto place = storedPlace(shape, projection.column);
            // A row from before the column was added has none of it.
            return !place || *place >= row.values.size()
                    || row.values[*place].bytes == QByteArray::fromStdString(projection.value(*body));
        });
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
            const auto number = [&](qsizetype index) {
                return qFromBigEndian<quint32>(page.data() + 4 * index);
            };
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
    SalvageSink &m_sink;
    Salvage &m_salvage;
    std::vector<bool> m_used;
};

} // namespace

void salvagePages(const PageFile &file, Connection &healthy, const std::vector<TableShape> &shapes,
                  SalvageSink &sink, Salvage &salvage)
{
    QSet<QByteArray> derived;
    Statement trees(healthy, "SELECT type || ' ' || name FROM sqlite_master WHERE rootpage>0");
    while (trees.step()) {
        derived.insert(trees.bytes(0));
    }
    for (const TableShape &shape : shapes) {
        derived.remove("table " + shape.name);
    }
    PageSalvage(file, shapes, sink, salvage).run(derived);
}

} // namespace crema::store
