// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/check.h"

#include "store/checkparts.h"
#include "store/formats.h"
#include "store/migrations.h"
#include "store/rebuild.h"
#include "store/stopping.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

constexpr int toldOfASort = 20;
constexpr qsizetype hashLength = 64;

void checkPragma(Connection &connection, const char *sql, Problems &problems)
{
    Statement statement(connection, sql);
    while (statement.step()) {
        if (const QString line = statement.text(0); line != "ok"_L1) {
            problems.add("pragma", u"Database: %1"_s.arg(QString(line).replace(u'\n', u"; "_s)));
        }
    }
    problems.addFailure(statement);
}

/// Tables, indexes and triggers as a healthy database of this version has them.
void checkSchema(Connection &connection, int version, Problems &problems)
{
    const auto healthy = emptyDatabase(version);
    if (!healthy) {
        problems.add("schema", u"The check has no memory to compare the tables."_s);
        return;
    }
    Statement there(connection, "SELECT sql FROM sqlite_master WHERE type=?1 AND name=?2");
    Statement expected(
            **healthy,
            "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'");
    while (expected.step()) {
        there.bind(1, expected.bytes(0)).bind(2, expected.bytes(1));
        if (!there.step()) {
            problems.add(
                    "schema",
                    u"The %1 \"%2\" is missing from the database."_s.arg(expected.text(0), expected.text(1)));
        } else if (there.bytes(0) != expected.bytes(2)) {
            problems.add("schema",
                         u"The %1 \"%2\" is not what this version makes."_s.arg(expected.text(0),
                                                                                expected.text(1)));
        }
        problems.addFailure(there);
        there.reset();
    }
}

void checkReferences(Connection &connection, const Workspace &workspace, Problems &problems)
{
    Statement statement(
            connection,
            "SELECT 'resume', id, json_extract(body,'$.file') FROM resume WHERE json_valid(body) UNION ALL "
            "SELECT 'prep', id, json_extract(body,'$.pdfFile') FROM prep WHERE json_valid(body)");
    while (statement.step()) {
        const QString hash = statement.text(2);
        if (!hash.isEmpty() && !QFileInfo::exists(workspace.filePath(hash))) {
            problems.add("reference",
                         u"The file of the %1 \"%2\" is missing: \"%3\"."_s.arg(
                                 statement.text(0), statement.text(1), workspace.filePath(hash)));
        }
    }
    problems.addFailure(statement);
}

void checkKeptFiles(const Workspace &workspace, Problems &problems, const std::stop_token &stop)
{
    QDirIterator files(workspace.filesFolder(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext() && !stop.stop_requested()) {
        const QString path = files.next();
        if (files.fileName().size() == hashLength && !isKeptFileWhole(path)) {
            problems.add("file", u"The kept file \"%1\" is damaged."_s.arg(path));
        }
    }
}

/// False when nothing more can be asked of the database.
bool checkFile(const QString &path, Problems &problems, std::unique_ptr<Connection> &opened,
               const std::stop_token &stop)
{
    auto connection = Connection::open(path, Access::readOnly);
    if (!connection) {
        problems.add("file", connection.error().text);
        return false;
    }
    heed(**connection, stop);
    const int version = formatOf(**connection);
    if (const auto known = refuseNewerVersion(path, version); !known || version < 1) {
        problems.add("file",
                     known ? u"The database has no format that this program knows."_s : known.error().text);
        return false;
    }
    checkPragma(**connection, "PRAGMA integrity_check(100)", problems);
    if (const QString wrong = wrongHeader(**connection); !wrong.isEmpty()) {
        problems.add("header", wrong);
    }
    if (problems.isEmpty()) {
        checkPragma(**connection, "PRAGMA foreign_key_check", problems);
        checkSchema(**connection, version, problems);
    }
    opened = std::move(*connection);
    // One of an earlier version is brought to this one when it is opened for writing; its content is not that
    // of this version.
    return problems.isEmpty() && version == currentSchemaVersion();
}

/// What a stop cut short is no finding.
Result<QStringList> unlessStopped(const Problems &problems, const std::stop_token &stop)
{
    return stop.stop_requested() ? failure(ErrorKind::cancelled, u"Cancelled; nothing was changed."_s)
                                 : Result<QStringList>(problems.sentences());
}

void checkContent(Connection &connection, const KeysOf &keysOf, Problems &problems)
{
    checkRecords(connection, keysOf, problems);
    checkHistory(connection, problems);
    checkLedger(connection, problems);
    checkFulltext(connection, problems);
}

} // namespace

void Problems::add(const char *sort, const QString &sentence)
{
    if (++m_counts[sort] <= toldOfASort) {
        m_sentences << sentence;
    }
}

void Problems::addFailure(const Statement &statement)
{
    if (statement.failed()) {
        add("read",
            statement.error().detail.isEmpty()
                    ? statement.error().text
                    : u"%1 (%2)"_s.arg(statement.error().text, statement.error().detail));
    }
}

QStringList Problems::sentences() const
{
    int more = 0;
    for (const int count : m_counts) {
        more += std::max(0, count - toldOfASort);
    }
    return more == 0 ? m_sentences
                     : m_sentences + QStringList {u"… and %1 more of the same sorts."_s.arg(more)};
}

Result<QStringList> checkDatabase(const QString &databasePath, const KeysOf &keysOf,
                                  const std::stop_token &stop)
{
    Problems problems;
    std::unique_ptr<Connection> connection;
    if (checkFile(databasePath, problems, connection, stop)) {
        checkContent(*connection, keysOf, problems);
    }
    return unlessStopped(problems, stop);
}

Result<QStringList> checkWorkspace(const Workspace &workspace, const KeysOf &keysOf,
                                   const std::stop_token &stop)
{
    Problems problems;
    std::unique_ptr<Connection> connection;
    const bool isLost = isDatabaseLost(workspace);
    if (isLost) {
        problems.add("file", u"The database \"%1\" is missing or empty."_s.arg(workspace.databasePath()));
    } else if (!workspace.hasDatabase()) {
        return QStringList();
    } else if (checkFile(workspace.databasePath(), problems, connection, stop)) {
        checkContent(*connection, keysOf, problems);
        checkReferences(*connection, workspace, problems);
    }
    checkKeptFiles(workspace, problems, stop);
    return unlessStopped(problems, stop);
}

bool isDatabaseLost(const Workspace &workspace)
{
    return !workspace.hasDatabase()
            && (QFileInfo::exists(workspace.databasePath() + u"-wal"_s)
                || !QDir(workspace.filesFolder()).isEmpty()
                || !QDir(workspace.folder() + u"/backups"_s).isEmpty());
}

} // namespace crema::store
