// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "llm/client.h"
#include "model/modelreading.h"

namespace crema::flows {

/// What a language model would be told of a resume.
struct ResumePrompt
{
    llm::ChatRequest chat; ///< exactly what leaves
    QStringList withheld; ///< for people
    QStringList personalData; ///< kinds of it in `chat`, for the egress log
    llm::Server server; ///< and to whom
};

/// Nothing leaves. unauthorised, saying what to do, when no model is set up; rejectedInput when nothing of
/// the resume may be told.
[[nodiscard]] Task<Result<ResumePrompt>> resumePrompt(Services *services, QString id);

/// A resume after a language model looked for what our own rules did not find.
struct HelpedResume
{
    Resume resume;
    int found = 0; ///< facts of the model that were new and stand in the text
    int refused = 0; ///< what it said and the text does not
};

/// Sends what was shown and takes what the model says stands in the resume; each fact of its answer is held
/// against the text (resume::groundedFacts) and only fills what our rules left open. Tries twice. Keeps it,
/// and the profile with it when the resume is the default; one operation. When nothing new was found nothing
/// is changed. Errors of the model's server leave everything as it is; conflict when the resume was changed
/// meanwhile.
[[nodiscard]] Task<Result<HelpedResume>> askForFacts(Services *services, QString id, ResumePrompt prompt,
                                                     std::stop_token stop);

} // namespace crema::flows
