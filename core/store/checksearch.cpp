// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/checkparts.h"

#include <QTemporaryDir>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

/// The tables behind the full-text index, and their columns.
struct Shadow
{
    const char *name;
    const char *columns;
    int count;
};
constexpr Shadow shadows[] {{"fulltext_config", "k,v", 2},
                            {"fulltext_content", "id,c0,c1", 3},
                            {"fulltext_data", "id,block", 2},
                            {"fulltext_docsize", "id,sz", 2},
                            {"fulltext_idx", "segid,term,pgno", 3}};

/// Row by row, as it is: no value is read as something else on the way.
Result<> copyRows(Connection &from, Connection &to, const Shadow &table)
{
    const QByteArray name = table.name;
    if (const auto emptied = to.run(("DELETE FROM " + name).constData()); !emptied) {
        return emptied;
    }
    const QByteArray marks = table.count == 3 ? "?1,?2,?3" : "?1,?2";
    const QByteArray selectSql = "SELECT " + QByteArray(table.columns) + " FROM " + name;
    const QByteArray insertSql = "INSERT INTO " + name + "(" + table.columns + ") VALUES(" + marks + ")";
    sqlite3_stmt *select = nullptr;
    sqlite3_stmt *insert = nullptr;
    int code = sqlite3_prepare_v2(from.handle(), selectSql.constData(), -1, &select, nullptr);
    if (code == SQLITE_OK) {
        code = sqlite3_prepare_v2(to.handle(), insertSql.constData(), -1, &insert, nullptr);
    }
    while (code == SQLITE_OK && (code = sqlite3_step(select)) == SQLITE_ROW) {
        for (int column = 0; column < table.count; ++column) {
            sqlite3_bind_value(insert, column + 1, sqlite3_column_value(select, column));
        }
        code = sqlite3_step(insert) == SQLITE_DONE ? SQLITE_OK : SQLITE_ERROR;
        sqlite3_reset(insert);
    }
    const Result<> done = code == SQLITE_DONE
            ? Result<> {}
            : std::unexpected(sqlite3_errcode(from.handle()) == SQLITE_OK ? to.lastError()
                                                                          : from.lastError());
    sqlite3_finalize(insert);
    sqlite3_finalize(select);
    return done;
}

Result<> cloneIndex(Connection &source, const QString &path)
{
    const auto clone = Connection::open(path, Access::readWrite);
    if (!clone) {
        return std::unexpected(clone.error());
    }
    Statement sql(source, "SELECT sql FROM sqlite_master WHERE name='fulltext'");
    if (!sql.step()) {
        return std::unexpected(source.lastError());
    }
    if (const auto fast = (*clone)->run("PRAGMA synchronous=OFF"); !fast) {
        return fast;
    }
    Transaction transaction(**clone);
    if (const auto made = (*clone)->run(sql.bytes(0).constData()); !made) {
        return made;
    }
    for (const Shadow &table : shadows) {
        if (const auto copied = copyRows(source, **clone, table); !copied) {
            return copied;
        }
    }
    return transaction.commit();
}

} // namespace

void checkFulltext(Connection &connection, Problems &problems)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"fulltext.db"_s);
    if (const auto cloned = cloneIndex(connection, path); !cloned) {
        problems.add("fulltext", u"The search index could not be checked: %1"_s.arg(cloned.error().detail));
        return;
    }
    // Opened anew: FTS5 keeps in memory what it believes of an index.
    const auto clone = Connection::open(path, Access::readWrite);
    const auto whole = clone ? (*clone)->run("INSERT INTO fulltext(fulltext) VALUES('integrity-check')")
                             : Result<>(std::unexpected(clone.error()));
    if (!whole) {
        problems.add("fulltext", u"The search index of notes, emails and preps is damaged."_s);
    }
}

} // namespace crema::store
