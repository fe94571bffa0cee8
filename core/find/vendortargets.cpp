// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/vendortargets.h"

#include "model/extrafields.h"

namespace crema::find {

namespace {

constexpr std::array texts {
        BodyText<VendorTargets> {"titleCore", &VendorTargets::titleCore},
        BodyText<VendorTargets> {"company", &VendorTargets::company},
        BodyText<VendorTargets> {"companyWebsite", &VendorTargets::companyWebsite},
        BodyText<VendorTargets> {"placeText", &VendorTargets::placeText},
        BodyText<VendorTargets> {"school", &VendorTargets::school},
        BodyText<VendorTargets> {"schoolDomain", &VendorTargets::schoolDomain},
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

constexpr std::array placeTexts {
        BodyText<VendorPlace> {"metro", &VendorPlace::metro},
        BodyText<VendorPlace> {"widerMetro", &VendorPlace::widerMetro},
        BodyText<VendorPlace> {"locality", &VendorPlace::locality},
        BodyText<VendorPlace> {"region", &VendorPlace::region},
        BodyText<VendorPlace> {"country", &VendorPlace::country},
};

} // namespace

Json toJson(const VendorTargets &targets)
{
    Json json = writeTexts(targets, texts);
    for (const List &list : lists) {
        json[list.key] = jsonTexts(targets.*list.member);
    }
    json["place"] = writeTexts(targets.place, placeTexts);
    return json;
}

VendorTargets vendorTargetsFrom(const Json &json)
{
    VendorTargets targets;
    readTexts(targets, texts, json);
    for (const List &list : lists) {
        targets.*list.member = textsAt(json, list.key);
    }
    readTexts(targets.place, placeTexts, member(json, "place"));
    return targets;
}

} // namespace crema::find
