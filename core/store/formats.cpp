// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/formats.h"

#include "store/databasefile.h"
#include "store/migrations.h"
#include "store/migrationsteps.h"

#include <QByteArrayList>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

QByteArrayList objectsOf(Connection &connection)
{
    QByteArrayList shape;
    Statement objects(connection,
                      "SELECT type||' '||name||' '||sql FROM sqlite_master WHERE sql IS NOT NULL "
                      "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY 1");
    while (objects.step()) {
        shape << objects.bytes(0);
    }
    return objects.failed() ? QByteArrayList() : shape;
}

bool hasTablesOf(const QByteArrayList &shape, int version)
{
    const auto empty = emptyDatabase(version);
    return empty && objectsOf(**empty) == shape;
}

int pragma(Connection &connection, const char *sql)
{
    Statement statement(connection, sql);
    return statement.step() ? static_cast<int>(statement.integer(0)) : 0;
}

} // namespace

Result<std::unique_ptr<Connection>> emptyDatabase(int version)
{
    auto connection = Connection::open(u":memory:"_s, Access::readWrite);
    if (!connection) {
        return connection;
    }
    const std::vector<const char *> &all = migrationSteps();
    const auto made = migrateThrough(**connection, {all.begin(), all.begin() + version});
    return made ? std::move(connection) : Result<std::unique_ptr<Connection>>(std::unexpected(made.error()));
}

int versionOfTables(Connection &connection)
{
    const QByteArrayList shape = objectsOf(connection);
    const int last = currentSchemaVersion();
    const int said = schemaVersion(connection).value_or(0);
    if (shape.isEmpty() || (said >= 1 && said <= last && hasTablesOf(shape, said))) {
        return shape.isEmpty() ? 0 : said;
    }
    for (int version = last; version >= 1; --version) {
        if (version != said && hasTablesOf(shape, version)) {
            return version;
        }
    }
    return 0;
}

QString wrongHeader(Connection &connection)
{
    const int tables = versionOfTables(connection);
    const int said = schemaVersion(connection).value_or(0);
    if (tables != 0 && tables != said) {
        return u"The number of the format in the header is damaged: it says %1, the tables are those of format %2."_s
                .arg(said)
                .arg(tables);
    }
    return pragma(connection, "PRAGMA application_id") == cremaApplicationId
            ? QString()
            : u"The header is damaged: it does not say that this is a database of Crema."_s;
}

Result<> refuseWrongHeader(Connection &connection)
{
    const bool isKnown = versionOfTables(connection) != 0; // a file that was just made has no header yet
    const QString wrong = isKnown ? wrongHeader(connection) : QString();
    return wrong.isEmpty()
            ? Result<> {}
            : failure(ErrorKind::storage,
                      u"The database \"%1\" is damaged. %2 Nothing was changed; \"crema-cli check "
                      u"--repair\" mends it."_s.arg(connection.path(), wrong));
}

int formatOf(Connection &connection)
{
    const int tables = versionOfTables(connection);
    return tables != 0 ? tables : schemaVersion(connection).value_or(0);
}

} // namespace crema::store
