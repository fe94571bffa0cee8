// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/workspacestate.h"

#include "base/durablefiles.h"
#include "model/kind.h"
#include "store/databasefile.h"
#include "store/formats.h"
#include "store/logroom.h"
#include "store/migrations.h"
#include "store/schema.h"
#include "store/stopping.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

constexpr const char *markSql =
        "SELECT (SELECT coalesce(max(seq),0) FROM operation), (SELECT coalesce(max(seq),0) FROM change), "
        "(SELECT coalesce(max(seq),0) FROM ledger_entry), (SELECT coalesce(max(seq),0) FROM fact), "
        "(SELECT coalesce(max(seq),0) FROM egress), (SELECT count(*) FROM tombstone), "
        "(SELECT coalesce(max(updated_at),'') FROM job)";
constexpr int markColumns = 7;

} // namespace

Result<WorkspaceState> readState(const QString &databasePath)
{
    const auto connection = Connection::open(databasePath, Access::readOnly);
    if (!connection) {
        return std::unexpected(connection.error());
    }
    const auto version = schemaVersion(**connection);
    if (!version) {
        return std::unexpected(version.error());
    }
    WorkspaceState state;
    state.schema = *version;
    state.wrongHeader = wrongHeader(**connection);
    for (const Kind kind : allKinds) {
        Statement count(**connection,
                        QByteArray("SELECT count(*) FROM ") + tableOf(kind).name + " WHERE state='live'");
        if (!count.step()) {
            return std::unexpected(count.error());
        }
        state.counts.insert(kindName(kind), count.integer(0));
    }
    Statement mark(**connection, markSql);
    if (!mark.step()) {
        return std::unexpected(mark.error());
    }
    QStringList parts;
    for (int column = 0; column < markColumns; ++column) {
        parts << mark.text(column);
    }
    state.mark = parts.join(u'/');
    return state;
}

Result<> copyDatabaseFile(const QString &databasePath, const QString &target, std::stop_token stop)
{
    const auto connection = Connection::open(databasePath, Access::readOnly);
    if (!connection) {
        return std::unexpected(connection.error());
    }
    // The copy is written through this connection, though what it copies is opened for reading only.
    if (const auto able = (*connection)->run("PRAGMA query_only=OFF"); !able) {
        return able;
    }
    heed(**connection, stop);
    auto copied = copyDatabaseTo(**connection, target);
    if (!copied && stop.stop_requested()) {
        return failure(ErrorKind::cancelled, u"Cancelled; no backup was written."_s);
    }
    return copied;
}

bool isDamaged(const QString &databasePath)
{
    const auto connection = Connection::open(databasePath, Access::readOnly);
    if (!connection) {
        return !isDiskFull(connection.error()) && !isDiskFullAt(QFileInfo(databasePath).path());
    }
    Statement check(**connection, "PRAGMA integrity_check(1)");
    return check.step() ? check.text(0) != "ok"_L1 : !isDiskFull(check.error());
}

Result<> proveDatabase(const QString &databasePath, const std::stop_token &stop)
{
    if (const auto ours = refuseForeignFile(databasePath); !ours) {
        return ours;
    }
    const auto connection = Connection::open(databasePath, Access::readWrite);
    if (!connection) {
        return std::unexpected(connection.error());
    }
    heed(**connection, stop);
    const auto version = schemaVersion(**connection);
    if (!version || *version < 1) {
        return failure(ErrorKind::storage, u"The database has no format that this program knows."_s);
    }
    Statement check(**connection, "PRAGMA integrity_check(1)");
    if (!check.step() || check.text(0) != "ok"_L1) {
        if (stop.stop_requested()) {
            return failure(ErrorKind::cancelled, u"Cancelled; nothing was changed."_s);
        }
        return failure(
                ErrorKind::storage,
                u"The database is damaged: %1."_s.arg(check.failed() ? check.error().text : check.text(0)));
    }
    return {};
}

} // namespace crema::store
