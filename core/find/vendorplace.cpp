// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/vendorplace.h"

#include "find/vendortitle.h"

using namespace Qt::StringLiterals;

namespace crema::find {

namespace {

/// "chicago, illinois" for an area of the United States.
QString vendorMetro(const truth::PlaceTable &places, int metro)
{
    const truth::Place &core = places.coreOf(metro);
    if (core.state < 0 || core.country < 0 || places.countryName(core.country) != "United States"_L1) {
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

/// Whether several towns have the name and no state says which; the country is not enough ("Portland, USA").
bool isUncertain(truth::Place place, const truth::PlaceTable &places)
{
    place.country = -1;
    return places.isAmbiguous(place);
}

void fillMetros(VendorPlace &target, const truth::PlaceTable &places, const truth::Place &place)
{
    if (isUncertain(place, places)) {
        return;
    }
    for (const int metro : places.metrosOf(place)) {
        QString &name = places.isCore(place, metro) ? target.metro : target.widerMetro;
        if (name.isEmpty()) {
            name = vendorMetro(places, metro);
        }
    }
}

truth::Place readingOf(const QString &text, const truth::PlaceTable &places)
{
    return places.readings(text).value(0);
}

VendorPlace described(const truth::Place &place, const truth::PlaceTable &places)
{
    VendorPlace target;
    if (place.metro >= 0) {
        fillPlace(target, places, places.coreOf(place.metro));
        target.metro = vendorMetro(places, place.metro);
        return target;
    }
    fillPlace(target, places, place);
    fillMetros(target, places, place);
    return target;
}

/// Any word is read as a town; this one the tables know, or the text says where it is.
bool isKnown(const truth::Place &place, const truth::PlaceTable &places)
{
    return place.metro >= 0 || place.state >= 0 || place.country >= 0
            || (!place.city.isEmpty() && places.knowsTown(place.city));
}

/// Whether the vendor means the place that the tables read. Of a town that they do not know, it knows better
/// in which country it lies: "Batumi, Georgia".
bool meansTheSame(const truth::Place &ours, const pdl::CleanLocation &answer, const truth::PlaceTable &places)
{
    const int country = places.placeOf({}, {}, {}, answer.country).country;
    return ours.country < 0 || country == ours.country
            || (!ours.city.isEmpty() && !places.knowsTown(ours.city));
}

/// Whether the answer is the state or country around a town that was asked for.
bool losesTheTown(const truth::Place &ours, const pdl::CleanLocation &answer, const truth::PlaceTable &places)
{
    return !ours.city.isEmpty() && answer.locality.isEmpty() && isKnown(ours, places)
            && truth::placeWords(answer.region) != ours.city
            && truth::placeWords(answer.country) != ours.city;
}

VendorPlace cleanedPlace(const pdl::CleanLocation &answer, const truth::PlaceTable &places)
{
    VendorPlace place;
    place.locality = vendorWords(answer.locality);
    place.region = vendorWords(answer.region);
    place.country = vendorWords(answer.country);
    if (!place.locality.isEmpty()) {
        QStringList parts {place.locality, place.region, place.country};
        parts.removeAll(QString());
        fillMetros(place, places, readingOf(parts.join(u", "_s), places));
    }
    return place;
}

} // namespace

VendorPlace placeFromTables(const QString &text, const truth::PlaceTable &places)
{
    return described(readingOf(text, places), places);
}

VendorPlace placeFrom(const QString &text, const std::optional<pdl::CleanLocation> &answer,
                      const truth::PlaceTable &places)
{
    const truth::Place ours = readingOf(text, places);
    if (answer && meansTheSame(ours, *answer, places) && !losesTheTown(ours, *answer, places)) {
        // "Europe" is a name without a town, state or country.
        if (const VendorPlace place = cleanedPlace(*answer, places); !place.isEmpty()) {
            return place;
        }
    }
    return isKnown(ours, places) ? described(ours, places) : VendorPlace();
}

} // namespace crema::find
