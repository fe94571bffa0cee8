// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/followupreader.h"

#include "store/readerrows.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

// Other programs write other texts into a date; as text they would sort before every day. The body is read
// only for the few rows that the index on the date leaves.
constexpr const char *dueRows = " FROM contact WHERE next_action_date IS NOT NULL AND "
                                "next_action_date < ?1 || '~' AND next_action_date GLOB "
                                "'[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' AND "
                                "coalesce(json_extract(body,'$.muted'),0)=0 AND ";

FollowUpRow readRow(const Statement &row)
{
    return {row.text(0), row.text(1), row.text(2), row.text(3),        row.text(4),
            row.text(5), row.text(6), row.text(7), row.integer(8) != 0};
}

} // namespace

Result<QVector<FollowUpRow>> followUpRows(Connection &connection, const QString &lastDay,
                                          const QString &toldOn, int limit)
{
    Statement statement(connection,
                        QByteArray("SELECT id,name,email,company,job_title,status,"
                                   "json_extract(body,'$.nextAction'),next_action_date,EXISTS(SELECT 1 FROM "
                                   "fact WHERE record_id=contact.id AND fact.name=?2 AND fact.value=?3)")
                                + dueRows + liveRows + " ORDER BY next_action_date, sort_name, rid LIMIT ?4");
    statement.bind(1, lastDay)
            .bind(2, QByteArray(remindedFact))
            .bind(3, toldOn)
            .bind(4, limit > 0 ? limit : std::numeric_limits<int>::max());
    return collect<FollowUpRow>(statement, readRow);
}

Result<int> countFollowUps(Connection &connection, const QString &lastDay)
{
    Statement statement(connection, QByteArray("SELECT count(*)") + dueRows + liveRows);
    statement.bind(1, lastDay);
    return statement.step() ? Result<int>(static_cast<int>(statement.integer(0)))
                            : std::unexpected(statement.error());
}

Result<QVector<TagCount>> tagCounts(Connection &connection)
{
    Statement statement(connection,
                        QByteArray("SELECT value, count(*) FROM contact, json_each(body,'$.tags') WHERE tags "
                                   "IS NOT NULL AND ")
                                + liveRows + " GROUP BY value ORDER BY value COLLATE NOCASE, value");
    return collect<TagCount>(statement, [](const Statement &row) {
        return TagCount {row.text(0), static_cast<int>(row.integer(1))};
    });
}

Result<QStringList> contactsWithTag(Connection &connection, const QString &tag)
{
    Statement statement(
            connection,
            QByteArray("SELECT id FROM contact WHERE instr(tags, ?1) > 0 AND EXISTS(SELECT 1 FROM "
                       "json_each(body,'$.tags') WHERE value=?1) AND ")
                    + liveRows + " ORDER BY rid");
    statement.bind(1, tag);
    QStringList ids;
    while (statement.step()) {
        ids << statement.text(0);
    }
    return statement.failed() ? Result<QStringList>(std::unexpected(statement.error())) : ids;
}

} // namespace crema::store
