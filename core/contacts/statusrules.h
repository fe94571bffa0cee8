// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"

#include <QString>

#include <optional>

namespace crema::contacts {

/// What happened with a contact that says something about their stage.
enum class StageEvent { mailSent, followUpSent, replyReceived, callScheduled, met };

enum class SetBy { program, hand };
/// Who set the stage the contact is in.
[[nodiscard]] SetBy stageSetBy(const Contact &contact);

/// The stage a contact moves to because of `event`, or nothing when they stay. The program moves forward
/// only, along the pipeline of `contactStatuses`, and never: over a stage the user set by hand, out of
/// Closed, Rejected or Hired, or out of a stage it does not know.
[[nodiscard]] std::optional<QString> statusAfter(const QString &status, SetBy setBy, StageEvent event);

} // namespace crema::contacts
