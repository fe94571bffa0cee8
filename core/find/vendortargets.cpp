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

struct List
{
    const char *key;
    QStringList VendorTargets::*member;
};
constexpr std::array lists {
        List {"titles", &VendorTargets::titles},
        List {"levels", &VendorTargets::levels},
        List {"companyNames", &VendorTargets::companyNames},
        List {"schoolNames", &VendorTargets::schoolNames},
        List {"notes", &VendorTargets::notes},
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
    Json json = Json::object();
    for (const List &list : lists) {
        json[list.key] = jsonTexts(targets.*list.member);
    }
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
    for (const List &list : lists) {
        targets.*list.member = textsAt(json, list.key);
    }
    for (const Text &text : texts) {
        targets.*text.member = textAt(json, text.key);
    }
    for (const PlaceText &text : placeTexts) {
        targets.place.*text.member = textAt(member(json, "place"), text.key);
    }
    return targets;
}

} // namespace crema::find
