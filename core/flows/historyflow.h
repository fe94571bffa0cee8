// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"

namespace crema::flows {

/// Brings the workspace back to how it was right after this operation: one step, which can be undone. What is
/// in the way of it is listed and left alone. Stopped, it leaves everything as it was.
[[nodiscard]] Task<Result<store::UndoOutcome>> restoreToPoint(Services *services, QString operationId,
                                                              store::BulkProgress progress = {},
                                                              std::stop_token stop = {});

/// Puts values back into a record; `what` names them for people ("Status"). One step, which can be undone.
[[nodiscard]] Task<Result<store::Change>> restoreValues(Services *services, Kind kind, QString id,
                                                        std::vector<store::FieldEdit> values, QString what);

/// Brings one contact back to how they were right after this operation: fields, lists, notes and tags. Emails
/// and chats stay as they are.
[[nodiscard]] Task<Result<store::Change>> restoreContactTo(Services *services, QString contactId,
                                                           QString operationId);

} // namespace crema::flows
