// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"
#include "model/voicerule.h"
#include "write/writerequest.h"

#include <QVector>

namespace crema::write {

/// Keeps the first words of a draft in it (extra "suggested"), so that later it can be seen what the user
/// changed.
void keepSuggestion(Draft &draft);
/// Gives a draft the first words that `version`, an earlier state of it, had.
void takeSuggestion(Draft &draft, const Draft &version);
/// Subject and body as they were suggested; nothing for a draft that no writer made.
[[nodiscard]] std::optional<Draft> suggestionOf(const Draft &draft);

/// The habits that one email shows: what the user changed between `suggested` and `sent`. Words that are
/// about one person (claims, names, numbers) make no habit. Rules without drafts and time.
[[nodiscard]] QVector<VoiceRule> habitsIn(const Draft &suggested, const Draft &sent,
                                          const QString &signature);

/// The rules that change when an email (`draftId`) showed these habits: seen once more, or new. A rule the
/// user deleted stays deleted.
[[nodiscard]] QVector<VoiceRule> learned(const QVector<VoiceRule> &known, const QVector<VoiceRule> &habits,
                                         const QString &draftId, const QString &at);

/// The rule as a sentence: "You sign off with “Best” instead of “Best regards”."
[[nodiscard]] QString ruleText(const VoiceRule &rule);
/// The sentences of the rules that hold, newest first; for a language model and for people.
[[nodiscard]] QStringList activeTexts(const QVector<VoiceRule> &rules);
/// What of them the template writer can follow to the letter. A rule the user worded anew is not among them.
[[nodiscard]] LearnedVoice learnedVoice(const QVector<VoiceRule> &rules);

} // namespace crema::write
