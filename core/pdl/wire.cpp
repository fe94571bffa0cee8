// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdl/wire.h"

#include "base/linkedin.h"
#include "net/failures.h"
#include "net/redaction.h"
#include "pdl/casing.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::pdl {

QString pathOf(Endpoint endpoint)
{
    switch (endpoint) {
    case Endpoint::search:
        return u"/person/search"_s;
    case Endpoint::enrich:
        return u"/person/enrich"_s;
    case Endpoint::autocomplete:
        return u"/autocomplete"_s;
    case Endpoint::cleanCompany:
        return u"/company/clean"_s;
    case Endpoint::cleanLocation:
        return u"/location/clean"_s;
    case Endpoint::cleanSchool:
        return u"/school/clean"_s;
    case Endpoint::enrichTitle:
        return u"/job_title/enrich"_s;
    }
    return {};
}

QByteArray wordOf(Endpoint endpoint)
{
    return pathOf(endpoint).toLatin1();
}

Json toJson(const SearchRequest &request)
{
    Json json = {{"query", request.query}, {"size", request.size}};
    putText(json, "scroll_token", request.scrollToken);
    return json;
}

namespace {

/// What LinkedIn allows in the name of a profile, which may be in any script; no address from before 2013.
bool isProfileName(const QString &name)
{
    const bool isSpelled = std::ranges::all_of(name, [](QChar c) {
        return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || u"-_.~'’&+!"_s.contains(c);
    });
    return isSpelled && std::ranges::any_of(name, [](QChar c) { return c != u'.'; });
}

} // namespace

QString vendorProfile(const QString &linkedinUrl)
{
    const QString slug = linkedinSlug(linkedinUrl);
    return !slug.isEmpty() && isProfileName(slug) ? u"linkedin.com/in/"_s + slug : QString();
}

namespace {

/// The vendor's error object, wherever it stands.
const Json &errorIn(const Json &json)
{
    return member(json, "error");
}

/// Not by `"error": false` or an empty one.
bool saysError(const Json &json)
{
    const Json &error = errorIn(json);
    return !textOf(error).isEmpty() || (error.is_object() && !error.empty());
}

/// People were paid for, whatever else the answer says.
bool bringsPeople(Endpoint endpoint, const Json &json)
{
    return endpoint == Endpoint::search
            ? isAnswerOf(endpoint, json) && !arrayAt(json, "data").empty()
            : endpoint == Endpoint::enrich && !member(json, "data").empty() && isAnswerOf(endpoint, json);
}

std::optional<Error> errorOf(const net::Response &response, const Json &json, const net::Request &request)
{
    auto error = net::statusError(response, request);
    if (!error) {
        return std::nullopt;
    }
    // The vendor's sentence helps to find a wrong query. It repeats no value of it, and never the key.
    error->detail += u": "_s + net::redacted(textAt(errorIn(json), "message"), request.secrets);
    return error;
}

Error unreadable(const net::Response &response, const net::Request &request, const QString &why)
{
    Error error = failure(ErrorKind::badAnswer,
                          u"%1 answered with something that cannot be read."_s.arg(request.service),
                          net::inShort(request) + u": "_s + why)
                          .error();
    error.httpStatus = response.status;
    return error;
}

} // namespace

bool isAnswerOf(Endpoint endpoint, const Json &answer)
{
    const auto says = [&answer](const char *key) { return !textAt(answer, key).isEmpty(); };
    const Json &people = arrayAt(answer, "data");
    switch (endpoint) {
    case Endpoint::search:
        return member(answer, "data").is_array()
                && (people.empty()
                    || std::ranges::any_of(people, [](const Json &one) { return one.is_object(); }));
    case Endpoint::enrich:
    case Endpoint::enrichTitle:
        return member(answer, "data").is_object();
    case Endpoint::cleanCompany:
    case Endpoint::cleanSchool:
        return says("name");
    case Endpoint::cleanLocation:
        return says("name") || says("locality") || says("region") || says("country");
    case Endpoint::autocomplete:
        return true; // costs nothing, and without suggestions typing goes on
    }
    return false;
}

Result<std::optional<Json>> answerOf(Endpoint endpoint, const net::Response &response,
                                     const net::Request &request)
{
    auto json = parseJson(response.body);
    const bool isObject = json && json->is_object();
    if (response.status == 404 && isObject && textsAt(errorIn(*json), "type").contains("not_found"_L1)) {
        return std::optional<Json>();
    }
    if (response.status == 404) { // not the vendor's own: a wrong address
        return std::unexpected(unreadable(response, request, u"404 that is not the service's"_s));
    }
    if (auto error = errorOf(response, isObject ? *json : Json(), request)) {
        return std::unexpected(*std::move(error));
    }
    if (!isObject) {
        return std::unexpected(unreadable(response, request, u"no JSON object"_s));
    }
    const qint64 inner = intAt(*json, "status", 200);
    if (!bringsPeople(endpoint, *json) && (saysError(*json) || inner < 200 || inner >= 300)) {
        net::Response meant = response;
        meant.status = inner >= 300 && inner < 600 ? static_cast<int>(inner) : 500;
        if (meant.status == 404) {
            return std::optional<Json>();
        }
        return std::unexpected(*errorOf(meant, *json, request));
    }
    if (!isAnswerOf(endpoint, *json)) {
        return std::unexpected(unreadable(response, request, u"an object without what was asked for"_s));
    }
    return std::optional(*std::move(json));
}

bool mayHaveCounted(const Error &error)
{
    return net::mayHaveArrived(error) || (error.httpStatus >= 200 && error.httpStatus < 300);
}

Page pageFrom(const Json &answer, int size)
{
    Page page;
    QSet<QString> seen;
    for (const Json &record : arrayAt(answer, "data")) {
        auto person = personFrom(record);
        if (const QString id = textAt(record, "id"); !person && !id.isEmpty()) {
            page.unusableIds << id;
        }
        if (!person || page.people.size() >= size || (!person->id.isEmpty() && seen.contains(person->id))) {
            continue;
        }
        seen.insert(person->id);
        page.people.append(*std::move(person));
    }
    page.total = intAt(answer, "total");
    // A page without a record is the end, whatever else it says.
    page.scrollToken = arrayAt(answer, "data").empty() ? QString() : textAt(answer, "scroll_token");
    return page;
}

QVector<Suggestion> suggestionsFrom(const Json &answer, const QString &field)
{
    QVector<Suggestion> result;
    for (const Json &item : arrayAt(answer, "data")) {
        Suggestion suggestion;
        suggestion.value = textAt(item, "name");
        suggestion.count = intAt(item, "count");
        suggestion.text = textAt(member(item, "meta"), "display_name");
        if (suggestion.text.isEmpty()) {
            const bool place = field.contains("location"_L1) || field == "region"_L1 || field == "country"_L1;
            suggestion.text = place                                 ? properPlace(suggestion.value)
                    : field == "company"_L1 || field == "school"_L1 ? properFirm(suggestion.value)
                                                                    : properTitle(suggestion.value);
        }
        if (!suggestion.value.isEmpty()) {
            result.append(std::move(suggestion));
        }
    }
    return result;
}

CleanCompany companyFrom(const Json &answer)
{
    CleanCompany company {textAt(answer, "name"), textAt(answer, "website"), textAt(answer, "industry"),
                          textAt(answer, "display_name"), boolAt(answer, "fuzzy_match")};
    if (company.text.isEmpty()) {
        company.text = properFirm(company.name);
    }
    return company;
}

CleanLocation locationFrom(const Json &answer)
{
    return {textAt(answer, "name"), textAt(answer, "locality"), textAt(answer, "region"),
            textAt(answer, "country"), textAt(answer, "type")};
}

CleanSchool schoolFrom(const Json &answer)
{
    return {textAt(answer, "name"), textAt(answer, "domain"), properFirm(textAt(answer, "name"))};
}

TitleAnswer titleFrom(const Json &answer)
{
    const Json &data = member(answer, "data");
    return {textAt(data, "cleaned_job_title"), textsAt(data, "similar_job_titles"),
            textsAt(data, "relevant_skills")};
}

} // namespace crema::pdl
