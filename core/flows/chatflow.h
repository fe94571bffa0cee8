// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "model/prep.h"

namespace crema::flows {

/// The field of a prep that `metOn` reads.
inline constexpr QLatin1StringView metOnField("metOn");
/// The day on which the chat took place, as the user said ("2026-12-04"); empty while they did not.
[[nodiscard]] QString metOn(const Prep &prep);
/// An empty day takes it back.
void setMetOn(Prep &prep, const QString &day);
/// An edit that says nothing of the day.
void dropMetOn(Prep &prep);
/// The day of the meeting where `edited` says one, and its minutes.
void takeMeetingOf(Prep &prep, const Prep &edited);
/// A clock ran; it is the user who says whether the chat took place.
void setChatMinutes(Prep &prep, int minutes);
/// The chat took place: the user said so, or what came of it. A clock that ran says nothing, except in preps
/// of earlier versions of Crema, which did not ask.
[[nodiscard]] bool wasHeld(const Prep &prep);

/// Adds to an edit of a prep what it means for the contact, so that both are one operation.
///
/// The chat took place (metOn is new): the stage moves forward to Met (never over one that was set by hand
/// beyond it) and today is the last contact. Promises: the open one that is due first becomes the next
/// action, and the one that was kept gives way. A next action of the user's own stays, unless they said when
/// to be in touch again and it is not planned for a day before.
[[nodiscard]] Result<> keepChat(const store::Reader &reader, const Prep &before, const Prep &after,
                                QDate today, store::Operation &operation);

/// What a promise to be in touch again says.
[[nodiscard]] QString touchAgain();

} // namespace crema::flows
