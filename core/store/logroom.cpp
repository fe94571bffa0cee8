// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/logroom.h"

#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

/// About what writing the records takes in the log, rather more: each index of theirs touches a page a
/// record, but not more pages than there are.
qint64 roomFor(std::span<const PreparedRecord> records, qint64 databaseSize)
{
    constexpr qint64 timesBody = 3; // with columns, words and indexes, whose sum was measured as 2.7
    constexpr qint64 pagesTouched = 4 * 16'384;
    qint64 bodies = 0;
    for (const PreparedRecord &record : records) {
        bodies += static_cast<qint64>(record.body.size());
    }
    return timesBody * bodies + std::min(static_cast<qint64>(records.size()) * pagesTouched, databaseSize);
}

} // namespace

Result<> makeRoom(Connection &connection, std::span<const PreparedRecord> records)
{
    const auto fits = [&] {
        const QFileInfo database(connection.path());
        const QStorageInfo disk(database.path());
        const qint64 log = QFileInfo(connection.path() + u"-wal"_s).size();
        return !disk.isValid() || disk.bytesAvailable() >= log + 2 * roomFor(records, database.size());
    };
    if (fits() || (giveBackLog(connection) && fits())) {
        return {};
    }
    return failure(ErrorKind::storage,
                   u"The disk is too full to write to \"%1\". Everything saved before is kept."_s.arg(
                           connection.path()));
}

Result<> giveBackLog(Connection &connection)
{
    Statement checkpoint(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    const bool isKept = checkpoint.step() && checkpoint.integer(0) != 0;
    if (checkpoint.failed()) {
        return std::unexpected(checkpoint.error());
    }
    return isKept
            ? failure(ErrorKind::conflict, u"The log of \"%1\" is still being read."_s.arg(connection.path()))
            : Result<> {};
}

bool isDiskFull(const Error &error)
{
    return error.kind == ErrorKind::storage && error.detail == QLatin1String(sqlite3_errstr(SQLITE_FULL));
}

} // namespace crema::store
