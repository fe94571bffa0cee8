// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QString>
#include <QStringList>

namespace crema::find {

/// Where to look, in the vendor's own lower-case words; members that are not known are empty.
struct VendorPlace
{
    QString metro; ///< "chicago, illinois": the vendor knows areas of the United States only
    QString widerMetro; ///< the area a searched town lies in, for widening
    QString locality;
    QString region;
    QString country;

    [[nodiscard]] bool isEmpty() const
    {
        return metro.isEmpty() && locality.isEmpty() && region.isEmpty() && country.isEmpty();
    }
    [[nodiscard]] bool operator==(const VendorPlace &) const = default;
};

/// What a search looks for, in the vendor's words as far as its cleaners or our tables know them.
struct VendorTargets
{
    QStringList titles; ///< the wanted one first, then up to three similar ones
    QStringList levels; ///< of the wanted one: "manager"
    QString titleCore; ///< the wanted one without words of rank: "product"; empty when rank is all it says
    QString company;
    QStringList companyNames; ///< other names of it, when only our tables know the firm
    QString companyWebsite;
    VendorPlace place;
    QString placeText; ///< when nobody could say what place it is
    QString school;
    QStringList schoolNames; ///< other names of it, or of the other schools that the short name stands for
    QString schoolDomain;
    QStringList notes; ///< for people: what was not looked up, or taken in another way than typed

    [[nodiscard]] bool operator==(const VendorTargets &) const = default;
};

[[nodiscard]] Json toJson(const VendorTargets &targets);
[[nodiscard]] VendorTargets vendorTargetsFrom(const Json &json);

} // namespace crema::find
