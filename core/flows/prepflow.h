// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "model/prep.h"

namespace crema::flows {

/// Prepares one coffee chat as a durable job ("prep") from data on this computer: free. The PDF is kept in
/// the workspace. A prep that failed or was cancelled stays, says why, and can be retried.
[[nodiscard]] Task<Result<Prep>> makePrep(Services *services, QString contactId, std::stop_token stop);
/// Makes the content and the PDF again from the contact as it is now; questions ticked off and notes stay.
[[nodiscard]] Task<Result<Prep>> remakePrep(Services *services, QString prepId, std::stop_token stop);
/// Writes what differs between `before` and `after` (notes, ticks, answers) and renders the PDF again. When
/// that fails the edit is saved all the same and the error says so.
[[nodiscard]] Task<Result<Prep>> editPrep(Services *services, Prep before, Prep after);
/// The PDF's bytes; notFound when there is none yet.
[[nodiscard]] Result<QByteArray> prepPdf(const store::Workspace &workspace, const Prep &prep);
/// "Coffee chat - Marisol Quandahl.pdf"
[[nodiscard]] QString prepFileName(const Prep &prep);

} // namespace crema::flows
