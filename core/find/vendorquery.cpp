// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/vendorquery.h"

#include "base/text.h"
#include "pdl/casing.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::find {

namespace {

constexpr qsizetype maxExcluded = 100; // values of one `terms` clause

QString tr(const char *words)
{
    return QCoreApplication::translate("find", words);
}

Json term(const char *field, const QString &value)
{
    return {{"term", {{field, value}}}};
}

Json phrase(const char *field, const QString &value)
{
    return {{"match_phrase", {{field, value}}}};
}

/// One of these.
Json anyOf(Json clauses)
{
    return clauses.size() == 1 ? clauses.front() : Json {{"bool", {{"should", std::move(clauses)}}}};
}

/// All of these.
Json allOf(Json clauses)
{
    return clauses.size() == 1 ? clauses.front() : Json {{"bool", {{"must", std::move(clauses)}}}};
}

Json titleClause(const VendorTargets &targets, Breadth breadth)
{
    Json any = Json::array();
    for (const QString &title : targets.titles) {
        any.push_back(phrase("job_title", title));
    }
    const Json kind = phrase("job_title", targets.titleCore);
    if (breadth == Breadth::titleRank && canWiden(targets, Breadth::titleRank)) {
        any.push_back(allOf({kind, {{"terms", {{"job_title_levels", jsonTexts(targets.levels)}}}}}));
    }
    if (breadth == Breadth::titleLevels && canWiden(targets, Breadth::titleLevels)) {
        any.push_back(kind);
    }
    return anyOf(std::move(any));
}

Json companyClause(const VendorTargets &targets)
{
    Json any = Json::array();
    if (!targets.companyWebsite.isEmpty()) {
        any.push_back(term("job_company_website", targets.companyWebsite));
        any.push_back(term("job_company_name", targets.company));
    } else {
        any.push_back(phrase("job_company_name", targets.company));
        for (const QString &name : targets.companyNames) {
            any.push_back(phrase("job_company_name", name));
        }
    }
    return anyOf(std::move(any));
}

Json townClause(const VendorPlace &place)
{
    Json all = Json::array({term("location_locality", place.locality)});
    if (!place.region.isEmpty()) {
        all.push_back(term("location_region", place.region));
    }
    if (!place.country.isEmpty()) {
        all.push_back(term("location_country", place.country));
    }
    return allOf(std::move(all));
}

Json regionClause(const VendorPlace &place)
{
    Json all = Json::array();
    if (!place.region.isEmpty()) {
        all.push_back(term("location_region", place.region));
    }
    if (!place.country.isEmpty()) {
        all.push_back(term("location_country", place.country));
    }
    return allOf(std::move(all));
}

/// Words that nobody could read as a place: whatever part of one they name. All of these fields are exact.
Json unknownPlaceClause(const QString &text)
{
    return anyOf({term("location_locality", text),
                  term("location_region", text),
                  term("location_country", text),
                  term("location_continent", text),
                  term("location_name", text),
                  {{"prefix", {{"location_name", text + u','}}}}});
}

Json placeClause(const VendorTargets &targets, Breadth breadth)
{
    const VendorPlace &place = targets.place;
    if (place.isEmpty()) {
        return unknownPlaceClause(targets.placeText);
    }
    Json any = Json::array();
    if (!place.metro.isEmpty()) {
        any.push_back(term("location_metro", place.metro));
    } else if (!place.locality.isEmpty()) {
        any.push_back(townClause(place));
    } else {
        any.push_back(regionClause(place));
    }
    if (breadth != Breadth::asked && canWiden(targets, Breadth::place)) {
        if (!place.metro.isEmpty()) {
            any.push_back(townClause(place)); // whose record names the town only
        } else if (!place.widerMetro.isEmpty()) {
            any.push_back(term("location_metro", place.widerMetro));
        } else {
            any.push_back(regionClause(place));
        }
    }
    return anyOf(std::move(any));
}

Json schoolClause(const VendorTargets &targets)
{
    Json any = Json::array();
    if (!targets.schoolDomain.isEmpty()) {
        any.push_back(term("education.school.domain", targets.schoolDomain));
    }
    any.push_back(phrase("education.school.name", targets.school));
    for (const QString &name : targets.schoolNames) {
        any.push_back(phrase("education.school.name", name));
    }
    return anyOf(std::move(any));
}

} // namespace

Json vendorQuery(const VendorTargets &targets, Breadth breadth, const QStringList &excludedIds)
{
    Json must = Json::array();
    if (!targets.titles.isEmpty()) {
        must.push_back(titleClause(targets, breadth));
    }
    if (!targets.company.isEmpty()) {
        must.push_back(companyClause(targets));
    }
    if (!targets.place.isEmpty() || !targets.placeText.isEmpty()) {
        must.push_back(placeClause(targets, breadth));
    }
    if (!targets.school.isEmpty()) {
        must.push_back(schoolClause(targets));
    }
    Json query {{"must", std::move(must)}};
    if (!excludedIds.isEmpty()) {
        const Json ids = jsonTexts(excludedIds.mid(0, maxExcluded));
        query["must_not"] = Json::array({{{"terms", {{"id", ids}}}}});
    }
    return {{"bool", std::move(query)}};
}

Result<> checkTargets(const Criteria &criteria, const VendorTargets &targets)
{
    const auto asks = [](const QString &text) { return !cleanLine(text).isEmpty(); };
    const auto refused = [](const QString &text) -> Result<> {
        return failure(
                ErrorKind::rejectedInput,
                tr("\"%1\" has nothing that the vendor could look for. Nothing was searched or charged.")
                        .arg(text));
    };
    if (asks(criteria.title) && targets.titles.isEmpty()) {
        return refused(criteria.title);
    }
    if (asks(criteria.company) && targets.company.isEmpty()) {
        return refused(criteria.company);
    }
    if (asks(criteria.location) && targets.place.isEmpty() && targets.placeText.isEmpty()) {
        return refused(criteria.location);
    }
    if (asks(criteria.school) && targets.school.isEmpty()) {
        return refused(criteria.school);
    }
    if (!asks(criteria.title) && !asks(criteria.company) && !asks(criteria.location)
        && !asks(criteria.school)) {
        return failure(
                ErrorKind::rejectedInput,
                tr("A paid search needs a title, a company, a place or a school. Nothing was searched or "
                   "charged."));
    }
    return {};
}

bool canWiden(const VendorTargets &targets, Breadth breadth)
{
    const VendorPlace &place = targets.place;
    switch (breadth) {
    case Breadth::asked:
        return false;
    case Breadth::place:
        return !place.locality.isEmpty()
                && (!place.metro.isEmpty() || !place.widerMetro.isEmpty() || !place.region.isEmpty());
    case Breadth::titleRank:
        return !targets.levels.isEmpty() && canWiden(targets, Breadth::titleLevels);
    case Breadth::titleLevels:
        return !targets.titles.isEmpty() && !targets.titleCore.isEmpty()
                && !targets.titles.contains(targets.titleCore);
    }
    return false;
}

QString widenedInWords(const VendorTargets &targets, Breadth breadth)
{
    const VendorPlace &place = targets.place;
    if (breadth == Breadth::titleRank) {
        return tr("other titles of the same rank (with \"%1\")").arg(targets.titleCore);
    }
    if (breadth == Breadth::titleLevels) {
        return tr("other levels of the same work (titles with \"%1\")").arg(targets.titleCore);
    }
    if (!place.metro.isEmpty()) {
        return tr("people whose record names only %1").arg(pdl::properPlace(place.locality));
    }
    return place.widerMetro.isEmpty() ? tr("all of %1").arg(pdl::properPlace(place.region))
                                      : tr("the whole area of %1").arg(pdl::properPlace(place.widerMetro));
}

} // namespace crema::find
