// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preps/prepedits.h"

#include "flows/chatflow.h"

#include <algorithm>

namespace crema::ui {

Prep withChatEdits(Prep stored, const Prep &edited)
{
    stored.notes = edited.notes;
    stored.promises = edited.promises;
    stored.outcome = edited.outcome;
    flows::takeMeetingOf(stored, edited);
    for (const Question &question : edited.questions) {
        const auto same = std::ranges::find(stored.questions, question.text, &Question::text);
        if (same != stored.questions.end()) {
            same->asked = question.asked;
            same->answer = question.answer;
        } else if (question.kind == ownQuestionKind) {
            stored.questions << question;
        }
    }
    return stored;
}

} // namespace crema::ui
