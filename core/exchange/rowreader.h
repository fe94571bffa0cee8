// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contacts/incoming.h"
#include "exchange/columns.h"
#include "exchange/csvreader.h"
#include "exchange/datecolumns.h"

#include <QStringList>

#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace crema::exchange {

struct CellAddress;
struct PersonName;

/// Something to tell the user about one row: why it cannot be a person, or what in it was not understood.
struct RowNote
{
    int row = 0; ///< as a spreadsheet numbers it; for a vCard, which card
    QString reason;

    [[nodiscard]] bool operator==(const RowNote &) const = default;
};

/// Turns the rows of a table into contacts by a mapping. Nothing is dropped: what has no field of its own, or
/// is not what its column promises (a bad email, a date that is none), stays in `extra.columns` under the
/// column's name, and the latter is noted.
class RowReader final
{
public:
    /// `headers` are the column names; missing or empty ones are called "Column 3".
    RowReader(const ColumnMapping &mapping, const QStringList &headers);

    /// The person of the row, or why there is none. What was odd about it is added to `notes`.
    [[nodiscard]] std::variant<contacts::IncomingPerson, RowNote> read(const CsvRow &row,
                                                                       QVector<RowNote> &notes);

    /// Takes over what another reader of the same table has learned about its dates.
    void takeDatesOf(const RowReader &other) { m_dates.add(other.m_dates); }

    /// To be called when all rows were read: sets dates right whose order the whole column has shown, and
    /// notes where it has not. `people` are in the order of their rows.
    void settleDates(const contacts::People &people, QVector<RowNote> &notes) const;

private:
    struct Column
    {
        FieldTarget target;
        QString header;
        std::string key; ///< of `extra.columns`
        size_t group = 0; ///< index into the row's positions, schools or places
    };
    struct AddressCell;
    struct Parts;

    [[nodiscard]] bool hasColumn(Field field) const;
    void take(const Column &column, std::string_view cell, Parts &parts);
    void takeName(const Column &column, const QString &value, Parts &parts);
    void takePoint(const Column &column, const QString &value, Parts &parts);
    void takeLinks(const Column &column, const QString &value, Parts &parts);
    void takeHandles(Parts &parts) const;
    void keepLink(const Column &column, const QString &link, Parts &parts) const;
    void takeEmail(const Column &column, const QString &value, Parts &parts);
    void takeHistory(const Column &column, const QString &value, Parts &parts);
    void takePositions(const Column &column, const QStringList &values, Parts &parts) const;
    void takeNumberOfJob(const Column &column, const QString &value, Parts &parts) const;
    void takePlain(const Column &column, const QString &value, Parts &parts);
    void takeDate(const Column &column, const QString &value, Parts &parts);
    [[nodiscard]] std::optional<Contact> wholeRecord(const CsvRow &row, QVector<RowNote> &notes) const;
    void takeSurplus(const CsvRow &row, Parts &parts) const;
    void set(QString &field, const Column &column, const QString &value, Parts &parts) const;
    void keep(const Column &column, const QString &value, Parts &parts) const;
    void keepWithNote(const Column &column, const QString &value, const QString &reason, Parts &parts) const;
    [[nodiscard]] QString kindFor(const Column &column, Field kindField, const CsvRow &row) const;
    void finish(Parts &parts) const;
    void finishName(Parts &parts) const;
    [[nodiscard]] PersonName nameInParts(Parts &parts) const;
    [[nodiscard]] PersonName wholeName(const Parts &parts) const;
    void leaveSignsOfNothing(Parts &parts) const;
    [[nodiscard]] static std::array<std::pair<QString *, std::string_view>, 3> namesOf(Parts &parts);
    void takeAddressesOfName(Parts &parts) const;
    void leaveSignsForNames(Parts &parts) const;
    void leaveLastOfFirst(Parts &parts) const;
    void noteSeveralPeople(Parts &parts) const;
    void settleAddresses(Parts &parts) const;
    void leaveAddress(const CellAddress &found, const Column &column, Parts &parts) const;
    void keepRest(const AddressCell &found, const QString &own, Parts &parts) const;

    std::vector<Column> m_columns;
    DateColumns m_dates;
    size_t m_groups = 0;
};

} // namespace crema::exchange
