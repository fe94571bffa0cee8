// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/check.h"

#include "store/migrations.h"
#include "store/reader.h"
#include "store/schema.h"

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

void checkPragma(Connection &connection, const char *sql, QStringList &problems)
{
    Statement statement(connection, sql);
    while (statement.step()) {
        if (const QString line = statement.text(0); line != "ok"_L1) {
            problems << u"Database: %1"_s.arg(line);
        }
    }
    if (statement.failed()) {
        problems << statement.error().text;
    }
}

void checkBodies(Connection &connection, QStringList &problems)
{
    for (const Kind kind : allKinds) {
        Statement statement(connection,
                            QByteArray("SELECT id FROM ") + tableOf(kind).name
                                    + " WHERE NOT json_valid(body) OR op NOT IN (SELECT seq FROM operation)");
        while (statement.step()) {
            problems << u"The %1 \"%2\" is damaged."_s.arg(kindName(kind), statement.text(0));
        }
        if (statement.failed()) {
            problems << statement.error().text;
        }
    }
}

void checkLedger(Connection &connection, QStringList &problems)
{
    Statement lopsided(connection, "SELECT posting FROM ledger_entry GROUP BY posting HAVING sum(amount)<>0");
    while (lopsided.step()) {
        problems << u"The credit posting \"%1\" does not add up."_s.arg(lopsided.text(0));
    }
    Statement wrong(connection,
                    "SELECT account FROM ledger_account a WHERE balance<>(SELECT coalesce(sum(amount),0) "
                    "FROM ledger_entry e WHERE e.account=a.account)");
    while (wrong.step()) {
        problems << u"The balance of \"%1\" is not the sum of its entries."_s.arg(wrong.text(0));
    }
}

void checkFiles(Connection &connection, const Workspace &workspace, QStringList &problems)
{
    Statement statement(
            connection,
            "SELECT 'resume', id, json_extract(body,'$.file') FROM resume WHERE json_valid(body) UNION ALL "
            "SELECT 'prep', id, json_extract(body,'$.pdfFile') FROM prep WHERE json_valid(body)");
    while (statement.step()) {
        const QString hash = statement.text(2);
        if (hash.isEmpty()) {
            continue;
        }
        if (const auto file = workspace.keptFile(hash); !file) {
            problems << u"%1 \"%2\": %3"_s.arg(statement.text(0), statement.text(1), file.error().text);
        }
    }
}

} // namespace

Result<QStringList> checkWorkspace(const Workspace &workspace)
{
    QStringList problems;
    auto connection = Connection::open(workspace.databasePath(), Access::readOnly);
    if (!connection) {
        problems << connection.error().text;
        return problems;
    }
    const auto version = schemaVersion(**connection);
    if (!version || *version != currentSchemaVersion()) {
        problems << u"The database has format %1, this program knows %2."_s.arg(version.value_or(0))
                            .arg(currentSchemaVersion());
        return problems;
    }
    checkPragma(**connection, "PRAGMA integrity_check(100)", problems);
    checkPragma(**connection, "PRAGMA foreign_key_check", problems);
    checkBodies(**connection, problems);
    checkLedger(**connection, problems);
    checkFiles(**connection, workspace, problems);
    return problems;
}

} // namespace crema::store
