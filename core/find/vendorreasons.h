// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "find/vendorsearch.h"

namespace crema::find {

/// The contact a vendor's person becomes: what the vendor says beyond our fields is in `extra` ("pdlId",
/// "skills", "summary", "hiddenFields"), its id is derived from the vendor's, so that it is the same in every
/// run.
[[nodiscard]] Contact foundContact(const pdl::Person &person, const QString &at);

/// Why this person, as points a user can read: what was asked for, what they share with the sender, how they
/// can be reached, how full and how fresh the record is.
[[nodiscard]] QVector<Reason> vendorReasons(const pdl::Person &person, const Contact &contact,
                                            const VendorSearchRequest &request,
                                            const truth::DirectoryKnowledge &knowledge);

} // namespace crema::find
