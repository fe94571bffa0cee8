// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "model/prep.h"
#include "prep/pageframe.h"

#include <optional>

namespace crema::flows {

/// The paper of coffee chat preps; automatic follows the country of this computer.
enum class PaperChoice { automatic, a4, letter };

/// In `extra` of a prep that was asked for on a paper of its own: "a4" or "letter".
inline constexpr auto paperMember = "paper";

/// "a4", "letter"; empty for automatic.
[[nodiscard]] QString paperName(PaperChoice choice);
/// nullopt for what names no paper; case aside.
[[nodiscard]] std::optional<PaperChoice> paperNamed(const QString &name);

/// What the settings say; automatic until somebody chooses.
[[nodiscard]] PaperChoice paperChoice(const store::Reader &reader);
/// Keeps the choice. PDFs that are there stay as they are until their prep is edited or made again.
[[nodiscard]] Task<Result<PaperChoice>> setPaperChoice(Services *services, PaperChoice choice);

/// The paper for this prep: its own, else that of the settings, else that of this computer's country.
[[nodiscard]] prep::Paper paperOf(const store::Reader &reader, const Prep &prep);

} // namespace crema::flows
