// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/contactsql.h"

#include "store/searchtext.h"

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

const char *columnOf(ContactSort sort)
{
    switch (sort) {
    case ContactSort::name:
        return "sort_name";
    case ContactSort::email:
        return "email";
    case ContactSort::company:
        return "company";
    case ContactSort::jobTitle:
        return "job_title";
    case ContactSort::college:
        return "college";
    case ContactSort::place:
        return "place";
    case ContactSort::status:
        return "status";
    case ContactSort::nextAction:
        return "next_action_date";
    case ContactSort::lastContact:
        return "last_contact_date";
    case ContactSort::added:
        return "created_at";
    }
    return "sort_name";
}

} // namespace

ContactSql::ContactSql(const ContactQuery &query) : m_query(query), m_where(liveRows)
{
    require("status=?", query.status);
    require("company=?", query.company);
    require("college=?", query.college);
    // The column finds candidates quickly; the tag itself may hold a comma.
    require("(instr(tags, ?) > 0 AND EXISTS(SELECT 1 FROM json_each(body, '$.tags') WHERE value=?))",
            query.tag);
    require("next_action_date<=?", query.actionDueBy);
    if (query.hideSample) {
        m_where += " AND sample IS NULL";
    }
    for (const std::string &word : queryWords(query.text)) {
        // The very bytes that PeopleSearch looks for.
        m_values << QString::fromStdString(word);
        m_where += " AND rid IN (SELECT rid FROM contact_words WHERE instr(words,?"
                + QByteArray::number(m_values.size()) + ")>0)";
    }
}

void ContactSql::require(const char *condition, const QString &value)
{
    if (!value.isEmpty()) {
        m_values << value;
        m_where += " AND " + QByteArray(condition).replace('?', '?' + QByteArray::number(m_values.size()));
    }
}

QByteArray ContactSql::order() const
{
    const QByteArray column = columnOf(m_query.sort);
    const QByteArray direction = m_query.descending ? " DESC" : "";
    // Empty values last in both directions, except for the indexed name order, which must stay an index walk.
    const QByteArray emptyLast = m_query.sort == ContactSort::name ? QByteArray() : column + " IS NULL, ";
    return emptyLast + column + direction + ", rid" + direction;
}

void ContactSql::bind(Statement &statement) const
{
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        statement.bind(static_cast<int>(i) + 1, m_values[i]);
    }
}

QByteArray ContactSql::selectRow()
{
    return "SELECT "
           "rid,id,name,email,company,job_title,college,place,linkedin,status,tags,next_action_date,last_"
           "contact_date,"
           "created_at,sample FROM contact";
}

ContactRow ContactSql::readRow(const Statement &row)
{
    ContactRow contact;
    contact.rid = row.integer(0);
    contact.id = row.text(1);
    contact.name = row.text(2);
    contact.email = row.text(3);
    contact.company = row.text(4);
    contact.jobTitle = row.text(5);
    contact.college = row.text(6);
    contact.place = row.text(7);
    contact.linkedin = row.text(8);
    contact.status = row.text(9);
    contact.tags = row.text(10);
    contact.nextActionDate = row.text(11);
    contact.lastContactDate = row.text(12);
    contact.createdAt = row.text(13);
    contact.sample = !row.isNull(14);
    return contact;
}

} // namespace crema::store
