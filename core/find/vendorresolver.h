// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "find/vendortargets.h"
#include "model/run.h"
#include "pdl/client.h"
#include "truth/knowledge.h"

namespace crema::find {

/// Turns what the user typed into what the vendor's records say: title enrichment with up to three similar
/// titles, cleaning of company, school and place, known metropolitan areas. All of it is free at the vendor.
/// A cleaner that does not know the words, or is not part of the user's data plan, is done without, with what
/// our tables know and a line in `notes`. A cleaner that is asked too often or out of order stops the search
/// before anything is paid; so do a refused key, no network, a stop, and words that nothing can be made of.
[[nodiscard]] Task<Result<VendorTargets>> resolveTargets(pdl::Client *client,
                                                         const truth::DirectoryKnowledge *knowledge,
                                                         Criteria criteria, pdl::Call call,
                                                         std::stop_token stop);

} // namespace crema::find
