// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace crema::store {

enum class Access { readWrite, readOnly };

/// One SQLite connection, opened through Qt Sql and used through SQLite's own C interface (the same system
/// library): binding UTF-8 without a QVariant per cell is what makes bulk import and list pages fast. Belongs
/// to the thread that opened it.
class Connection final
{
public:
    /// WAL, foreign keys, `synchronous=FULL`; a writer creates the file when it is missing. Errors name the
    /// file and say whether it is missing, no database, damaged, locked by another program or not accessible.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QString &path, Access access);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Runs one or more statements without parameters.
    [[nodiscard]] Result<> run(const char *sql);
    /// While many records are written, the log is moved into the database less often; a larger log stays
    /// until checkpoint() or the next commit after setBulk(false).
    void setBulk(bool bulk);
    /// Not durable: the next commits are only written to the log and reach the disk with the first durable one
    /// at the latest, or not at all (https://www.sqlite.org/pragma.html#pragma_synchronous, NORMAL). Between
    /// transactions only.
    [[nodiscard]] Result<> setDurable(bool durable);
    /// Moves the log into the database, as far as readers allow.
    [[nodiscard]] Result<> checkpoint() { return run("PRAGMA wal_checkpoint(PASSIVE)"); }
    [[nodiscard]] sqlite3 *handle() const { return m_handle; }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] qint64 lastRowId() const;
    /// How many rows the last INSERT, UPDATE or DELETE changed, up to where it failed.
    [[nodiscard]] size_t changes() const;
    /// The error of the last failed call, in words that name the file.
    [[nodiscard]] Error lastError() const;
    /// True when the last failed call broke a UNIQUE or PRIMARY KEY rule.
    [[nodiscard]] bool wasDuplicate() const;

private:
    Connection(QString path, QString name) : m_path(std::move(path)), m_name(std::move(name)) { }

    QString m_path;
    QString m_name;
    sqlite3 *m_handle = nullptr;
};

/// A prepared statement. Bind, then step() row by row, then reset() to use it again, also after a failure.
class Statement final
{
public:
    Statement(Connection &connection, const QByteArray &sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    /// Parameters count from 1.
    Statement &bind(int parameter, qint64 value);
    Statement &bind(int parameter, int value) { return bind(parameter, static_cast<qint64>(value)); }
    Statement &bind(int parameter, const QString &value);
    Statement &bind(int parameter, const QByteArray &utf8);
    /// Without a copy: the bytes stay as they are until the statement was run.
    Statement &bindView(int parameter, QByteArrayView utf8);
    Statement &bindNull(int parameter);

    /// True when a row is there; false at the end. Test failed() after the last step.
    [[nodiscard]] bool step();
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] Error error() const { return m_error; }
    /// Runs a statement that gives no rows and resets it.
    [[nodiscard]] Result<> run();
    void reset();

    /// Columns count from 0.
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    /// The bytes of the present row, valid until the next step.
    [[nodiscard]] QByteArrayView view(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    void note(int code);

    Connection &m_connection;
    sqlite3_stmt *m_statement = nullptr;
    bool m_failed = false;
    Error m_error;
};

/// A statement opens its tables and indexes anew each time it runs, so that many rows in one cost a third
/// less.
inline constexpr size_t rowsAtOnce = 32;
/// The values of `rowsAtOnce` rows for such a statement: "(?,?),(?,?)...".
[[nodiscard]] QByteArray valuesOfRows(const QByteArray &row);

/// A write transaction that rolls back unless committed.
class Transaction final
{
public:
    explicit Transaction(Connection &connection);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    [[nodiscard]] Result<> begun() const { return m_begun; }
    [[nodiscard]] Result<> commit();

private:
    Connection &m_connection;
    Result<> m_begun;
    bool m_open = false;
};

} // namespace crema::store
