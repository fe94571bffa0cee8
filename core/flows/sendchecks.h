// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/mailthread.h"
#include "flows/sendflow.h"
#include "model/draft.h"

namespace crema::flows {

// What is looked at right before an email is sent.

/// What speaks against sending by what is known here: its state, its recipient, the gate, the day's limit.
/// The reason is empty when nothing does.
[[nodiscard]] Task<Result<SendResult>> mayLeave(Services *services, Draft draft, GmailAccount account);

/// What the mailbox says about the recipient's conversation.
struct ConversationCheck
{
    std::optional<MailThread> thread; ///< the one the email goes on with
    QString stopsIt; ///< an answer or a bounce came first, for people
};
[[nodiscard]] Task<Result<ConversationCheck>> checkConversation(Services *services, Draft draft,
                                                                GmailAccount account, bool evenIfAnswered,
                                                                std::stop_token stop);

/// A stored time as people read it, in their own zone: "28 Nov 2026, 14:05".
[[nodiscard]] QString localTimeWords(const QString &storedTime);

} // namespace crema::flows
