// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/peoplelist.h"

#include "base/dates.h"
#include "base/text.h"
#include "model/status.h"
#include "store/contactsql.h"
#include "store/peoplesql.h"
#include "store/readerrows.h"

#include <QHash>

#include <sqlite3.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::store {

bool PeopleFilter::restricts() const
{
    PeopleFilter other = *this;
    other.text = text.trimmed();
    return other != PeopleFilter {};
}

StopReading::StopReading(const Reader &reader, const std::stop_token &stop)
    : m_callback(stop, [handle = reader.connection().handle()] { sqlite3_interrupt(handle); })
{
}

namespace {

/// Not less than there are, without counting them; of more than any workspace has, a part.
qsizetype atMostContacts(Connection &connection)
{
    constexpr qint64 most = 4'000'000;
    Statement last(connection, "SELECT max(rid) FROM contact");
    return last.step() ? static_cast<qsizetype>(std::clamp<qint64>(last.integer(0), 0, most)) : 0;
}

} // namespace

Result<QVector<qint64>> peopleRowIds(const Reader &reader, const PeopleQuery &query)
{
    const PeopleSql sql(query);
    Statement statement(reader.connection(),
                        "SELECT rid FROM contact WHERE " + sql.where() + " ORDER BY " + sql.order());
    sql.bind(statement);
    QVector<qint64> rids;
    if (!query.filter.restricts()) {
        rids.reserve(atMostContacts(reader.connection())); // growing leaves as much memory behind again
    }
    while (statement.step()) {
        rids << statement.integer(0);
    }
    return statement.failed() ? Result<QVector<qint64>>(std::unexpected(statement.error())) : rids;
}

Result<QVector<ContactRow>> peoplePage(const Reader &reader, const PeopleQuery &query, int limit)
{
    const PeopleSql sql(query);
    Statement statement(reader.connection(),
                        ContactSql::selectRow() + " WHERE " + sql.where() + " ORDER BY " + sql.order()
                                + " LIMIT " + QByteArray::number(limit));
    sql.bind(statement);
    return collect<ContactRow>(statement, ContactSql::readRow);
}

Result<QVector<StatusPeople>> peopleByStatus(const Reader &reader, const PeopleQuery &query)
{
    QVector<StatusPeople> columns;
    QHash<QByteArray, qsizetype> places;
    for (const QString &status : contactStatuses()) {
        places.insert(status.toUtf8(), columns.size());
        columns << StatusPeople {status, {}};
    }
    const PeopleSql sql(query);
    Statement statement(reader.connection(),
                        "SELECT rid, status FROM contact WHERE " + sql.where() + " ORDER BY " + sql.order());
    sql.bind(statement);
    while (statement.step()) {
        const QByteArrayView status = statement.view(1);
        auto place = places.constFind(QByteArray::fromRawData(status.data(), status.size()));
        if (place == places.constEnd()) {
            place = places.insert(status.toByteArray(), columns.size());
            columns << StatusPeople {statement.text(1), {}};
        }
        columns[*place].rids << statement.integer(0);
    }
    return statement.failed() ? Result<QVector<StatusPeople>>(std::unexpected(statement.error())) : columns;
}

namespace {

Result<QVector<std::pair<QString, int>>> countsByStatus(const Reader &reader, PeopleQuery query)
{
    query.filter.statuses.clear();
    const PeopleSql sql(query);
    Statement statement(reader.connection(),
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

QByteArray columnOf(Facet facet)
{
    switch (facet) {
    case Facet::company:
        return "company";
    case Facet::school:
        return "college";
    case Facet::run:
        return "run_id";
    case Facet::tag:
        break;
    }
    return "t.value";
}

QStringList &pickedOf(PeopleFilter &filter, Facet facet)
{
    switch (facet) {
    case Facet::company:
        return filter.companies;
    case Facet::school:
        return filter.schools;
    case Facet::run:
        return filter.runs;
    case Facet::tag:
        break;
    }
    return filter.tags;
}

/// What a value is called. A run that is gone still has people.
QString wordsOf(const Reader &reader, Facet facet, const QString &value)
{
    if (facet != Facet::run) {
        return value;
    }
    const auto run = reader.run(value);
    if (!run) {
        return value;
    }
    const QString day = fromStoredTime(run->createdAt).toLocalTime().date().toString(Qt::ISODate);
    const QString criteria = criteriaInWords(run->criteria);
    return day.isEmpty() ? criteria : criteria + u" · "_s + day;
}

bool beginsAWord(const QString &folded, const QString &search)
{
    for (qsizetype at = folded.indexOf(search); at >= 0; at = folded.indexOf(search, at + 1)) {
        if (at == 0 || !folded[at - 1].isLetterOrNumber()) {
            return true;
        }
    }
    return false;
}

Result<QVector<FacetValue>> valuesOf(const Reader &reader, const PeopleQuery &query, Facet facet)
{
    const QByteArray column = columnOf(facet);
    const PeopleSql sql(query);
    const QByteArray from = facet == Facet::tag
            ? QByteArray("contact JOIN json_each(contact.body,'$.tags') t ON contact.tags IS NOT NULL")
            : QByteArray("contact");
    // Only the condition on replies names "id", and with its table: json_each has columns of that name too.
    Statement statement(reader.connection(),
                        "SELECT " + column + " AS v, count(*) AS n FROM " + from + " WHERE " + sql.where()
                                + " AND " + column + " IS NOT NULL GROUP BY v ORDER BY n DESC, v");
    sql.bind(statement);
    return collect<FacetValue>(statement, [](const Statement &row) {
        const QString value = row.text(0);
        return FacetValue {value, value, row.integer(1)};
    });
}

} // namespace

Result<PeopleCounts> peopleCounts(const Reader &reader, const PeopleQuery &query)
{
    auto byStatus = countsByStatus(reader, query);
    if (!byStatus) {
        return std::unexpected(byStatus.error());
    }
    const PeopleSql sql(query);
    Statement statement(reader.connection(),
                        "SELECT count(*), count(email), count(sample), total(next_action_date<='"
                                + query.today.toLatin1().replace('\'', "''")
                                + "'), count(unread_reply) FROM contact WHERE " + sql.where());
    sql.bind(statement);
    if (!statement.step()) {
        return std::unexpected(statement.error());
    }
    PeopleCounts counts;
    counts.byStatus = std::move(*byStatus);
    counts.shown = statement.integer(0);
    counts.withoutEmail = counts.shown - statement.integer(1);
    counts.sample = statement.integer(2);
    counts.due = statement.integer(3);
    counts.unreadReply = statement.integer(4);
    return counts;
}

Result<QVector<FacetValue>> facetValues(const Reader &reader, const PeopleQuery &query, Facet facet,
                                        const QString &search, int limit)
{
    PeopleQuery rest = query;
    const QStringList picked = std::exchange(pickedOf(rest.filter, facet), {});
    auto all = valuesOf(reader, rest, facet);
    if (!all) {
        return all;
    }
    const QString wanted = fold(search.trimmed());
    QVector<FacetValue> values;
    for (const QString &value : picked) {
        const auto known = std::ranges::find(*all, value, &FacetValue::value);
        values << FacetValue {value, wordsOf(reader, facet, value), known == all->end() ? 0 : known->count};
    }
    for (FacetValue &value : *all) {
        if (values.size() >= limit) {
            break;
        }
        if (picked.contains(value.value)) {
            continue;
        }
        value.words = wordsOf(reader, facet, value.value);
        if (wanted.isEmpty() || beginsAWord(fold(value.words), wanted)) {
            values << value;
        }
    }
    return values;
}

Result<qint64> firstNamed(const Reader &reader, const PeopleQuery &query, const QString &typed)
{
    PeopleQuery byName = query;
    byName.sort = PeopleSort::name;
    byName.descending = false;
    PeopleSql sql(byName);
    const QString folded = fold(typed);
    sql.require("sort_name>=?", folded);
    sql.require("sort_name<?", folded + QString::fromUcs4(U"\U0010ffff", 1));
    Statement statement(reader.connection(),
                        "SELECT rid FROM contact WHERE " + sql.where() + " ORDER BY " + sql.order()
                                + " LIMIT 1");
    sql.bind(statement);
    const bool found = statement.step();
    return statement.failed() ? Result<qint64>(std::unexpected(statement.error()))
                              : Result<qint64>(found ? statement.integer(0) : 0);
}

Result<QVector<PersonDetails>> peopleDetails(const Reader &reader, const QVector<qint64> &rids)
{
    Statement statement(
            reader.connection(),
            QByteArray("SELECT rid, id, state, body, (SELECT coalesce(nullif(o.label,''), o.origin) FROM "
                       "operation o WHERE o.seq=contact.op) FROM contact WHERE rid=?1 AND ")
                    + liveRows);
    QVector<PersonDetails> people;
    people.reserve(rids.size());
    for (const qint64 rid : rids) {
        if (statement.bind(1, rid).step()) {
            const auto record = readStored(statement, Kind::contact);
            if (!record) {
                return std::unexpected(record.error());
            }
            people << PersonDetails {rid, contactFrom(record->id, record->body), statement.text(4)};
        }
        if (statement.failed()) {
            return std::unexpected(statement.error());
        }
        statement.reset();
    }
    return people;
}

} // namespace crema::store
