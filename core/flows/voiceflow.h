// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "model/draft.h"
#include "model/voicerule.h"
#include "write/writerequest.h"

#include <optional>

namespace crema::flows {

/// Adds to an operation what the user's changes to these drafts show of how they write. Called where emails
/// leave; drafts whose words are as suggested, or that no writer made, teach nothing.
[[nodiscard]] Result<> learnVoice(const Services &services, const QVector<Draft> &drafts,
                                  store::Operation &operation);

/// The rules that hold, each a sentence, newest first: what a language model is told.
[[nodiscard]] Result<QStringList> activeVoiceRules(const store::Reader &reader);
/// What of them the template writer follows to the letter.
[[nodiscard]] Result<write::LearnedVoice> learnedVoice(const store::Reader &reader);

/// The rules the user has not deleted, those that hold first.
[[nodiscard]] Result<QVector<VoiceRule>> listedVoiceRules(const store::Reader &reader);
/// The one whose id begins with `prefix`: notFound, or rejectedInput when several do.
[[nodiscard]] Result<VoiceRule> voiceRuleFor(const store::Reader &reader, const QString &prefix);
/// What the user changes about a rule; the rest of it stays as it is stored by then.
struct VoiceRuleEdit
{
    std::optional<QString> words;
    std::optional<bool> pinned;
    std::optional<bool> deleted;
};
/// notFound when the rule is gone.
[[nodiscard]] Task<Result<VoiceRule>> editVoiceRule(Services *services, QString ruleId, VoiceRuleEdit edit);

} // namespace crema::flows
