// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

#include "store/databasefile.h"
#include "store/formats.h"
#include "store/migrationsteps.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

/// The older backup of that name stays until the new one is complete.
Result<> backUp(Connection &connection, int version)
{
    const QFileInfo info(connection.path());
    const QString target = info.path() + u'/' + info.completeBaseName() + u".before-v%1.db"_s.arg(version);
    const QString unfinished = target + u".new"_s;
    QFile::remove(unfinished);
    if (const auto copied = copyDatabaseTo(connection, unfinished); !copied) {
        return copied;
    }
    QFile::remove(target);
    if (!QFile::rename(unfinished, target)) {
        return failure(ErrorKind::storage,
                       u"The backup \"%1\" cannot be written. The workspace was not changed."_s.arg(target));
    }
    return {};
}

Result<> refuseForeignTables(Connection &connection)
{
    Statement tables(connection, "SELECT 1 FROM sqlite_master LIMIT 1");
    if (tables.step()) {
        return failure(ErrorKind::storage,
                       u"\"%1\" is another program's database. It was not touched."_s.arg(connection.path()));
    }
    return tables.failed() ? Result<>(std::unexpected(tables.error())) : Result<> {};
}

Result<> runSteps(Connection &connection, int from, const std::vector<const char *> &steps)
{
    Transaction transaction(connection);
    if (const auto begun = transaction.begun(); !begun) {
        return begun;
    }
    for (size_t step = static_cast<size_t>(from); step < steps.size(); ++step) {
        if (const auto done = connection.run(steps[step]); !done) {
            return done;
        }
    }
    const QByteArray mark = "PRAGMA application_id=" + QByteArray::number(cremaApplicationId)
            + "; PRAGMA user_version=" + QByteArray::number(steps.size());
    if (const auto marked = connection.run(mark.constData()); !marked) {
        return marked;
    }
    return transaction.commit();
}

} // namespace

int currentSchemaVersion()
{
    return static_cast<int>(migrationSteps().size());
}

Result<int> schemaVersion(Connection &connection)
{
    Statement statement(connection, "PRAGMA user_version");
    if (!statement.step()) {
        return std::unexpected(connection.lastError());
    }
    return static_cast<int>(statement.integer(0));
}

Result<> refuseNewerVersion(const QString &path, int version)
{
    if (version <= currentSchemaVersion()) {
        return {};
    }
    return failure(
            ErrorKind::conflict,
            u"The workspace \"%1\" was made by a newer version of Crema (format %2, this program knows "
            u"%3). It was not touched; please update Crema."_s.arg(path)
                    .arg(version)
                    .arg(currentSchemaVersion()));
}

Result<> migrateThrough(Connection &connection, const std::vector<const char *> &steps)
{
    const auto present = schemaVersion(connection);
    if (!present) {
        return std::unexpected(present.error());
    }
    const int version = static_cast<int>(steps.size());
    if (*present >= version) {
        return refuseNewerVersion(connection.path(), *present);
    }
    if (const auto right = refuseWrongHeader(connection); !right) {
        return right;
    }
    const auto ready = *present == 0 ? refuseForeignTables(connection) : backUp(connection, version);
    return ready ? runSteps(connection, *present, steps) : ready;
}

Result<> migrate(Connection &connection)
{
    return migrateThrough(connection, migrationSteps());
}

} // namespace crema::store
