// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/vendortargets.h"

#include <array>

namespace crema::find {

namespace {

struct Text
{
    const char *key;
    QString VendorTargets::*member;
};
constexpr std::array texts {
        Text {"titleCore", &VendorTargets::titleCore},
        Text {"company", &VendorTargets::company},
        Text {"companyWebsite", &VendorTargets::companyWebsite},
        Text {"placeText", &VendorTargets::placeText},
        Text {"school", &VendorTargets::school},
        Text {"schoolDomain", &VendorTargets::schoolDomain},
};

struct PlaceText
{
    const char *key;
    QString VendorPlace::*member;
};
constexpr std::array placeTexts {
        PlaceText {"metro", &VendorPlace::metro},       PlaceText {"widerMetro", &VendorPlace::widerMetro},
        PlaceText {"locality", &VendorPlace::locality}, PlaceText {"region", &VendorPlace::region},
        PlaceText {"country", &VendorPlace::country},
};

} // namespace

Json toJson(const VendorTargets &targets)
{
    Json json {{"titles", jsonTexts(targets.titles)}, {"levels", jsonTexts(targets.levels)}};
    for (const Text &text : texts) {
        putText(json, text.key, targets.*text.member);
    }
    Json place = Json::object();
    for (const PlaceText &text : placeTexts) {
        putText(place, text.key, targets.place.*text.member);
    }
    json["place"] = std::move(place);
    return json;
}

VendorTargets vendorTargetsFrom(const Json &json)
{
    VendorTargets targets;
    targets.titles = textsAt(json, "titles");
    targets.levels = textsAt(json, "levels");
    for (const Text &text : texts) {
        targets.*text.member = textAt(json, text.key);
    }
    for (const PlaceText &text : placeTexts) {
        targets.place.*text.member = textAt(member(json, "place"), text.key);
    }
    return targets;
}

} // namespace crema::find
