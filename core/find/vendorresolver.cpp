// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/vendorresolver.h"

#include "base/text.h"

using namespace Qt::StringLiterals;

namespace crema::find {

namespace {

constexpr qsizetype maxSimilarTitles = 3;

/// The answer of a helper that a search can do without; an error only for what would stop the search too.
template <typename Answer>
Result<std::optional<Answer>> ifHelpful(Result<std::optional<Answer>> answer)
{
    if (answer) {
        return answer;
    }
    switch (answer.error().kind) {
    case ErrorKind::cancelled:
    case ErrorKind::offline:
    case ErrorKind::timeout:
    case ErrorKind::unauthorised:
        return answer;
    default:
        return std::optional<Answer>();
    }
}

QString vendorWords(QStringView text)
{
    return cleanLine(text).toLower();
}

/// The vendor's word for a rank.
QString levelOf(const QString &rank)
{
    static const QHash<QString, QString> levels {
            {u"chief"_s, u"cxo"_s},        {u"vice-president"_s, u"vp"_s}, {u"director"_s, u"director"_s},
            {u"head"_s, u"director"_s},    {u"manager"_s, u"manager"_s},   {u"senior"_s, u"senior"_s},
            {u"lead"_s, u"senior"_s},      {u"principal"_s, u"senior"_s},  {u"partner"_s, u"partner"_s},
            {u"owner"_s, u"owner"_s},      {u"founder"_s, u"owner"_s},     {u"intern"_s, u"training"_s},
            {u"trainee"_s, u"training"_s}, {u"junior"_s, u"entry"_s},      {u"entry"_s, u"entry"_s},
            {u"associate"_s, u"entry"_s},
    };
    return levels.value(rank);
}

void addTitle(VendorTargets &targets, const QString &title)
{
    const QString words = vendorWords(title);
    if (!words.isEmpty() && !targets.titles.contains(words) && targets.titles.size() <= maxSimilarTitles) {
        targets.titles << words;
    }
}

void describeTitle(VendorTargets &targets, const QString &title, const truth::DirectoryKnowledge &knowledge)
{
    const truth::TitleWords words = knowledge.titles.wordsOf(title);
    for (const QString &rank : words.ranks) {
        if (const QString level = levelOf(rank); !level.isEmpty() && !targets.levels.contains(level)) {
            targets.levels << level;
        }
    }
    targets.titleCore = words.core.join(u' ').replace(u'-', u' ');
}

Task<Result<>> resolveTitle(pdl::Client *client, const truth::DirectoryKnowledge *knowledge, QString title,
                            VendorTargets *targets, pdl::Call call, std::stop_token stop)
{
    auto asking = client->enrichTitle(title, call, stop);
    const auto answer = ifHelpful(co_await asking);
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    // What the user wrote comes first: the vendor's idea of it is one more title, not another wish.
    addTitle(*targets, title);
    if (*answer) {
        addTitle(*targets, (*answer)->title);
        for (const QString &similar : (*answer)->similar) {
            addTitle(*targets, similar);
        }
    } else {
        for (const QString &same : knowledge->titles.similarTo(title).same) {
            addTitle(*targets, same);
        }
    }
    describeTitle(*targets, title, *knowledge);
    co_return Result<> {};
}

/// "chicago, illinois" for an area of the United States.
QString vendorMetro(const truth::PlaceTable &places, int metro)
{
    const truth::Place &core = places.coreOf(metro);
    if (core.state < 0) {
        return {};
    }
    return vendorWords(places.townName(core.city)) + u", "_s + vendorWords(places.stateName(core.state));
}

void fillPlace(VendorPlace &target, const truth::PlaceTable &places, const truth::Place &place)
{
    target.locality = place.city.isEmpty() ? QString() : vendorWords(places.townName(place.city));
    target.region = place.state < 0 ? QString() : vendorWords(places.stateName(place.state));
    target.country = place.country < 0 ? QString() : vendorWords(places.countryName(place.country));
}

/// The place as our own tables read it; empty when they do not know it.
VendorPlace placeFromTables(const QString &text, const truth::PlaceTable &places)
{
    const auto readings = places.readings(text);
    VendorPlace target;
    if (readings.isEmpty()) {
        return target;
    }
    const truth::Place &place = readings.constFirst();
    if (place.metro >= 0) {
        fillPlace(target, places, places.coreOf(place.metro));
        target.metro = vendorMetro(places, place.metro);
        return target;
    }
    fillPlace(target, places, place);
    for (const int metro : places.metrosOf(place)) {
        const QString name = vendorMetro(places, metro);
        if (!name.isEmpty()) {
            (places.isCore(place, metro) ? target.metro : target.widerMetro) = name;
        }
    }
    return target;
}

Task<Result<>> resolvePlace(pdl::Client *client, const truth::DirectoryKnowledge *knowledge, QString text,
                            VendorTargets *targets, pdl::Call call, std::stop_token stop)
{
    targets->place = placeFromTables(text, knowledge->places);
    if (!targets->place.metro.isEmpty()) {
        co_return Result<> {};
    }
    auto asking = client->cleanLocation(text, call, stop);
    const auto answer = ifHelpful(co_await asking);
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    VendorPlace &place = targets->place;
    if (*answer && (place.country.isEmpty() || place.country == (*answer)->country)) {
        place.locality = (*answer)->locality;
        place.region = (*answer)->region;
        place.country = (*answer)->country;
    } else if (place.isEmpty()
               || (!place.locality.isEmpty() && !knowledge->places.knowsTown(truth::placeWords(text)))) {
        place = {};
        targets->placeText = vendorWords(text);
    }
    if (place.country.isEmpty() && !place.isEmpty()) {
        place.country = u"united states"_s; // what a place that names no country means to most of our users
    }
    co_return Result<> {};
}

/// "USC" -> "University of Southern California": short names are ours to know.
QString fullSchoolName(const QString &school, const truth::SchoolNames &names)
{
    const auto groups = names.schoolsNamed(school);
    return groups.size() == 1 ? names.groups().displayName(groups.constFirst()) : school;
}

Task<Result<>> resolveNames(pdl::Client *client, const truth::DirectoryKnowledge *knowledge,
                            Criteria criteria, VendorTargets *targets, pdl::Call call, std::stop_token stop)
{
    if (!criteria.company.isEmpty()) {
        auto asking = client->cleanCompany(criteria.company, call, stop);
        const auto answer = ifHelpful(co_await asking);
        if (!answer) {
            co_return std::unexpected(answer.error());
        }
        targets->company = *answer ? (*answer)->name : vendorWords(criteria.company);
        targets->companyWebsite = *answer ? (*answer)->website : QString();
    }
    if (!criteria.school.isEmpty()) {
        const QString school = fullSchoolName(criteria.school, knowledge->schools);
        auto asking = client->cleanSchool(school, call, stop);
        const auto answer = ifHelpful(co_await asking);
        if (!answer) {
            co_return std::unexpected(answer.error());
        }
        targets->school = *answer ? (*answer)->name : vendorWords(school);
        targets->schoolDomain = *answer ? (*answer)->domain : QString();
    }
    co_return Result<> {};
}

} // namespace

Task<Result<VendorTargets>> resolveTargets(pdl::Client *client, const truth::DirectoryKnowledge *knowledge,
                                           Criteria criteria, pdl::Call call, std::stop_token stop)
{
    VendorTargets targets;
    if (!criteria.title.isEmpty()) {
        auto resolving = resolveTitle(client, knowledge, criteria.title, &targets, call, stop);
        if (const auto resolved = co_await resolving; !resolved) {
            co_return std::unexpected(resolved.error());
        }
    }
    auto naming = resolveNames(client, knowledge, criteria, &targets, call, stop);
    if (const auto resolved = co_await naming; !resolved) {
        co_return std::unexpected(resolved.error());
    }
    if (!criteria.location.isEmpty()) {
        auto placing = resolvePlace(client, knowledge, criteria.location, &targets, call, stop);
        if (const auto resolved = co_await placing; !resolved) {
            co_return std::unexpected(resolved.error());
        }
    }
    co_return targets;
}

} // namespace crema::find
