// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

#include <functional>
#include <stop_token>

namespace crema::store {

/// What a list of people can be sorted by. Texts sort without regard to case, empty ones last in both
/// directions.
enum class PeopleSort {
    name,
    firstName,
    lastName,
    email,
    phone,
    linkedin,
    company,
    jobTitle,
    headline,
    industry,
    college,
    degree,
    studyField,
    place,
    city,
    state,
    country,
    hometown,
    status, ///< in the order of the pipeline
    tags,
    nextAction,
    dueDate,
    firstContact,
    lastContact,
    connectedOn,
    howMet,
    introducedBy,
    notes,
    source, ///< the operation that brought them
    added
};

/// Which people. Members combine with "and", the values of one list with "or"; an empty member does not
/// restrict.
struct PeopleFilter
{
    enum class Sample { any, hide, only };

    QString text; ///< as ContactQuery has it
    QStringList statuses;
    QStringList companies;
    QStringList schools;
    QStringList tags;
    QStringList runs; ///< ids of the searches that brought them
    bool due = false; ///< the next action is due today or was earlier
    bool unreadReply = false;
    bool withoutEmail = false;
    Sample sample = Sample::any;

    [[nodiscard]] bool restricts() const;
    [[nodiscard]] bool operator==(const PeopleFilter &) const = default;
};

struct PeopleQuery
{
    PeopleFilter filter;
    PeopleSort sort = PeopleSort::name;
    bool descending = false;
    QString today; ///< ISO date: what `filter.due` compares with

    [[nodiscard]] bool operator==(const PeopleQuery &) const = default;
};

/// All matching rowids in order.
[[nodiscard]] Result<QVector<qint64>> peopleRowIds(const Reader &reader, const PeopleQuery &query);
/// The first rows in order.
[[nodiscard]] Result<QVector<ContactRow>> peoplePage(const Reader &reader, const PeopleQuery &query,
                                                     int limit);

struct StatusPeople
{
    QString status;
    QVector<qint64> rids;
};
/// The same rowids by status: every stage of the pipeline, also empty ones, then others that occur.
[[nodiscard]] Result<QVector<StatusPeople>> peopleByStatus(const Reader &reader, const PeopleQuery &query);

/// How many people each further restriction would leave.
struct PeopleCounts
{
    QVector<std::pair<QString, int>> byStatus; ///< of those the rest of the filter leaves, as statusCounts()
    qint64 due = 0; ///< these of those the whole filter leaves
    qint64 unreadReply = 0;
    qint64 withoutEmail = 0;
    qint64 sample = 0;
    qint64 shown = 0;
};
[[nodiscard]] Result<PeopleCounts> peopleCounts(const Reader &reader, const PeopleQuery &query);

/// What a filter can pick values of.
enum class Facet { company, school, tag, run };

struct FacetValue
{
    QString value; ///< what the filter takes; the id of a run
    QString words; ///< for people
    qint64 count = 0; ///< of those the rest of the filter leaves

    [[nodiscard]] bool operator==(const FacetValue &) const = default;
};
/// The values that occur, most frequent first; only those with a word that begins like `search` when it is
/// not empty. Values that are picked stand first, also when they do not occur.
[[nodiscard]] Result<QVector<FacetValue>> facetValues(const Reader &reader, const PeopleQuery &query,
                                                      Facet facet, const QString &search, int limit);

/// The first person, by name, whose name begins with what was typed; 0 when there is none.
[[nodiscard]] Result<qint64> firstNamed(const Reader &reader, const PeopleQuery &query, const QString &typed);

/// All of a contact, for columns that have no place of their own in the table.
struct PersonDetails
{
    qint64 rid = 0;
    Contact contact;
    QString source; ///< the label of the operation that brought them
};
[[nodiscard]] Result<QVector<PersonDetails>> peopleDetails(const Reader &reader, const QVector<qint64> &rids);

/// While it lives a stop requested elsewhere ends the reader's query with an error: an answer nobody waits
/// for must not keep a worker.
class StopReading final
{
public:
    StopReading(const Reader &reader, const std::stop_token &stop);

private:
    std::stop_callback<std::function<void()>> m_callback;
};

} // namespace crema::store
