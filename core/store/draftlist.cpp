// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/draftlist.h"

#include "store/readerrows.h"

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

QByteArray selectRow(const char *body)
{
    return QByteArray("SELECT d.id,d.contact_id,d.run_id,d.mail_state,d.subject,") + body
            + ",json_extract(d.body,'$.reviewed.text'),d.created_at,c.name,c.company,c.college FROM draft d "
              "LEFT JOIN contact c ON c.id=d.contact_id AND c.state='live' AND c.op NOT IN (SELECT op FROM "
              "staging) WHERE d.state='live' AND d.op NOT IN (SELECT op FROM staging)";
}

constexpr const char *anyBody = "json_extract(d.body,'$.body')";
constexpr const char *acceptedBody =
        "CASE WHEN json_extract(d.body,'$.reviewed.text') IS NOT NULL THEN json_extract(d.body,'$.body') END";

DraftRow rowFrom(const Statement &row)
{
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
            row.text(6), row.text(7), row.text(8), row.text(9), row.text(10)};
}

} // namespace

Result<QVector<DraftRow>> draftRows(const Reader &reader, DraftBodies bodies)
{
    Statement statement(reader.connection(),
                        selectRow(bodies == DraftBodies::all ? anyBody : acceptedBody)
                                + " ORDER BY d.created_at DESC, d.rid DESC");
    return collect<DraftRow>(statement, rowFrom);
}

Result<DraftRow> draftRow(const Reader &reader, const QString &id)
{
    Statement statement(reader.connection(), selectRow(anyBody) + " AND d.id=?1");
    statement.bind(1, id);
    const auto rows = collect<DraftRow>(statement, rowFrom);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    return rows->isEmpty() ? failure(ErrorKind::notFound, u"There is no draft \"%1\"."_s.arg(id))
                           : Result<DraftRow>(rows->constFirst());
}

Result<qint64> draftCount(const Reader &reader)
{
    Statement statement(reader.connection(), QByteArray("SELECT count(*) FROM draft WHERE ") + liveRows);
    const bool counted = statement.step();
    return counted ? Result<qint64>(statement.integer(0)) : std::unexpected(statement.error());
}

} // namespace crema::store
