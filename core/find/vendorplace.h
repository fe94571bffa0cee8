// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "find/vendortargets.h"
#include "pdl/wire.h"
#include "truth/places.h"

namespace crema::find {

/// The place as our own tables read it. Areas are named for the United States only, the only country whose
/// areas the vendor knows, and only where the town is certain: "Portland" alone has none.
[[nodiscard]] VendorPlace placeFromTables(const QString &text, const truth::PlaceTable &places);

/// The place by what the vendor's cleaner says and what our tables know; `answer` is nullopt when it says
/// nothing. Empty when neither knows the place.
[[nodiscard]] VendorPlace placeFrom(const QString &text, const std::optional<pdl::CleanLocation> &answer,
                                    const truth::PlaceTable &places);

} // namespace crema::find
