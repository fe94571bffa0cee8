// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "truth/titletable.h"

namespace crema::find {

/// A title in the words of the vendor's records, which are the words of people: plurals, "of" and accents
/// stay.
struct VendorTitle
{
    QStringList spellings; ///< as typed first: "vp of finance", "vice president of finance", "vp finance"
    QStringList levels; ///< the vendor's words for its rank: "vp"
    QString core; ///< without words of rank: "finance"; empty when there is nothing else

    [[nodiscard]] bool operator==(const VendorTitle &) const = default;
};

[[nodiscard]] VendorTitle vendorTitle(const QString &title, const truth::TitleTable &titles);

/// The text as the vendor writes everything: one line in lower case.
[[nodiscard]] QString vendorWords(QStringView text);

} // namespace crema::find
