// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "net/http.h"
#include "pdl/person.h"

#include <optional>

// Bytes <-> values of People Data Labs v5, without the network. https://docs.peopledatalabs.com

namespace crema::pdl {

enum class Endpoint { search, enrich, autocomplete, cleanCompany, cleanLocation, cleanSchool, enrichTitle };

/// One page of a person search. A credit of the vendor is spent for each person that comes back, so `size` is
/// what the page costs at most.
struct SearchRequest
{
    Json query; ///< Elasticsearch: {"bool": {...}}
    int size = 1; ///< 1 to 100
    QString scrollToken; ///< of the page before; the query is sent again with it
};

struct Page
{
    QVector<Person> people; ///< at most `size`; nobody twice
    QStringList unusableIds; ///< the vendor's ids of records that name nobody
    QString scrollToken; ///< empty after the last page
    qint64 total = 0;
    std::optional<double> spent; ///< of the vendor's credits; 0 when the answer came from the cache
    std::optional<double> remaining;
    double spentBefore = 0; ///< by the same job, for this page, which it kept
    /// The job asked for this page before, and the answer was lost: the vendor may have counted it.
    bool askedBefore = false;
    bool missing = false; ///< only a kept page would do (Call::onlyKept), and there is none

    [[nodiscard]] bool operator==(const Page &) const = default;
};

struct Suggestion
{
    QString value; ///< what a query must say
    QString text; ///< what a person reads
    qint64 count = 0;

    [[nodiscard]] bool operator==(const Suggestion &) const = default;
};

/// A firm, place or school in the vendor's own spelling, which a query must use.
struct CleanCompany
{
    QString name;
    QString website;
    QString industry;
    QString text; ///< for people
    bool fuzzy = false; ///< the vendor's guess at a firm of a similar name

    [[nodiscard]] bool operator==(const CleanCompany &) const = default;
};
struct CleanLocation
{
    QString name;
    QString locality;
    QString region;
    QString country;
    QString type; ///< "locality", "region", "country", "metro", "continent"

    [[nodiscard]] bool operator==(const CleanLocation &) const = default;
};
struct CleanSchool
{
    QString name;
    QString domain;
    QString text; ///< for people

    [[nodiscard]] bool operator==(const CleanSchool &) const = default;
};
struct TitleAnswer
{
    QString title;
    QStringList similar;
    QStringList skills;

    [[nodiscard]] bool operator==(const TitleAnswer &) const = default;
};

[[nodiscard]] QString pathOf(Endpoint endpoint);
[[nodiscard]] QByteArray wordOf(Endpoint endpoint); ///< a stable name for the cache

[[nodiscard]] Json toJson(const SearchRequest &request);
/// Any spelling of the LinkedIn address of a person, or of a page below it, as the vendor writes it:
/// "linkedin.com/in/x"; empty for what is none.
[[nodiscard]] QString vendorProfile(const QString &linkedinUrl);

/// Whether the object is an answer of this endpoint: a search must bring a list of people, even an empty one,
/// a cleaner a name. `{}` is no "nobody found".
[[nodiscard]] bool isAnswerOf(Endpoint endpoint, const Json &answer);
/// The object of a successful answer, or the error that the answer means: its status, an error inside a 200,
/// JSON that is broken or not of this endpoint. nullopt for "nothing found" (the vendor's 404).
[[nodiscard]] Result<std::optional<Json>> answerOf(Endpoint endpoint, const net::Response &response,
                                                   const net::Request &request);

/// Whether the vendor may have counted the request that ended in this error: it may have arrived, or came
/// back as a success that cannot be read.
[[nodiscard]] bool mayHaveCounted(const Error &error);

[[nodiscard]] Page pageFrom(const Json &answer, int size);
/// nullopt when there is nobody in the record: no object, or neither a name nor a profile nor an address.
[[nodiscard]] std::optional<Person> personFrom(const Json &record);
/// Of the whole answer to an enrichment; nullopt as above.
[[nodiscard]] std::optional<Profile> profileFrom(const Json &answer);
[[nodiscard]] QVector<Suggestion> suggestionsFrom(const Json &answer, const QString &field);
[[nodiscard]] CleanCompany companyFrom(const Json &answer);
[[nodiscard]] CleanLocation locationFrom(const Json &answer);
[[nodiscard]] CleanSchool schoolFrom(const Json &answer);
[[nodiscard]] TitleAnswer titleFrom(const Json &answer);

} // namespace crema::pdl
