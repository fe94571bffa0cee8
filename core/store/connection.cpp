// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include "base/durablefiles.h"
#include "base/processes.h"

#include <QAtomicInt>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QStorageInfo>
#include <QUrl>
#include <QVariant>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

QAtomicInt nextConnection;

Error errorOf(int code, const QString &path, const QString &detail)
{
    Error error;
    error.kind = ErrorKind::storage;
    error.detail = detail;
    switch (code & 0xff) {
    case SQLITE_FULL:
        error.text = u"The disk is full: \"%1\" could not be written. Everything saved before is kept."_s.arg(
                path);
        break;
    case SQLITE_NOTADB:
        error.text = u"\"%1\" is not a Crema workspace database. It was not touched."_s.arg(path);
        break;
    case SQLITE_CORRUPT:
        error.text = u"The database \"%1\" is damaged. Nothing was changed; run \"crema-cli check\" to see "
                     u"what is wrong and \"crema-cli check --repair\" to save what can be read."_s.arg(path);
        break;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        error.text =
                u"\"%1\" cannot be written or opened; check the folder's permissions. Nothing was changed."_s
                        .arg(path);
        break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        error.kind = ErrorKind::conflict;
        error.text = u"\"%1\" is in use by another program. Nothing was changed."_s.arg(path);
        break;
    case SQLITE_TOOBIG:
        error.kind = ErrorKind::rejectedInput;
        error.text = u"A value is too large for the database \"%1\". Nothing was changed."_s.arg(path);
        break;
    case SQLITE_IOERR:
        error.text = u"Reading or writing \"%1\" failed. Everything saved before is kept."_s.arg(path);
        break;
    default:
        error.text = u"The database \"%1\" refused a change. Nothing was changed."_s.arg(path);
    }
    return error;
}

// Large pages: a contact with its body fits into one, and bulk inserts are a third faster than with 4 KiB.
constexpr const char *writerPragmas =
        "PRAGMA page_size=16384; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
        "PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536; PRAGMA journal_size_limit=67108864;";
// Pages in the write-ahead log from which on a commit moves them into the database: 64 MB, and 256 MB while
// many records are written, since pages of indexes are written again and again then and need to move only
// once.
constexpr int pagesInLog = 4'000;
constexpr int pagesInLogOfBulk = 16'000;

constexpr const char *readerPragmas =
        "PRAGMA foreign_keys=ON; PRAGMA query_only=ON; PRAGMA cache_size=-4096;";

/// Whether somebody else may write here though this user cannot.
bool mayBeWritten(const QString &path)
{
    const QFileInfo file(path);
    if (QStorageInfo(file.path()).isReadOnly()) {
        return false;
    }
    const QString lock = file.path() + u"/lock"_s; // of the workspace
    const LockHolder holder = lockHolder(lock);
    const bool isFree = holder == LockHolder::ended || !QFileInfo::exists(lock);
    return !isFree || QFileInfo::exists(path + u"-shm"_s);
}

/// A database in a folder that nobody writes, as it was closed: SQLite could not make the files beside it
/// by which readers and writers agree, and as there are no writers it need not.
bool isUnchanging(const QString &path)
{
    const QFileInfo file(path);
    return !QFileInfo(file.path()).isWritable() && QFileInfo(path + u"-wal"_s).size() == 0
            && !mayBeWritten(path);
}

/// See https://www.sqlite.org/uri.html
QString unchangingUri(const QString &path)
{
    QUrl uri = QUrl::fromLocalFile(path);
    uri.setQuery(u"immutable=1"_s);
    return QString::fromLatin1(uri.toEncoded());
}

/// Readers and writers agree by a file beside the database. A full disk has no room for it: then nobody can
/// write, and who locks all others out needs no such file.
enum class Sharing { withOthers, unchanging, alone };

Result<sqlite3 *> openHandle(const QString &name, const QString &path, Access access, Sharing sharing)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    if (!database.isValid()) {
        return failure(ErrorKind::storage,
                       u"Qt's SQLite driver is not installed (package libqt6sql6-sqlite)."_s);
    }
    const bool unchanging = sharing == Sharing::unchanging;
    database.setDatabaseName(unchanging ? unchangingUri(path) : path);
    const QString readOnly = unchanging ? u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI;"_s
            : access == Access::readOnly && sharing != Sharing::alone ? u"QSQLITE_OPEN_READONLY;"_s
                                                                      : QString();
    database.setConnectOptions(readOnly + u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!database.open()) {
        const int code = database.lastError().nativeErrorCode().toInt();
        return std::unexpected(
                errorOf(code == 0 ? SQLITE_CANTOPEN : code, path, database.lastError().text()));
    }
    const QVariant handle = database.driver()->handle();
    return *static_cast<sqlite3 *const *>(handle.constData());
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Access access)
{
    // A file of no bytes is none; opening it would empty the log beside it.
    if (access == Access::readOnly && QFileInfo(path).size() == 0) {
        return failure(ErrorKind::notFound, u"There is no workspace database \"%1\"."_s.arg(path));
    }
    const auto openAs = [&](Sharing sharing) -> Result<std::unique_ptr<Connection>> {
        const QString name = u"crema-%1"_s.arg(nextConnection.fetchAndAddRelaxed(1));
        // make_unique cannot reach the private constructor.
        std::unique_ptr<Connection> connection(new Connection(path, name));
        const auto handle = openHandle(name, path, access, sharing);
        if (!handle) {
            return std::unexpected(handle.error());
        }
        connection->m_handle = *handle;
        const char *alone = sharing == Sharing::alone ? "PRAGMA locking_mode=EXCLUSIVE" : "";
        // The first read shows whether the file is a database at all.
        for (const char *sql : {alone, access == Access::readOnly ? readerPragmas : writerPragmas,
                                "SELECT count(*) FROM sqlite_master"}) {
            if (const auto done = connection->run(sql); !done) {
                return std::unexpected(done.error());
            }
        }
        connection->setBulk(false);
        return connection;
    };
    if (access == Access::readWrite) {
        return openAs(Sharing::withOthers);
    }
    auto opened = openAs(isUnchanging(path) ? Sharing::unchanging : Sharing::withOthers);
    if (!opened && isDiskFullAt(QFileInfo(path).path())) {
        auto alone = openAs(Sharing::alone);
        return alone ? std::move(alone) : std::move(opened);
    }
    return opened;
}

Connection::~Connection()
{
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<> Connection::run(const char *sql)
{
    if (sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        return std::unexpected(lastError());
    }
    return {};
}

void Connection::setBulk(bool bulk)
{
    sqlite3_wal_autocheckpoint(m_handle, bulk ? pagesInLogOfBulk : pagesInLog);
}

Result<> Connection::setDurable(bool durable)
{
    return run(durable ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
}

qint64 Connection::lastRowId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

size_t Connection::changes() const
{
    return static_cast<size_t>(sqlite3_changes64(m_handle));
}

Error Connection::lastError() const
{
    return errorOf(sqlite3_extended_errcode(m_handle), m_path, QString::fromUtf8(sqlite3_errmsg(m_handle)));
}

bool Connection::wasDuplicate() const
{
    const int code = sqlite3_extended_errcode(m_handle);
    return code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY;
}

Statement::Statement(Connection &connection, const QByteArray &sql) : m_connection(connection)
{
    note(sqlite3_prepare_v2(connection.handle(), sql.constData(), static_cast<int>(sql.size()), &m_statement,
                            nullptr));
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

Statement &Statement::bind(int parameter, qint64 value)
{
    if (m_statement) {
        note(sqlite3_bind_int64(m_statement, parameter, value));
    }
    return *this;
}

Statement &Statement::bind(int parameter, const QString &value)
{
    return bind(parameter, value.toUtf8());
}

Statement &Statement::bind(int parameter, const QByteArray &utf8)
{
    if (m_statement) {
        note(sqlite3_bind_text64(m_statement, parameter, utf8.constData(),
                                 static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8));
    }
    return *this;
}

Statement &Statement::bindView(int parameter, QByteArrayView utf8)
{
    if (m_statement) {
        note(sqlite3_bind_text64(m_statement, parameter, utf8.data(),
                                 static_cast<sqlite3_uint64>(utf8.size()), SQLITE_STATIC, SQLITE_UTF8));
    }
    return *this;
}

Statement &Statement::bindNull(int parameter)
{
    if (m_statement) {
        note(sqlite3_bind_null(m_statement, parameter));
    }
    return *this;
}

bool Statement::step()
{
    if (!m_statement || m_failed) {
        return false;
    }
    const int code = sqlite3_step(m_statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        note(code);
    }
    return code == SQLITE_ROW;
}

Result<> Statement::run()
{
    while (step()) { }
    Result<> done;
    if (m_failed) {
        done = std::unexpected(m_error);
    }
    reset();
    return done;
}

void Statement::reset()
{
    if (m_statement) {
        sqlite3_reset(m_statement);
        m_failed = false; // a kept statement serves the next operation even when this one was refused
    }
}

void Statement::note(int code)
{
    if (code != SQLITE_OK) {
        m_failed = true;
        m_error = m_connection.lastError();
    }
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString Statement::text(int column) const
{
    return QString::fromUtf8(view(column));
}

QByteArray Statement::bytes(int column) const
{
    return view(column).toByteArray();
}

QByteArrayView Statement::view(int column) const
{
    const void *data = sqlite3_column_text(m_statement, column);
    return {static_cast<const char *>(data),
            static_cast<qsizetype>(sqlite3_column_bytes(m_statement, column))};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

QByteArray valuesOfRows(const QByteArray &row)
{
    QByteArray values = row;
    for (size_t n = 1; n < rowsAtOnce; ++n) {
        values += ',' + row;
    }
    return values;
}

Transaction::Transaction(Connection &connection) : m_connection(connection)
{
    if (sqlite3_get_autocommit(connection.handle()) == 0) {
        // Left by a roll-back that itself failed (full disk): without this nothing could be written any more.
        (void)connection.run("ROLLBACK");
    }
    m_begun = connection.run("BEGIN IMMEDIATE");
    m_open = m_begun.has_value();
}

Transaction::~Transaction()
{
    // A full disk or a failed read makes SQLite roll back by itself.
    if (m_open && sqlite3_get_autocommit(m_connection.handle()) == 0) {
        (void)m_connection.run("ROLLBACK");
    }
}

Result<> Transaction::commit()
{
    auto committed = m_connection.run("COMMIT");
    m_open = !committed.has_value();
    return committed;
}

} // namespace crema::store
