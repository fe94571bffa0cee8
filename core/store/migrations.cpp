// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

#include "store/migrationsteps.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

Result<> backUp(Connection &connection, int version)
{
    QString target = connection.path();
    target.replace(u".db"_s, u".before-v%1.db"_s.arg(version));
    if (QFile::exists(target) && !QFile::remove(target)) {
        return failure(ErrorKind::storage,
                       u"The older backup \"%1\" is in the way and cannot be removed."_s.arg(target));
    }
    Statement copy(connection, "VACUUM INTO ?1");
    copy.bind(1, target);
    return copy.run();
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

Result<> migrateTo(Connection &connection, int version)
{
    const auto present = schemaVersion(connection);
    if (!present) {
        return std::unexpected(present.error());
    }
    if (*present > currentSchemaVersion()) {
        return failure(ErrorKind::conflict,
                       u"The workspace \"%1\" was made by a newer version of Crema (format %2, this program "
                       u"knows %3). "
                       u"It was not touched; please update Crema."_s.arg(connection.path())
                               .arg(*present)
                               .arg(currentSchemaVersion()));
    }
    if (*present >= version) {
        return {};
    }
    if (*present > 0) {
        const auto saved = backUp(connection, version);
        if (!saved) {
            return saved;
        }
    }
    Transaction transaction(connection);
    if (const auto begun = transaction.begun(); !begun) {
        return begun;
    }
    for (int step = *present; step < version; ++step) {
        const auto done = connection.run(migrationSteps()[static_cast<size_t>(step)]);
        if (!done) {
            return done;
        }
    }
    const auto marked = connection.run(("PRAGMA user_version=" + QByteArray::number(version)).constData());
    if (!marked) {
        return marked;
    }
    return transaction.commit();
}

Result<> migrate(Connection &connection)
{
    return migrateTo(connection, currentSchemaVersion());
}

} // namespace crema::store
