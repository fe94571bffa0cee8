// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/salvage.h"

#include <memory>
#include <optional>

namespace crema::store {

/// Where in a stored row the value of a column stands.
[[nodiscard]] std::optional<size_t> storedPlace(const TableShape &shape, QByteArrayView column);
/// Whether a row can be one of this table; `exact` asks for every column, as rows have that nobody says where
/// they belong.
[[nodiscard]] bool fits(const TableShape &shape, const StoredRow &row, bool exact);
[[nodiscard]] Json jsonOf(const TableShape &shape, const StoredRow &row);

/// Puts rows into the tables of the new database; the first of two with the same key stays.
class SalvageSink final
{
public:
    SalvageSink(Connection &target, const std::vector<TableShape> &shapes, Salvage &salvage);

    /// `table` is an index into the shapes. A row that is there already is left out.
    void put(size_t table, const StoredRow &row);
    /// A row of that table that is not as it must be: for the quarantine.
    void putOdd(size_t table, const StoredRow &row);
    /// Why a row could not be written at all (full disk).
    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; }

private:
    Connection &m_target;
    const std::vector<TableShape> &m_shapes;
    Salvage &m_salvage;
    std::vector<std::unique_ptr<Statement>> m_inserts;
    std::optional<Error> m_failure;
};

/// Reads the rows of a damaged file page by page into `sink`, also from pages that nothing leads to any more.
/// `healthy` is a database with the schema that the file had.
void salvagePages(const PageFile &file, Connection &healthy, const std::vector<TableShape> &shapes,
                  SalvageSink &sink, Salvage &salvage);

} // namespace crema::store
