// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/conversation.h"
#include "flows/services.h"
#include "model/draft.h"

namespace crema::flows {

/// Of a draft's other members: the message, in the mailbox, that it answers.
inline constexpr auto answersMember = "answers";

struct SuggestedReply
{
    Draft draft; ///< of kind "reply", stored
    QString note; ///< for people: who wrote it, and why not the model
};

/// Writes an answer to the newest message of the conversation with a contact and keeps it as a draft; an open
/// one that was not edited by hand is written anew. With a language model from the whole conversation, each
/// sentence borne out by it or by the record; else a few words that claim nothing, for the user to go on
/// with. conflict when there is nothing to answer: the newest message is the user's own.
[[nodiscard]] Task<Result<SuggestedReply>> suggestReply(Services *services, QString contactId, bool withModel,
                                                        std::stop_token stop);

} // namespace crema::flows
