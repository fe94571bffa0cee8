// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"

namespace crema {

/// What people search asks for. Empty members do not restrict.
struct Criteria
{
    QString title;
    QString company;
    QString location;
    QString school;
    int limit = 10;
    bool includeSample = true; ///< the bundled fictional people
    bool includeKnown = false; ///< people who are in contacts already (paid search leaves them out)

    [[nodiscard]] bool isEmpty() const
    {
        return title.isEmpty() && company.isEmpty() && location.isEmpty() && school.isEmpty();
    }
    [[nodiscard]] bool operator==(const Criteria &) const = default;
};

/// Why a person was found, as points a user can read: {"title", "Product Manager matches \"PM\"", 40}.
struct Reason
{
    QString kind; ///< "title", "company", "location", "school", "background"
    QString text;
    int points = 0;

    [[nodiscard]] bool operator==(const Reason &) const = default;
};

/// A person a search returned. `person.sources` says for each field who said so.
struct FoundPerson
{
    Contact person;
    QVector<Reason> reasons;
    QString contactId; ///< set when this person is in contacts

    [[nodiscard]] int points() const;
    [[nodiscard]] bool operator==(const FoundPerson &) const = default;
};

/// One people search and what came of it.
struct Run
{
    QString id;
    Criteria criteria;
    QString provider; ///< "local" or "pdl"
    QStringList widened; ///< what was relaxed to find enough people, for people
    QVector<FoundPerson> people;
    int cost = 0;
    QString notes;
    QString createdAt;
    Json extra = Json::object();

    [[nodiscard]] bool operator==(const Run &) const = default;
};

[[nodiscard]] Json toJson(const Criteria &criteria);
[[nodiscard]] Criteria criteriaFrom(const Json &json);
[[nodiscard]] Json toJson(const FoundPerson &found);
[[nodiscard]] FoundPerson foundPersonFrom(const Json &json);
[[nodiscard]] Json toBody(const Run &run);
[[nodiscard]] Run runFrom(const QString &id, const Json &body);
/// "Product Manager at Acme, Chicago" for lists.
[[nodiscard]] QString criteriaInWords(const Criteria &criteria);

} // namespace crema
