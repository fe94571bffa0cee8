// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/peoplesql.h"

#include "model/status.h"
#include "store/searchtext.h"

namespace crema::store {

namespace {

QByteArray bodyText(const char *path)
{
    return QByteArray("json_extract(body,'$.") + path + "')";
}

QByteArray pipelineRank()
{
    // Ours and nobody else's text, so no quotes to mind.
    QByteArray rank("CASE status");
    int place = 0;
    for (const QString &status : contactStatuses()) {
        rank += " WHEN '" + status.toUtf8() + "' THEN " + QByteArray::number(place++);
    }
    return rank + " ELSE 99 END";
}

QByteArray keyOf(PeopleSort sort)
{
    switch (sort) {
    case PeopleSort::name:
        return "sort_name";
    case PeopleSort::firstName:
        return bodyText("firstName");
    case PeopleSort::lastName:
        return bodyText("lastName");
    case PeopleSort::email:
        return "email";
    case PeopleSort::phone:
        return bodyText("phones[0].value");
    case PeopleSort::linkedin:
        return "linkedin";
    case PeopleSort::company:
        return "company";
    case PeopleSort::jobTitle:
        return "job_title";
    case PeopleSort::headline:
        return bodyText("headline");
    case PeopleSort::industry:
        return bodyText("industry");
    case PeopleSort::college:
        return "college";
    case PeopleSort::degree:
        return bodyText("schools[0].degree");
    case PeopleSort::studyField:
        return bodyText("schools[0].field");
    case PeopleSort::place:
        return "place";
    case PeopleSort::city:
        return bodyText("city");
    case PeopleSort::state:
        return bodyText("state");
    case PeopleSort::country:
        return bodyText("country");
    case PeopleSort::hometown:
        return bodyText("hometown");
    case PeopleSort::status:
        return pipelineRank();
    case PeopleSort::tags:
        return "tags";
    case PeopleSort::nextAction:
        return bodyText("nextAction");
    case PeopleSort::dueDate:
        return "next_action_date";
    case PeopleSort::firstContact:
        return bodyText("firstContactDate");
    case PeopleSort::lastContact:
        return "last_contact_date";
    case PeopleSort::connectedOn:
        return bodyText("connectedOn");
    case PeopleSort::howMet:
        return bodyText("howMet");
    case PeopleSort::introducedBy:
        return bodyText("introducedBy");
    case PeopleSort::notes:
        return bodyText("notes");
    case PeopleSort::source:
        return "(SELECT o.label FROM operation o WHERE o.seq=contact.op)";
    case PeopleSort::added:
        return "created_at";
    }
    return "sort_name";
}

} // namespace

PeopleSql::PeopleSql(const PeopleQuery &query)
    : m_sort(query.sort), m_descending(query.descending), m_where(liveRows)
{
    const PeopleFilter &filter = query.filter;
    requireOneOf("status", filter.statuses);
    requireOneOf("company", filter.companies);
    requireOneOf("college", filter.schools);
    requireOneOf("run_id", filter.runs);
    requireOneTag(filter.tags);
    if (filter.due) {
        require("next_action_date<=?", query.today);
    }
    if (filter.unreadReply) {
        m_where += " AND unread_reply IS NOT NULL";
    }
    if (filter.withoutEmail) {
        m_where += " AND email IS NULL";
    }
    if (filter.sample != PeopleFilter::Sample::any) {
        m_where += filter.sample == PeopleFilter::Sample::hide ? " AND sample IS NULL"
                                                               : " AND sample IS NOT NULL";
    }
    requireWords(filter.text);
}

QByteArray PeopleSql::next(const QString &value)
{
    m_values << value;
    return '?' + QByteArray::number(m_values.size());
}

void PeopleSql::require(QByteArray condition, const QString &value)
{
    m_where += " AND " + condition.replace('?', next(value));
}

void PeopleSql::requireOneOf(const QByteArray &column, const QStringList &values)
{
    QByteArray places;
    for (const QString &value : values) {
        places += (places.isEmpty() ? "" : ",") + next(value);
    }
    if (!places.isEmpty()) {
        m_where += " AND " + column + " IN (" + places + ")";
    }
}

void PeopleSql::requireOneTag(const QStringList &tags)
{
    QByteArray places;
    for (const QString &tag : tags) {
        places += (places.isEmpty() ? "" : ",") + next(tag);
    }
    if (!places.isEmpty()) {
        // The column says cheaply who has no tag at all.
        m_where += " AND tags IS NOT NULL AND EXISTS(SELECT 1 FROM json_each(contact.body,'$.tags') t WHERE "
                   "t.value IN ("
                + places + "))";
    }
}

void PeopleSql::requireWords(const QString &text)
{
    for (const std::string &word : queryWords(text)) {
        // The very bytes that PeopleSearch looks for.
        m_where += " AND rid IN (SELECT rid FROM contact_words WHERE instr(words,"
                + next(QString::fromStdString(word)) + ")>0)";
    }
}

QByteArray PeopleSql::order() const
{
    const QByteArray direction = m_descending ? " DESC" : "";
    if (m_sort == PeopleSort::name) {
        return "sort_name" + direction + ", rid" + direction; // an index walk as it stands
    }
    return keyOf(m_sort) + " COLLATE NOCASE" + direction + " NULLS LAST, rid" + direction;
}

void PeopleSql::bind(Statement &statement) const
{
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        statement.bind(static_cast<int>(i) + 1, m_values[i]);
    }
}

} // namespace crema::store
