// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "model/prep.h"

namespace crema::flows {

/// Adds to an edit of a prep what its promises mean for the contact: the open one that is due first becomes
/// the next action, and the one that was kept gives way. A next action that came from elsewhere stays.
[[nodiscard]] Result<> keepPromises(const store::Reader &reader, const Prep &before, const Prep &after,
                                    QDate today, store::Operation &operation);

/// What a promise to be in touch again says.
[[nodiscard]] QString touchAgain();

/// The chat took place: the stage moves forward to Met (never over one that was set by hand beyond it), today
/// is the last contact, and with a valid `next` day the contact comes up again then, unless something else is
/// planned for a day before. One operation.
[[nodiscard]] Task<Result<Contact>> noteChat(Services *services, QString contactId, QDate next);

} // namespace crema::flows
