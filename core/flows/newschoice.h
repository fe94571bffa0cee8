// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "prep/news.h"

namespace crema::flows {

/// Whether preps look for news and in which feeds of the user's own; on, without feeds, until they choose.
[[nodiscard]] prep::NewsChoice newsChoice(const store::Reader &reader);

/// Keeps the choice. rejectedInput, naming the feed, for one that is no address of a feed; nothing is changed
/// then.
[[nodiscard]] Task<Result<prep::NewsChoice>> setNewsChoice(Services *services, prep::NewsChoice choice);

/// The address of a feed as it is kept: "https://" is added where it was left out. rejectedInput, saying what
/// is wrong, for anything but https (http for this computer), without name and password.
[[nodiscard]] Result<QString> feedAddress(const QString &typed);

/// News about a firm by the user's choice, with their key of SerpApi where there is one. An Error is always
/// `cancelled`.
[[nodiscard]] Task<Result<prep::NewsFound>> findNews(Services *services, prep::Firm firm, QString jobId,
                                                     std::stop_token stop);

} // namespace crema::flows
