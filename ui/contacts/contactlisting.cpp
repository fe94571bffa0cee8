// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactlisting.h"

#include "async/worker.h"

namespace crema::ui {

namespace {

using store::ContactQuery;
using store::Reader;

Result<QVector<qint64>> readRowIds(QString path, ContactQuery query, std::stop_token)
{
    const auto reader = Reader::open(path);
    return reader ? (*reader)->contactRowIds(query) : std::unexpected(reader.error());
}

Result<ContactCounts> readCounts(QString path, ContactQuery query, std::stop_token)
{
    const auto reader = Reader::open(path);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    const auto byStatus = (*reader)->statusCounts(query);
    const auto all = (*reader)->countContacts({});
    ContactQuery real;
    real.hideSample = true;
    const auto withoutSample = (*reader)->countContacts(real);
    for (const auto *result : {&all, &withoutSample}) {
        if (!*result) {
            return std::unexpected(result->error());
        }
    }
    if (!byStatus) {
        return std::unexpected(byStatus.error());
    }
    ContactCounts counts {*byStatus, 0, *all, *all - *withoutSample};
    for (const auto &[status, count] : *byStatus) {
        counts.filtered += count;
    }
    return counts;
}

Result<QStringList> readIds(QString path, QVector<qint64> rids, std::stop_token)
{
    const auto reader = Reader::open(path);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    const auto rows = (*reader)->contactRows(rids);
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

} // namespace

Task<Result<QVector<qint64>>> listRowIds(QString databasePath, ContactQuery query, std::stop_token stop)
{
    return runOnWorker(readRowIds, std::move(databasePath), std::move(query), std::move(stop));
}

Task<Result<ContactCounts>> countByStatus(QString databasePath, ContactQuery query, std::stop_token stop)
{
    return runOnWorker(readCounts, std::move(databasePath), std::move(query), std::move(stop));
}

Task<Result<QStringList>> contactIdsOf(QString databasePath, QVector<qint64> rids, std::stop_token stop)
{
    return runOnWorker(readIds, std::move(databasePath), std::move(rids), std::move(stop));
}

} // namespace crema::ui
