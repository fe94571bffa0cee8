// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sectionedreport.h"

#include "base/text.h"
#include "contacts/merging.h"
#include "exchange/headerrow.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

constexpr int longestReport = 2000; // rows; a meeting has fewer, and a longer table is one

bool isName(Field field)
{
    return field == Field::firstName || field == Field::lastName || field == Field::fullName;
}

/// Column names of a table of people.
bool namesPeople(const QStringList &cells)
{
    return namedFields(cells) >= 2 && std::ranges::any_of(cells, [](const QString &cell) {
               return isName(targetForHeader(cell).field);
           });
}

bool isAlone(const QStringList &cells)
{
    return cells.size() - cells.count(QString()) == 1;
}

/// "3. In-Meeting Activities"
bool isNumberedHeading(const QStringList &cells)
{
    static const QRegularExpression numbered(u"^\\d{1,2}\\.\\s+\\p{L}"_s);
    return isAlone(cells) && cells.constFirst().contains(numbered);
}

/// The rows of a file one after the other, and where a part begins.
class PartsFinder final
{
public:
    explicit PartsFinder(const TableShape &table) : m_table(table) { }

    void see(const Record &record)
    {
        const QStringList &cells = record.cells;
        const bool begins = m_afterBlank || m_heading > 0;
        const bool isMain = record.row == m_table.mapping.headerRow;
        if (begins && !isMain && cells != m_table.headers && namesPeople(cells)) {
            if (m_heading > 0 && record.row > m_table.mapping.headerRow) {
                end(m_heading);
            }
            m_parts.push_back({record.row, true, {}});
        } else if (m_afterBlank && m_isNumbered && isNumberedHeading(cells)) {
            end(record.row);
        }
        m_isNumbered = m_isNumbered || (isMain && m_aboveIsNumbered);
        m_aboveIsNumbered = isNumberedHeading(cells);
        m_heading = m_afterBlank && isAlone(cells) ? record.row : 0;
        m_afterBlank = cells.count(QString()) == cells.size();
    }

    [[nodiscard]] std::vector<ReportPart> parts() { return std::move(m_parts); }

private:
    void end(int row)
    {
        if (m_parts.empty() || m_parts.back().firstRow != row) {
            m_parts.push_back({row, false, {}});
        }
    }

    const TableShape &m_table;
    std::vector<ReportPart> m_parts;
    bool m_afterBlank = true;
    bool m_aboveIsNumbered = false;
    bool m_isNumbered = false; ///< the main table stands below such a heading
    int m_heading = 0; ///< the row above, when it is a heading
};

QVector<Record> firstRows(std::string_view text, const CsvDialect &dialect, qint64 maxCell)
{
    QVector<Record> records;
    CsvReader reader(text, dialect, maxCell);
    CsvRow row;
    while (records.size() < longestReport && reader.next(row)) {
        records << Record {row.row, textsOf(row)};
    }
    return records;
}

/// The rows of a part up to the next one.
QVector<Record> rowsOf(const QVector<Record> &records, const std::vector<ReportPart> &parts, size_t part)
{
    QVector<Record> rows;
    for (const Record &record : records) {
        const bool isBefore = record.row < parts[part].firstRow;
        const bool isBehind = part + 1 < parts.size() && record.row >= parts[part + 1].firstRow;
        if (!isBefore && !isBehind && record.cells.count(QString()) < record.cells.size()) {
            rows << record;
        }
    }
    return rows;
}

bool conflictInAddress(const Contact &a, const Contact &b)
{
    return !a.email().isEmpty() && !b.email().isEmpty() && fold(a.email()) != fold(b.email());
}

} // namespace

std::vector<ReportPart> otherPartsOf(std::string_view text, const CsvDialect &dialect,
                                     const TableShape &table, qint64 maxCell)
{
    if (table.mapping.headerRow == 0) {
        return {};
    }
    const QVector<Record> records = firstRows(text, dialect, maxCell);
    PartsFinder finder(table);
    for (const Record &record : records) {
        finder.see(record);
    }
    std::vector<ReportPart> parts = finder.parts();
    for (size_t part = 0; part < parts.size(); ++part) {
        if (parts[part].listsPeople) {
            parts[part].shape = shapeOfRecords(rowsOf(records, parts, part), 0);
        }
    }
    return parts;
}

void joinParts(ReadPeople &read, const std::vector<int> &begins)
{
    const auto partOf = [&](int row) { return std::ranges::upper_bound(begins, row) - begins.begin(); };
    QHash<QString, QVector<qsizetype>> byName;
    contacts::People kept;
    for (auto &person : read.people) {
        const QString name = fold(person->contact.name());
        QVector<qsizetype> &known = byName[name];
        contacts::IncomingPerson *earlier = known.size() == 1 && !name.isEmpty()
                ? kept[static_cast<size_t>(known.constFirst())].get()
                : nullptr;
        const bool again = earlier && partOf(earlier->row) != partOf(person->row)
                && !conflictInAddress(earlier->contact, person->contact);
        if (again) {
            earlier->contact = contacts::filled(earlier->contact, person->contact).contact;
            earlier->keys.emplace(earlier->contact);
            read.invalid << RowNote {
                    person->row,
                    QCoreApplication::translate("import", "the person of row %1 again, in another table")
                            .arg(earlier->row)};
            continue;
        }
        known << static_cast<qsizetype>(kept.size());
        kept.push_back(std::move(person));
    }
    read.people = std::move(kept);
    std::ranges::sort(read.invalid, {}, &RowNote::row);
}

} // namespace crema::exchange
