// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactlisting.h"

#include "async/worker.h"
#include "ui/contacts/celltext.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema::ui {

namespace {

using store::PeopleQuery;
using store::Reader;

constexpr int mostFacetValues = 300;
constexpr qsizetype rowsAtOnce = 500;

/// Calls `read` with a reader of this thread that a stop interrupts.
template <typename Read>
auto reading(const QString &path, const std::stop_token &stop, Read read)
        -> decltype(read(std::declval<Reader &>()))
{
    const auto reader = Reader::open(path);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    const store::StopReading interrupted(**reader, stop);
    return read(**reader);
}

Result<ContactCounts> readCounts(const Reader &reader, const PeopleQuery &query)
{
    auto left = store::peopleCounts(reader, query);
    if (!left) {
        return std::unexpected(left.error());
    }
    const auto all = reader.countContacts({});
    store::ContactQuery real;
    real.hideSample = true;
    const auto withoutSample = reader.countContacts(real);
    for (const auto *result : {&all, &withoutSample}) {
        if (!*result) {
            return std::unexpected(result->error());
        }
    }
    return ContactCounts {std::move(*left), *all, *all - *withoutSample};
}

Result<QStringList> readIds(const Reader &reader, const QVector<qint64> &rids)
{
    const auto rows = reader.contactRows(rids);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    QStringList ids;
    ids.reserve(rows->size());
    for (const store::ContactRow &row : *rows) {
        ids << row.id;
    }
    return ids;
}

/// One row of cells; `details` may be null when no column needs them.
QStringList cellsOf(const store::ContactRow &row, const store::PersonDetails *details,
                    const QVector<ContactColumn> &columns)
{
    QStringList cells;
    for (const ContactColumn column : columns) {
        cells << (!needsDetails(column)        ? plainText(row, column)
                          : details != nullptr ? plainText(*details, column)
                                               : QString());
    }
    return cells;
}

void putUnsaved(QStringList &cells, qint64 rid, const QVector<ContactColumn> &columns,
                const CellTexts &unsaved)
{
    for (qsizetype i = 0; i < columns.size() && !unsaved.isEmpty(); ++i) {
        cells[i] = unsaved.value({rid, static_cast<int>(columns[i])}, cells[i]);
    }
}

Result<QVector<QStringList>> readCells(const Reader &reader, const QVector<qint64> &rids,
                                       const QVector<ContactColumn> &columns, const CellTexts &unsaved = {},
                                       const std::stop_token &stop = {})
{
    QVector<QStringList> table;
    const bool detailed = std::ranges::any_of(columns, needsDetails);
    for (qsizetype from = 0; from < rids.size(); from += rowsAtOnce) {
        if (stop.stop_requested()) { // between two queries nothing is interrupted
            return failure(ErrorKind::cancelled, {});
        }
        const auto part = rids.mid(from, rowsAtOnce);
        const auto rows = reader.contactRows(part);
        const auto people = detailed ? store::peopleDetails(reader, part)
                                     : Result<QVector<store::PersonDetails>> {};
        if (!rows || !people) {
            return std::unexpected(rows ? people.error() : rows.error());
        }
        qsizetype next = 0; // both are in the order asked for and leave out who is gone
        for (const store::ContactRow &row : *rows) {
            while (next < people->size() && people->at(next).rid != row.rid) {
                ++next;
            }
            table << cellsOf(row, next < people->size() ? &people->at(next) : nullptr, columns);
            putUnsaved(table.last(), row.rid, columns, unsaved);
            next = next < people->size() ? next : 0;
        }
    }
    return table;
}

Result<QString> readTable(const Reader &reader, const QVector<qint64> &rids,
                          const QVector<ContactColumn> &columns, const CellTexts &unsaved,
                          const std::stop_token &stop)
{
    QStringList titles;
    for (const ContactColumn column : columns) {
        titles << specOf(column).title;
    }
    const auto cells = readCells(reader, rids, columns, unsaved, stop);
    return cells ? Result<QString>(asTable(QVector<QStringList> {titles} + *cells))
                 : std::unexpected(cells.error());
}

Result<QString> readCell(const Reader &reader, qint64 rid, ContactColumn column)
{
    const auto cells = readCells(reader, {rid}, {column});
    if (!cells) {
        return std::unexpected(cells.error());
    }
    if (cells->isEmpty()) {
        return failure(ErrorKind::notFound,
                       QCoreApplication::translate("contacts", "This contact is gone. Nothing was copied."));
    }
    return cells->constFirst().constFirst();
}

} // namespace

qint64 ContactCounts::ofAnyStatus() const
{
    qint64 sum = 0;
    for (const auto &[status, count] : left.byStatus) {
        sum += count;
    }
    return sum;
}

Task<Result<QVector<qint64>>> listRowIds(QString databasePath, PeopleQuery query, std::stop_token stop)
{
    return runOnWorker(
            [](QString path, PeopleQuery wanted, std::stop_token stopped) {
                return reading(path, stopped,
                               [&](const Reader &reader) { return store::peopleRowIds(reader, wanted); });
            },
            std::move(databasePath), std::move(query), std::move(stop));
}

Task<Result<QVector<store::StatusPeople>>> listByStatus(QString databasePath, PeopleQuery query,
                                                        std::stop_token stop)
{
    return runOnWorker(
            [](QString path, PeopleQuery wanted, std::stop_token stopped) {
                return reading(path, stopped,
                               [&](const Reader &reader) { return store::peopleByStatus(reader, wanted); });
            },
            std::move(databasePath), std::move(query), std::move(stop));
}

Task<Result<ContactCounts>> countContacts(QString databasePath, PeopleQuery query, std::stop_token stop)
{
    return runOnWorker(
            [](QString path, PeopleQuery wanted, std::stop_token stopped) {
                return reading(path, stopped,
                               [&](const Reader &reader) { return readCounts(reader, wanted); });
            },
            std::move(databasePath), std::move(query), std::move(stop));
}

Task<Result<QVector<store::FacetValue>>> listFacet(QString databasePath, PeopleQuery query,
                                                   store::Facet facet, QString search, std::stop_token stop)
{
    return runOnWorker(
            [](QString path, PeopleQuery wanted, store::Facet of, QString words, std::stop_token stopped) {
                return reading(path, stopped, [&](const Reader &reader) {
                    return store::facetValues(reader, wanted, of, words, mostFacetValues);
                });
            },
            std::move(databasePath), std::move(query), facet, std::move(search), std::move(stop));
}

Task<Result<qint64>> findByName(QString databasePath, PeopleQuery query, QString typed, std::stop_token stop)
{
    return runOnWorker(
            [](QString path, PeopleQuery wanted, QString begin, std::stop_token stopped) {
                return reading(path, stopped, [&](const Reader &reader) {
                    return store::firstNamed(reader, wanted, begin);
                });
            },
            std::move(databasePath), std::move(query), std::move(typed), std::move(stop));
}

Task<Result<QStringList>> contactIdsOf(QString databasePath, QVector<qint64> rids, std::stop_token stop)
{
    return runOnWorker(
            [](QString path, QVector<qint64> rows, std::stop_token stopped) {
                return reading(path, stopped, [&](const Reader &reader) { return readIds(reader, rows); });
            },
            std::move(databasePath), std::move(rids), std::move(stop));
}

Task<Result<QString>> tableTextOf(QString databasePath, QVector<qint64> rids, QVector<ContactColumn> columns,
                                  CellTexts unsaved, std::stop_token stop)
{
    return runOnWorker(
            [](QString path, QVector<qint64> rows, QVector<ContactColumn> shown, CellTexts texts,
               std::stop_token stopped) {
                return reading(path, stopped, [&](const Reader &reader) {
                    return readTable(reader, rows, shown, texts, stopped);
                });
            },
            std::move(databasePath), std::move(rids), std::move(columns), std::move(unsaved),
            std::move(stop));
}

Task<Result<QString>> cellTextOf(QString databasePath, qint64 rid, ContactColumn column, std::stop_token stop)
{
    return runOnWorker(
            [](QString path, qint64 row, ContactColumn shown, std::stop_token stopped) {
                return reading(path, stopped,
                               [&](const Reader &reader) { return readCell(reader, row, shown); });
            },
            std::move(databasePath), rid, column, std::move(stop));
}

} // namespace crema::ui
