// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reader.h"

#include "model/status.h"
#include "store/contactsql.h"
#include "store/readerrows.h"
#include "store/schema.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::store {

QByteArray selectFrom(Kind kind)
{
    return QByteArray("SELECT rid, id, state, body FROM ") + tableOf(kind).name + " WHERE ";
}

Result<StoredRecord> readStored(const Statement &row, Kind kind)
{
    StoredRecord record {row.integer(0), row.text(1), row.text(2), {}};
    auto body = parseJson(row.view(3));
    if (!body || !body->is_object()) {
        return failure(ErrorKind::storage,
                       u"The stored %1 \"%2\" is damaged; \"crema-cli check\" lists what can be saved."_s.arg(
                               kindName(kind), record.id));
    }
    record.body = std::move(*body);
    return record;
}

Result<> Reader::forEachContact(const std::function<bool(const Contact &)> &visit) const
{
    Statement statement(*m_connection, selectFrom(Kind::contact) + liveRows + " ORDER BY rid");
    while (statement.step()) {
        const auto record = readStored(statement, Kind::contact);
        if (!record) {
            return std::unexpected(record.error());
        }
        if (!visit(contactFrom(record->id, record->body))) {
            return {};
        }
    }
    return statement.failed() ? Result<>(std::unexpected(statement.error())) : Result<> {};
}

Result<QVector<std::pair<QString, int>>> Reader::statusCounts(const ContactQuery &query) const
{
    ContactQuery any = query;
    any.status.clear();
    const ContactSql sql(any);
    Statement statement(*m_connection,
                        "SELECT status, count(*) FROM contact WHERE " + sql.where() + " GROUP BY status");
    sql.bind(statement);
    auto counts = collect<std::pair<QString, int>>(statement, [](const Statement &row) {
        return std::pair(row.text(0), static_cast<int>(row.integer(1)));
    });
    if (!counts) {
        return counts;
    }
    const auto rank = [](const QString &status) {
        const qsizetype index = contactStatuses().indexOf(status);
        return index < 0 ? contactStatuses().size() : index;
    };
    std::ranges::sort(*counts, [&](const auto &a, const auto &b) {
        return std::pair(rank(a.first), a.first) < std::pair(rank(b.first), b.first);
    });
    return counts;
}

Result<qint64> Reader::countContacts(const ContactQuery &query) const
{
    ContactSql sql(query);
    Statement statement(*m_connection, "SELECT count(*) FROM contact WHERE " + sql.where());
    sql.bind(statement);
    return statement.step() ? Result<qint64>(statement.integer(0)) : std::unexpected(statement.error());
}

Result<QVector<ContactRow>> Reader::contactPage(const ContactQuery &query, int limit, int offset) const
{
    ContactSql sql(query);
    Statement statement(*m_connection,
                        ContactSql::selectRow() + " WHERE " + sql.where() + " ORDER BY " + sql.order()
                                + " LIMIT " + QByteArray::number(limit) + " OFFSET "
                                + QByteArray::number(offset));
    sql.bind(statement);
    return collect<ContactRow>(statement, ContactSql::readRow);
}

Result<QVector<qint64>> Reader::contactRowIds(const ContactQuery &query) const
{
    ContactSql sql(query);
    Statement statement(*m_connection,
                        "SELECT rid FROM contact WHERE " + sql.where() + " ORDER BY " + sql.order());
    sql.bind(statement);
    return collect<qint64>(statement, [](const Statement &row) { return row.integer(0); });
}

Result<QVector<ContactRow>> Reader::contactRows(const QVector<qint64> &rids) const
{
    Statement statement(*m_connection, ContactSql::selectRow() + " WHERE rid=?1 AND " + liveRows);
    QVector<ContactRow> rows;
    rows.reserve(rids.size());
    for (const qint64 rid : rids) {
        if (statement.bind(1, rid).step()) {
            rows << ContactSql::readRow(statement);
        }
        if (statement.failed()) {
            return std::unexpected(statement.error());
        }
        statement.reset();
    }
    return rows;
}

} // namespace crema::store
