// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/mergereader.h"

#include "store/readerrows.h"

using namespace Qt::StringLiterals;

namespace crema::store {

Result<QHash<QString, QString>> mergedContacts(Connection &connection)
{
    QHash<QString, QString> merged;
    Statement statement(
            connection,
            "SELECT id, substr(state,8) FROM contact WHERE state<>'live' AND state LIKE 'merged:%' "
            "AND op NOT IN (SELECT op FROM staging)");
    while (statement.step()) {
        merged.insert(statement.text(0), statement.text(1));
    }
    return statement.failed() ? Result<QHash<QString, QString>>(std::unexpected(statement.error())) : merged;
}

Result<QString> presentContact(Connection &connection, const QString &id)
{
    // A circle cannot be made here, but could come from another device: UNION ends it.
    Statement statement(
            connection,
            "WITH RECURSIVE way(id,n) AS (SELECT ?1,0 UNION SELECT substr(c.state,8),n+1 FROM way JOIN "
            "contact c ON c.id=way.id WHERE c.state LIKE 'merged:%' AND n<1000) SELECT id FROM way "
            "ORDER BY n DESC LIMIT 1");
    const QString present = statement.bind(1, id).step() ? statement.text(0) : id;
    return statement.failed() ? Result<QString>(std::unexpected(statement.error())) : present;
}

Result<QStringList> everyIdOf(Connection &connection, const QString &id)
{
    Statement statement(connection,
                        "WITH RECURSIVE own(id) AS (SELECT ?1 UNION SELECT c.id FROM own JOIN contact c ON "
                        "c.state='merged:'||own.id AND c.state<>'live') SELECT id FROM own");
    const auto ids = collect<QString>(statement.bind(1, id),
                                      [](const Statement &row) { return row.text(0); });
    return ids ? Result<QStringList>(QStringList(*ids)) : std::unexpected(ids.error());
}

Result<QString> factOfPerson(Connection &connection, const QString &id, const QString &name)
{
    Statement statement(
            connection,
            "WITH RECURSIVE own(id) AS (SELECT ?1 UNION SELECT c.id FROM own JOIN contact c ON "
            "c.state='merged:'||own.id AND c.state<>'live') SELECT value FROM fact WHERE name=?2 AND "
            "record_id IN (SELECT id FROM own) ORDER BY seq DESC LIMIT 1");
    const QString value = statement.bind(1, id).bind(2, name).step() ? statement.text(0) : QString();
    return statement.failed() ? Result<QString>(std::unexpected(statement.error())) : value;
}

Result<std::vector<AttachedRecord>> attachedTo(Connection &connection, const QString &contactId)
{
    std::vector<AttachedRecord> attached;
    for (const Kind kind : {Kind::draft, Kind::prep}) {
        Statement statement(connection,
                            selectFrom(kind) + "contact_id=?1 AND op NOT IN (SELECT op FROM staging)");
        statement.bind(1, contactId);
        while (statement.step()) {
            auto record = readStored(statement, kind);
            if (!record) {
                return std::unexpected(record.error());
            }
            attached.push_back({kind, record->id, std::move(record->body)});
        }
        if (statement.failed()) {
            return std::unexpected(statement.error());
        }
    }
    return attached;
}

} // namespace crema::store
