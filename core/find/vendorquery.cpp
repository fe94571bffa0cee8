// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/vendorquery.h"

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
    if (breadth == Breadth::titleLevels) {
        Json wider = Json::array({phrase("job_title", targets.titleCore)});
        if (!targets.levels.isEmpty()) {
            wider.push_back({{"terms", {{"job_title_levels", jsonTexts(targets.levels)}}}});
            // The same rank in the same kind of work; the kind alone is another rank of it.
            any.push_back(phrase("job_title", targets.titleCore));
        }
        any.push_back(allOf(std::move(wider)));
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

Json placeClause(const VendorTargets &targets, Breadth breadth)
{
    const VendorPlace &place = targets.place;
    if (place.isEmpty()) {
        return phrase("location_name", targets.placeText);
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

bool canWiden(const VendorTargets &targets, Breadth breadth)
{
    const VendorPlace &place = targets.place;
    switch (breadth) {
    case Breadth::asked:
        return false;
    case Breadth::place:
        return !place.locality.isEmpty()
                && (!place.metro.isEmpty() || !place.widerMetro.isEmpty() || !place.region.isEmpty());
    case Breadth::titleLevels:
        return !targets.titles.isEmpty() && !targets.titleCore.isEmpty()
                && !targets.titles.contains(targets.titleCore);
    }
    return false;
}

QString widenedInWords(const VendorTargets &targets, Breadth breadth)
{
    const VendorPlace &place = targets.place;
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
