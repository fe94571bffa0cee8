// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "find/vendortargets.h"
#include "model/run.h"
#include "pdl/client.h"
#include "truth/knowledge.h"

namespace crema::find {

/// Turns what the user typed into what the vendor's records say: title enrichment with up to three similar
/// titles, cleaning of company, school and place, known metropolitan areas. All of it is free at the vendor.
/// A helper that does not know the words, is not part of the user's data plan or is asked too often is done
/// without; a refused key, no network and a stop are errors.
[[nodiscard]] Task<Result<VendorTargets>> resolveTargets(pdl::Client *client,
                                                         const truth::DirectoryKnowledge *knowledge,
                                                         Criteria criteria, pdl::Call call,
                                                         std::stop_token stop);

} // namespace crema::find
