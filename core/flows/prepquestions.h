// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "model/prep.h"

namespace crema::flows {

/// The questions of a prep after a language model was asked for better ones.
struct AskedQuestions
{
    QVector<Question> questions;
    QStringList byModel; ///< texts of those that the model wrote
    bool wasOfUse = false; ///< the model wrote at least one of them
    bool isHosted = false; ///< it runs on somebody else's computer
    QString note; ///< for people: who wrote them, or why the model did not
};

/// Asks the chosen model for questions that rest on what the prep knows; those that name anything else are
/// dropped and our own fill up. Tries twice. A model that fails fails no prep: an Error is always
/// `cancelled`.
[[nodiscard]] Task<Result<AskedQuestions>> askForQuestions(Services *services, Prep prep, QString jobId,
                                                           std::stop_token stop);

} // namespace crema::flows
